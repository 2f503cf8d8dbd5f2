package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL that can't be used when the program starts: one line that says what to do, exit code
 * 1 within seconds, so that whoever looks after services starts it again.
 */
class PostgresStartIT {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final String IMPATIENT = "store.connect-timeout=2s";

  @TempDir static Path directory;
  private static PostgresCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = PostgresCluster.in(directory.resolve("cluster")).start();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static void assertRefuses(String url, String password, String... words) throws Exception {
    Program program =
        new Program(
            directory, Map.of("DAYBOOK_STORE_USER", "daybook", "DAYBOOK_STORE_PASSWORD", password));
    long start = System.nanoTime();
    Program.Result refused =
        program.run("serve", "--port", "0", "--data", "data", "--store", url, "--set", IMPATIENT);
    assertThat(System.nanoTime() - start).isLessThan(BOUND_NANOS);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .startsWith("daybook: the store jdbc:postgresql://")
        .contains(words)
        .doesNotContain("\tat ", "Exception", password)
        .satisfies(said -> assertThat(said.lines()).hasSize(1));
  }

  @Test
  void nobodyListens_isSaid() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/daybook";
    assertRefuses(url, PostgresCluster.PASSWORD, url, "check that the server runs", "08001");
  }

  @Test
  void frozenServer_isGivenUp() throws Exception {
    cluster.freeze();
    try {
      assertRefuses(cluster.url(), PostgresCluster.PASSWORD, "did not answer in time");
    } finally {
      cluster.thaw();
    }
  }

  @Test
  void wrongPassword_isSaidAndNotShown() throws Exception {
    assertRefuses(cluster.url(), "not-the-word-4711", "DAYBOOK_STORE_PASSWORD", "28P01");
  }

  @Test
  void missingDatabase_isSaid() throws Exception {
    assertRefuses(
        cluster.url().replaceFirst("/daybook$", "/nowhere"),
        PostgresCluster.PASSWORD,
        "create the database",
        "3D000");
  }

  @Test
  void noConnectionLeft_isSaid() throws Exception {
    cluster.execute("ALTER ROLE daybook CONNECTION LIMIT 0");
    try {
      assertRefuses(
          cluster.url(), PostgresCluster.PASSWORD, "store.readers", "max_connections", "53300");
    } finally {
      cluster.execute("ALTER ROLE daybook CONNECTION LIMIT -1");
    }
  }

  @Test
  void readOnlyServerWithoutAStore_isSaid() throws Exception {
    assertRefuses(
        cluster.url() + "?options=-c%20default_transaction_read_only=on",
        PostgresCluster.PASSWORD,
        "the server is read-only",
        "25006");
  }
}
