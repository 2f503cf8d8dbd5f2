package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * All that SQLite does in its own way: how to connect, what its columns are called, how a
 * transaction begins, and what its errors mean.
 */
final class SqliteDialect implements Dialect {

  /** Marks a file as ours: "Dayb" in ASCII, in the header of the file. */
  static final int APPLICATION_ID = 0x44617962;

  /** Takes the write lock at once: a transaction that only reads first could not wait for it. */
  static final String BEGIN = "BEGIN IMMEDIATE";

  // 4 KiB pages made the file three times as large: few pieces fit into one.
  private static final int PAGE_BYTES = 16 * 1024;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 2 * 1024;
  private static final int CHECKPOINT_PAGES = 2048;
  private static final int JOURNAL_BYTES = 64 * 1024 * 1024;
  private static final int PRIMARY_CODE = 0xff;

  private final SqliteOptions options;

  SqliteDialect(SqliteOptions options) {
    this.options = options;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of("text", "TEXT", "bytes", "BLOB", "clustered", "WITHOUT ROWID");
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
    // A batch of statements wraps the error of the one that failed.
    Throwable error = e instanceof BatchUpdateException batch ? batch.getCause() : e;
    SQLiteErrorCode code =
        error instanceof SQLiteException ours
            ? ours.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    Kind kind = kind(code);
    return new StoreException(kind, "the store " + options.file() + " " + words(kind, code), e);
  }

  private static Kind kind(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC -> Kind.CANNOT_WRITE;
      case SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_DELETE, SQLITE_IOERR_SHMSIZE -> Kind.CANNOT_WRITE;
      case SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS, SQLITE_IOERR_DATA -> Kind.CORRUPT;
      default -> primaryKind(code.code & PRIMARY_CODE);
    };
  }

  private static Kind primaryKind(int primary) {
    return switch (SQLiteErrorCode.getErrorCode(primary)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Kind.BUSY;
      case SQLITE_FULL, SQLITE_READONLY, SQLITE_PERM -> Kind.CANNOT_WRITE;
      case SQLITE_CORRUPT -> Kind.CORRUPT;
      case SQLITE_NOTADB -> Kind.NOT_OURS;
      case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_NOMEM, SQLITE_INTERRUPT -> Kind.UNAVAILABLE;
      default -> Kind.UNEXPECTED;
    };
  }

  private static String words(Kind kind, SQLiteErrorCode code) {
    String shown = " (" + code.name() + ")";
    return switch (kind) {
      case BUSY -> "is being written by another process; try again when that has finished" + shown;
      case CANNOT_WRITE ->
          "cannot be written: check free space and permissions of its directory" + shown;
      case CORRUPT -> "is damaged: restore it from a backup, or import into a new one" + shown;
      case NOT_OURS -> "is not a SQLite database: name another file" + shown;
      case UNAVAILABLE -> "cannot be reached: check that the disk and the file are there" + shown;
      case UNEXPECTED -> "failed in an unexpected way" + shown;
    };
  }
}
