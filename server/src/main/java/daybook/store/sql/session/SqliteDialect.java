package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.sql.bulk.NewRows;
import daybook.store.sql.file.SqliteFaults;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * All that SQLite does in its own way: how to connect, what its columns are called, and how a
 * transaction begins.
 */
final class SqliteDialect implements Dialect {

  /** Takes the write lock at once: a transaction that only reads first could not wait for it. */
  static final String BEGIN = "BEGIN IMMEDIATE";

  // 4 KiB pages made the file three times as large: few pieces fit into one.
  private static final int PAGE_BYTES = 16 * 1024;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 2 * 1024;
  private static final int CHECKPOINT_PAGES = 2048;
  private static final int JOURNAL_BYTES = 64 * 1024 * 1024;

  private final SqliteOptions options;

  SqliteDialect(SqliteOptions options) {
    this.options = options;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "text", "TEXT",
        "bytes", "BLOB",
        "clustered", "WITHOUT ROWID",
        "fleeting", "",
        "instant_of", "strftime('%Y-%m-%dT%H:%M:%SZ', ",
        "as_instant", " / 1000, 'unixepoch')",
        "month_of", "strftime('%Y-%m', ",
        "as_month", " / 1000, 'unixepoch')",
        "in_units", " / 1000000.0");
  }

  @Override
  public List<String> migrations() {
    return List.of("daybook/store/sql/sqlite");
  }

  @Override
  public void beginReading(Session session) throws SQLException {
    session.execute("BEGIN");
  }

  @Override
  public void beginWriting(Session session) throws SQLException {
    session.execute(BEGIN);
  }

  @Override
  public void commit(Session session) throws SQLException {
    session.execute("COMMIT");
  }

  @Override
  public void rollback(Session session) {
    try {
      session.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does when the disk is full; what led here is
      // thrown.
    }
  }

  @Override
  public String forUpdate(String query) {
    return query;
  }

  @Override
  public boolean mergesRanges() {
    return true;
  }

  @Override
  public void insertAll(Session session, NewRows rows) throws SQLException {
    session.updateAll(rows.insert(), rows.rows());
  }

  /** Says never: whoever is busy was waited for already. */
  @Override
  public Again again(SQLException e) {
    return Again.NEVER;
  }

  /** Opens a connection that reads and writes. An acknowledged commit survives a loss of power. */
  Connection writer() throws SQLException {
    SQLiteConfig config = base();
    // In WAL mode FULL syncs the journal on every commit; NORMAL would only keep what was
    // acknowledged over a crash of the process.
    config.setSynchronous(SynchronousMode.FULL);
    config.setPragma(Pragma.FULL_SYNC, "true");
    config.enforceForeignKeys(true);
    config.setCacheSize(-WRITER_CACHE_KIB);
    config.setWalAutocheckpoint(CHECKPOINT_PAGES);
    config.setJournalSizeLimit(JOURNAL_BYTES);
    return connect(config, options.file());
  }

  /** Opens a connection that only reads. */
  Connection reader() throws SQLException {
    SQLiteConfig config = base();
    config.setCacheSize(-READER_CACHE_KIB);
    Connection connection = connect(config, options.file());
    execute(connection, "PRAGMA query_only = 1");
    return connection;
  }

  /** Opens a connection for changing the schema, while which nobody else can use the file. */
  Connection sole(Path file) throws SQLException {
    SQLiteConfig config = base();
    config.setLockingMode(LockingMode.EXCLUSIVE);
    config.setSynchronous(SynchronousMode.FULL);
    Connection connection = connect(config, file);
    // In this order: the first page written settles the size of all.
    execute(connection, "PRAGMA page_size = " + PAGE_BYTES);
    execute(connection, "PRAGMA journal_mode = WAL");
    return connection;
  }

  private SQLiteConfig base() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(options.patience().toMillis()));
    config.setPragma(Pragma.MMAP_SIZE, Long.toString(options.mappedBytes()));
    config.setGetGeneratedKeys(false);
    // A session is used by one thread at a time, so its connection needs no locks of its own.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    return config;
  }

  private Connection connect(SQLiteConfig config, Path file) throws SQLException {
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public StoreException fault(SQLException e) {
    return SqliteFaults.fault("the store " + options.file(), e);
  }
}
