package daybook.store.sql.session;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.sql.session.SchemaVersion.Change;
import java.sql.SQLException;

/**
 * Runs work on sessions of a store, in transactions or outside of them, and runs again what only
 * bad luck or a lost connection has ended.
 */
public final class Sessions implements Session.Readers, AutoCloseable {

  /** Something done with a session. It may be done again from its beginning. */
  public interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** Each time but the last is followed by another one. */
  private static final int TIMES = 5;

  private final Dialect dialect;
  private final Lender lender;

  private Sessions(Dialect dialect, Lender lender) {
    this.dialect = dialect;
    this.lender = lender;
  }

  /**
   * Opens a store. One that is empty or missing is created, one of an older program migrated.
   *
   * @throws StoreException if it is no store of this program or of an older one, or can't be used
   */
  public static Sessions open(StoreOptions options, SchemaVersion schema) {
    return open(options, schema, Change.ALLOWED);
  }

  /**
   * Opens a store.
   *
   * @param change what may be done about one that is empty, missing or of an older program
   * @throws StoreException if it is no store of this program or of an older one, or can't be used
   */
  public static Sessions open(StoreOptions options, SchemaVersion schema, Change change) {
    // One method each, so that the classes of an engine nobody uses are never loaded.
    return options instanceof SqliteOptions file
        ? sqlite(file, schema, change)
        : postgres((PostgresOptions) options, schema, change);
  }

  private static Sessions sqlite(SqliteOptions options, SchemaVersion schema, Change change) {
    SqliteDialect dialect = new SqliteDialect(options);
    try {
      StoreFile file = new StoreFile(dialect, options, schema, change);
      file.prepare();
      return new Sessions(dialect, new SqliteLender(dialect, options, file));
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  private static Sessions postgres(PostgresOptions options, SchemaVersion schema, Change change) {
    PostgresDialect dialect = new PostgresDialect(options.name());
    PostgresServer server = new PostgresServer(options);
    try {
      new PostgresSchema(server, dialect, schema, change).prepare();
      return new Sessions(dialect, new PostgresLender(server, dialect));
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  /**
   * Brings the tables of a store up to date, and makes them where there are none.
   *
   * @return the version they had, 0 where there were none
   * @throws StoreException if it is no store of this program or of an older one, or can't be used
   */
  public static int migrate(StoreOptions options, SchemaVersion schema) {
    return options instanceof SqliteOptions file
        ? migrateFile(file, schema)
        : migrateServer((PostgresOptions) options, schema);
  }

  private static int migrateFile(SqliteOptions options, SchemaVersion schema) {
    SqliteDialect dialect = new SqliteDialect(options);
    try {
      return new StoreFile(dialect, options, schema, Change.ALLOWED).prepare();
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  private static int migrateServer(PostgresOptions options, SchemaVersion schema) {
    PostgresDialect dialect = new PostgresDialect(options.name());
    try {
      return new PostgresSchema(new PostgresServer(options), dialect, schema, Change.ALLOWED)
          .prepare();
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  /** One try on a session that somebody lends. */
  private interface Try<T> {
    T now() throws SQLException;
  }

  @Override
  public <T> T read(Work<T> work) {
    return untilDone(() -> lender.reading(work));
  }

  /**
   * Writes with a single statement, which is a transaction by itself and costs one way to the
   * server and back. It is run again when the connection was lost, whether it was done or not: once
   * too often must do no harm.
   */
  public <T> T writeAlone(Work<T> work) {
    return untilDone(() -> lender.writing(work));
  }

  private <T> T untilDone(Try<T> attempt) {
    for (int time = 1; ; time++) {
      try {
        return attempt.now();
      } catch (SQLException e) {
        if (time == TIMES || dialect.again(e) == Dialect.Again.NEVER) {
          throw dialect.fault(e);
        }
      }
    }
  }

  /** Returns readers that throw {@link NotAtOnceException} where no session is free. */
  public Session.Readers atOnce() {
    return new AtOnce();
  }

  /** Readers that take a session that is free, and wait for none. */
  private final class AtOnce implements Session.Readers {

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public boolean mayWait() {
      return false;
    }

    @Override
    public <T> T read(Work<T> work) {
      try {
        return lender.readingAtOnce(work);
      } catch (SQLException e) {
        throw dialect.fault(e);
      }
    }
  }

  /** Reads and writes in one transaction. */
  public <T> T write(Work<T> work) {
    return transact(work, true);
  }

  /**
   * Reads and writes in one transaction, which leaves no trace if the work returns false.
   *
   * <p>The work finds out by itself whether it was done before, and returns false then. So it is
   * done again also where a connection is lost while it commits.
   */
  public boolean writeIf(Work<Boolean> work) {
    return transact(work, false);
  }

  private <T> T transact(Work<T> work, boolean always) {
    for (int time = 1; ; time++) {
      Attempt<T> attempt = new Attempt<>(work, always);
      try {
        return lender.writing(attempt);
      } catch (SQLException e) {
        Dialect.Again again = dialect.again(e);
        if (time == TIMES
            || again == Dialect.Again.NEVER
            || (again == Dialect.Again.BEFORE_COMMIT && always && attempt.committing)) {
          throw dialect.fault(e);
        }
      }
    }
  }

  /** One try of a transaction that writes. */
  private final class Attempt<T> implements Work<T> {

    private final Work<T> work;
    private final boolean always;
    private boolean committing;

    Attempt(Work<T> work, boolean always) {
      this.work = work;
      this.always = always;
    }

    @Override
    public T in(Session session) throws SQLException {
      dialect.beginWriting(session);
      boolean done = false;
      try {
        T result = work.in(session);
        if (always || Boolean.TRUE.equals(result)) {
          committing = true;
          dialect.commit(session);
          done = true;
        }
        return result;
      } finally {
        if (!done) {
          dialect.rollback(session);
        }
      }
    }
  }

  /**
   * Answers at once if the store can be read and written.
   *
   * @throws StoreException if it can't
   */
  public void probe() {
    try {
      lender.probe();
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  /**
   * Does something whenever another copy of the store has taken the place of the one before, so
   * that nothing is remembered that is true no more.
   */
  public void whenReopened(Runnable action) {
    lender.whenReopened(action);
  }

  /** Waits for what is under way and closes everything. */
  @Override
  public void close() {
    try {
      lender.close();
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }
}
