package daybook.store.sql.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Lends sessions on a PostgreSQL server out of two pools, so that long writes never keep anybody
 * from reading.
 *
 * <p>The pools replace connections that are broken or old, and those to a server that is no longer
 * the primary one. The driver keeps prepared statements with the connection, so nothing is lost
 * when one is given back.
 */
final class PostgresLender implements Lender {

  /** True on a standby, and where an operator wants it so. */
  private static final String IS_READ_ONLY =
      "SELECT current_setting('transaction_read_only')::boolean";

  private static final Duration OLDEST = Duration.ofMinutes(30);
  private static final Duration CHECK_IDLE = Duration.ofMinutes(2);

  private final PostgresOptions options;
  private final PostgresDialect dialect;
  private final Pool readers;
  private final Pool writers;

  /** Held for reading by whoever uses a connection; taken for good when the pools are closed. */
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  private volatile boolean closed;

  PostgresLender(PostgresServer server, PostgresDialect dialect) {
    this.options = server.options();
    this.dialect = dialect;
    this.readers = pool("daybook-readers", options.readers(), server::reader);
    this.writers = pool("daybook-writers", options.writers(), server::writer);
  }

  /** Connections of one sort. */
  private static final class Pool {
    private final HikariDataSource connections;
    private volatile @Nullable SQLException lastFailure;

    Pool(HikariConfig config, Connections.Opening opening) {
      config.setDataSource(new Connections(() -> opened(opening)));
      connections = new HikariDataSource(config);
    }

    // What the library says of it, it says once, to one of all those who wait.
    private Connection opened(Connections.Opening opening) throws SQLException {
      try {
        Connection connection = opening.open();
        lastFailure = null;
        return connection;
      } catch (SQLException e) {
        lastFailure = e;
        throw e;
      }
    }

    boolean isAllLent() {
      return connections.getHikariPoolMXBean().getActiveConnections()
          >= connections.getMaximumPoolSize();
    }
  }

  private Pool pool(String name, int size, Connections.Opening opening) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(options.timeouts().free().toMillis());
    config.setValidationTimeout(options.timeouts().free().toMillis());
    config.setMaxLifetime(OLDEST.toMillis());
    config.setKeepaliveTime(CHECK_IDLE.toMillis());
    config.setExceptionOverride(new StandbyEviction());
    // A server that is away now may be there when it is needed.
    config.setInitializationFailTimeout(-1);
    return new Pool(config, opening);
  }

  @Override
  public <T> T reading(Sessions.Work<T> work) throws SQLException {
    return lent(readers, work);
  }

  // An answer across a network is always waited for.
  @Override
  public <T> T readingAtOnce(Sessions.Work<T> work) {
    throw new NotAtOnceException();
  }

  @Override
  public <T> T writing(Sessions.Work<T> work) throws SQLException {
    return lent(writers, work);
  }

  private <T> T lent(Pool pool, Sessions.Work<T> work) throws SQLException {
    if (closed || !use.readLock().tryLock()) {
      throw new StoreException(Kind.UNAVAILABLE, "the store is closed", null);
    }
    try (Session session = new Session(connection(pool), true)) {
      return work.in(session);
    } finally {
      use.readLock().unlock();
    }
  }

  private Connection connection(Pool pool) throws SQLException {
    try {
      return pool.connections.getConnection();
    } catch (SQLTransientConnectionException e) {
      SQLException failure = pool.lastFailure;
      if (failure != null) {
        throw dialect.fault(failure);
      }
      throw new StoreException(
          Kind.UNAVAILABLE,
          pool.isAllLent()
              ? "all "
                  + pool.connections.getMaximumPoolSize()
                  + " connections to "
                  + options.name()
                  + " are busy"
              : "the store " + options.name() + " gave no sign of life in time",
          e);
    }
  }

  @Override
  public void probe() throws SQLException {
    lent(readers, session -> session.first(row -> true, "SELECT 1 FROM account LIMIT 1"));
    boolean readOnly =
        lent(
            writers,
            session -> session.first(row -> row.getBoolean(1), IS_READ_ONLY).orElseThrow());
    if (readOnly) {
      throw new SQLException("the server takes no writes", "25006");
    }
  }

  // Nothing under way takes longer than the time for a statement.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      use.writeLock().lock();
      readers.connections.close();
      writers.connections.close();
    }
  }
}
