package daybook.store.sql.query;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.file.SqliteFaults;
import daybook.store.sql.file.StoreHeader;
import daybook.store.sql.session.SchemaVersion;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteLimits;

/**
 * A store that answers queries and can't be changed through them, while others may use it.
 *
 * <p>The file is opened to read only, which no statement can undo, and without the right to open
 * others. For one thread; only {@link #cancel} may be called from any.
 */
public final class ReadOnlyStore implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  private final String name;
  private final SQLiteConnection keeper;
  private final SQLiteConnection connection;
  private volatile @Nullable Statement running;

  private ReadOnlyStore(Path file) throws SQLException {
    this.name = "the store " + file;
    // Whoever only reads can't empty the journal: this one does at the end, if nobody else is left.
    this.keeper = connect(file, new SQLiteConfig());
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    this.connection = connect(file, config);
    // Neither ATTACH nor VACUUM INTO: there are no files but this one.
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
  }

  private static SQLiteConnection connect(Path file, SQLiteConfig config) throws SQLException {
    config.setBusyTimeout(PATIENCE_MILLIS);
    return config.createConnection("jdbc:sqlite:" + file).unwrap(SQLiteConnection.class);
  }

  /**
   * Opens a store's file.
   *
   * @throws StoreException if it is no store of this program's version
   */
  public static ReadOnlyStore open(Path file) {
    try {
      ReadOnlyStore store = new ReadOnlyStore(file);
      boolean good = false;
      try {
        store.mustBeCurrent(file);
        good = true;
      } finally {
        if (!good) {
          store.close();
        }
      }
      return store;
    } catch (SQLException e) {
      throw SqliteFaults.fault("the store " + file, e);
    }
  }

  private void mustBeCurrent(Path file) throws SQLException {
    int newest = SchemaVersion.CURRENT.number();
    StoreHeader header = StoreHeader.read(keeper);
    header.mustBeReadable(file, newest);
    if (header.version() < newest) {
      throw new StoreException(
          Kind.NOT_OURS,
          name + " is of an older Daybook: any other command brings it up to date",
          null);
    }
  }

  /**
   * Runs one statement and gives its rows away.
   *
   * @throws QueryException if the engine refuses the statement
   * @throws StoreException if the store fails
   */
  public void run(String sql, Rows rows) {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      if (statement.execute(sql)) {
        give(statement, rows);
      }
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      running = null;
    }
  }

  private static void give(Statement statement, Rows rows) throws SQLException {
    try (ResultSet results = statement.getResultSet()) {
      ResultSetMetaData meta = results.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        names.add(meta.getColumnLabel(i));
      }
      rows.columns(names);
      boolean wanted = true;
      while (wanted && results.next()) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          cells.add(results.getObject(i));
        }
        wanted = rows.row(cells);
      }
    }
  }

  private RuntimeException failure(SQLException e) {
    if (!(e instanceof SQLiteException known)) {
      return new QueryException(String.valueOf(e.getMessage()), e);
    }
    return switch (known.getResultCode()) {
      case SQLITE_READONLY -> new QueryException("this prompt only reads", e);
      case SQLITE_INTERRUPT -> new QueryException("interrupted", e);
      case SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE, SQLITE_AUTH ->
          new QueryException(engineWords(known), e);
      default -> SqliteFaults.fault(name, e);
    };
  }

  // The driver puts the code before them: "[SQLITE_ERROR] SQL error or missing database (near
  // ...)".
  private static String engineWords(SQLiteException e) {
    String message = String.valueOf(e.getMessage());
    int open = message.indexOf('(');
    return open > 0 && message.endsWith(")")
        ? message.substring(open + 1, message.length() - 1)
        : message;
  }

  /** Ends the statement that is running, if there is one. */
  public void cancel() {
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // It has ended by itself.
      }
    }
  }

  /** Returns the columns of all tables and views, by their names. */
  public Map<String, List<String>> tables() {
    Map<String, List<String>> tables = new TreeMap<>();
    run(
        """
        SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY t.name, c.cid
        """,
        new Rows() {
          @Override
          public void columns(List<String> names) {}

          @Override
          public boolean row(List<@Nullable Object> cells) {
            tables
                .computeIfAbsent(
                    String.valueOf(cells.get(0)).toLowerCase(Locale.ROOT),
                    table -> new ArrayList<>())
                .add(String.valueOf(cells.get(1)));
            return true;
          }
        });
    return tables;
  }

  @Override
  public void close() {
    try {
      connection.close();
      keeper.close();
    } catch (SQLException e) {
      throw SqliteFaults.fault(name, e);
    }
  }
}
