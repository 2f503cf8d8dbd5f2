package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.file.SqliteFaults;
import daybook.store.sql.file.StoreHeader;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A SQLite file that is looked at and copied as a whole. */
final class SqliteFile implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  // Between two steps the copier tells how far it is, and lets a signal end the process.
  private static final int PAGES_A_STEP = 512;
  private static final int RETRY_MILLIS = 50;
  private static final int RETRIES = 100;

  private final String what;
  private final Path file;
  private final SQLiteConnection connection;

  private SqliteFile(String what, Path file, SQLiteConfig config) throws SQLException {
    this.what = what;
    this.file = file;
    config.setBusyTimeout(PATIENCE_MILLIS);
    this.connection = config.createConnection("jdbc:sqlite:" + file).unwrap(SQLiteConnection.class);
  }

  /** Opens a store that others may be writing. */
  static SqliteFile toRead(Path file) {
    // Opened to read only, it would leave an empty journal behind where nobody else has it open.
    SqliteFile store = open("the store " + file, file, new SQLiteConfig());
    boolean unused = store.ask(statement -> statement.execute("PRAGMA query_only = 1"));
    return store;
  }

  /** Opens a copy of another file, which nobody else knows of. */
  static SqliteFile ofOurs(Path file, Path origin) {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    return open("the copy of " + origin, file, config);
  }

  private static SqliteFile open(String what, Path file, SQLiteConfig config) {
    try {
      return new SqliteFile(what, file, config);
    } catch (SQLException e) {
      throw SqliteFaults.fault(what, e);
    }
  }

  /** Something asked of the file. */
  private interface Question<T> {
    T ask(Statement statement) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    try (Statement statement = connection.createStatement()) {
      return question.ask(statement);
    } catch (SQLException e) {
      throw SqliteFaults.fault(what, e);
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    return Long.parseLong(texts(statement, sql).get(0));
  }

  /** Sees that it is a store with tables of the given version or of an older one. */
  void mustBeReadable(int newest) {
    ask(statement -> StoreHeader.read(connection)).mustBeReadable(file, newest);
  }

  /** Sees from now on what is committed at this moment, and nothing later. */
  void freeze() {
    boolean unused =
        ask(
            statement -> {
              statement.execute("BEGIN");
              // The moment is that of the first statement that reads.
              return number(statement, "SELECT count(*) FROM sqlite_schema") > 0;
            });
  }

  /** Counts everything; as long as reading the whole file. */
  Contents contents() {
    return ask(
        statement -> {
          Map<String, Long> rows = new TreeMap<>();
          for (String table :
              texts(
                  statement,
                  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                      + " 'sqlite\\_%' ESCAPE '\\'")) {
            rows.put(table, number(statement, "SELECT count(*) FROM \"" + table + "\""));
          }
          long bytes =
              number(statement, "PRAGMA page_count") * number(statement, "PRAGMA page_size");
          return new Contents(bytes, rows);
        });
  }

  /** Says whether it has rows in one of the tables, which may not exist. */
  boolean hasRows(List<String> tables) {
    return ask(
        statement -> {
          for (String table : tables) {
            if (!texts(statement, "SELECT name FROM sqlite_schema WHERE name = '" + table + "'")
                    .isEmpty()
                && !texts(statement, "SELECT 1 FROM " + table + " LIMIT 1").isEmpty()) {
              return true;
            }
          }
          return false;
        });
  }

  /** Copies every page to a file, as of the moment at which this one was frozen. */
  void copyTo(Path target, Watcher watcher) {
    long pageBytes = ask(statement -> number(statement, "PRAGMA page_size"));
    try {
      int code =
          connection
              .getDatabase()
              .backup(
                  "main",
                  target.toString(),
                  (remaining, pages) ->
                      watcher.copied((pages - remaining) * pageBytes, pages * pageBytes),
                  RETRY_MILLIS,
                  RETRIES,
                  PAGES_A_STEP);
      SQLiteErrorCode result = SQLiteErrorCode.getErrorCode(code);
      if (result != SQLiteErrorCode.SQLITE_OK && result != SQLiteErrorCode.SQLITE_DONE) {
        throw new SQLiteException("the copy ended early", result);
      }
    } catch (SQLException e) {
      throw SqliteFaults.fault("the copy of " + file + " at " + target, e);
    }
  }

  /** Makes it a file that stands alone, or one that many can read while one writes. */
  void journal(String mode) {
    String settled = ask(statement -> texts(statement, "PRAGMA journal_mode = " + mode).get(0));
    if (!settled.equalsIgnoreCase(mode)) {
      throw new StoreException(
          Kind.CANNOT_WRITE, what + " keeps its journal as " + settled + ", not " + mode, null);
    }
  }

  /** Reads all of it and sees that nothing is damaged. */
  void mustBeSound(String origin) {
    List<String> problems =
        ask(
            statement -> {
              List<String> all = new ArrayList<>(texts(statement, "PRAGMA integrity_check(10)"));
              all.removeIf("ok"::equals);
              for (String table : texts(statement, "PRAGMA foreign_key_check")) {
                all.add("a row of " + table + " names one that is not there");
              }
              return all;
            });
    if (!problems.isEmpty()) {
      throw new StoreException(
          Kind.CORRUPT,
          origin + " is damaged, nothing was written: " + problems.get(0) + more(problems.size()),
          null);
    }
  }

  private static String more(int problems) {
    return problems == 1 ? "" : " (and more)";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqliteFaults.fault(what, e);
    }
  }
}
