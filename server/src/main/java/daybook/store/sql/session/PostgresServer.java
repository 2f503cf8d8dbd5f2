package daybook.store.sql.session;

import daybook.store.sql.session.PostgresOptions.Timeouts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * Opens connections to a PostgreSQL server.
 *
 * @param options where it is and how long to wait for it
 */
record PostgresServer(PostgresOptions options) {

  /** How statements of readers find their rows is settled by how they are written. */
  private static final String READER =
      """
      SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
      SET enable_seqscan = off;
      SET enable_bitmapscan = off;
      SET enable_hashjoin = off;
      SET enable_mergejoin = off;
      SET jit = off;
      SET max_parallel_workers_per_gather = 0""";

  /** An acknowledged commit survives a loss of power, whatever the server is used to. */
  private static final String WRITER =
      """
      SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;
      SET jit = off;
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'""";

  /**
   * Opens a connection that reads and writes, and whose statements may take as long as it takes.
   */
  Connection patient() throws SQLException {
    return connect("SET client_min_messages = warning", Duration.ZERO);
  }

  /** Opens a connection for a few questions. */
  Connection brief() throws SQLException {
    return connect(limits(), options.timeouts().answer());
  }

  /** Opens a connection that only reads. */
  Connection reader() throws SQLException {
    return connect(limits() + READER, options.timeouts().answer());
  }

  /** Opens a connection that reads and writes. */
  Connection writer() throws SQLException {
    return connect(limits() + WRITER, options.timeouts().answer());
  }

  private String limits() {
    Timeouts timeouts = options.timeouts();
    return "SET statement_timeout = "
        + timeouts.statement().toMillis()
        + "; SET lock_timeout = "
        + timeouts.lock().toMillis()
        + "; SET idle_in_transaction_session_timeout = "
        + timeouts.answer().toMillis()
        + "; ";
  }

  // What the URL says stands above these properties.
  private Connection connect(String settings, Duration answer) throws SQLException {
    Timeouts timeouts = options.timeouts();
    Properties properties = new Properties();
    if (options.login().user() != null) {
      properties.setProperty("user", options.login().user());
    }
    if (options.login().password() != null) {
      properties.setProperty("password", options.login().password());
    }
    properties.setProperty("ApplicationName", "daybook");
    properties.setProperty("connectTimeout", seconds(timeouts.connect()));
    // A server that takes the connection and does not even say hello is not waited for longer.
    properties.setProperty("socketTimeout", seconds(timeouts.connect()));
    properties.setProperty("sslResponseTimeout", Long.toString(timeouts.connect().toMillis()));
    properties.setProperty("tcpKeepAlive", "true");
    // Of several hosts, the one that takes writes; a single one is taken as it is, so that it can
    // still be read while it takes none.
    properties.setProperty("targetServerType", options.name().contains(",") ? "primary" : "any");
    // Statements are few and used again: the server keeps them from the first use on.
    properties.setProperty("prepareThreshold", "1");
    Connection connection = DriverManager.getConnection(options.url(), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
      if (answer.isZero() || !options.url().contains("socketTimeout=")) {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
