package conformance.cases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL for the servers that the kit starts, where they are several on one store. */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres server;
  private int schemas;

  Database() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "300")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setLocaleConfig("locale-provider", "icu")
            .setLocaleConfig("icu-locale", "en-US")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
  }

  /** Makes a place for one store; returns the program's options that name it. */
  List<String> emptySchema() throws IOException {
    String schema = "kit" + schemas++;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    String url =
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?currentSchema=" + schema;
    return List.of("--store", url, "--set", "store.user=postgres");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
