package daybook.store.sql;

import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.PostgresOptions.Login;
import daybook.store.sql.session.PostgresOptions.Timeouts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The PostgreSQL that tests use: one server for this JVM, or the one that {@code -Dstore.url=...}
 * names, with {@code -Dstore.user} and {@code -Dstore.password}. Each caller gets a schema of its
 * own there.
 *
 * <p>The server is as durable as it is by default, and its own order of text is that of a language,
 * so that whoever relies on it finds another order than that of bytes.
 */
public final class PostgresServers {

  private static final String GIVEN = System.getProperty("store.url", "");
  private static final Login LOGIN =
      GIVEN.isEmpty()
          ? new Login("postgres", "postgres")
          : new Login(System.getProperty("store.user"), System.getProperty("store.password"));

  private PostgresServers() {}

  /** Started when it is first asked for. */
  private static final class Started {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "300")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("autovacuum", "off")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "en-US")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the URL of the server's database. */
  public static String url() {
    return GIVEN.isEmpty()
        ? "jdbc:postgresql://127.0.0.1:" + Started.SERVER.getPort() + "/postgres"
        : GIVEN;
  }

  /** Returns who connects. */
  public static Login login() {
    return LOGIN;
  }

  /** Makes an empty schema and returns the URL that names it. */
  public static String emptySchema() {
    String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute(url(), "CREATE SCHEMA " + schema);
    return url() + (url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }

  /** Returns the usual options for a store there. */
  public static PostgresOptions options(String url) {
    return new PostgresOptions(url, LOGIN, 4, 4, Timeouts.USUAL);
  }

  /** Opens a connection beside the store's. */
  public static Connection connect(String url) throws SQLException {
    return LOGIN.user() == null
        ? DriverManager.getConnection(url)
        : DriverManager.getConnection(url, LOGIN.user(), LOGIN.password());
  }

  /** Runs statements beside the store. */
  public static void execute(String url, String... statements) {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the rows of a query, as text. */
  public static List<List<String>> rows(String url, String sql) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }
}
