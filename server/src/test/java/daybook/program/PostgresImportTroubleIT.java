package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose PostgreSQL is killed: it goes on when that is back in time, and else says so. */
class PostgresImportTroubleIT {

  private static final int ORDERS = 2_500;

  private static final String RELOAD = "SELECT pg_reload_conf()";

  /** Ends those who have committed, and wait for a standby before they say so. */
  private static final String CUT_COMMITS =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

  @TempDir Path directory;
  private PostgresCluster cluster;
  private Program program;
  private OrderFile orders;

  @BeforeEach
  void start() throws Exception {
    cluster = PostgresCluster.in(directory.resolve("cluster")).start();
    program = new Program(directory, ServedDatabase.environment());
    orders = OrderFile.write(directory.resolve("orders.jsonl"), ORDERS);
    try (Workspace workspace = ServedDatabase.open(cluster.url(), directory)) {
      OrderFile.createAccount(workspace);
    }
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private String[] command(String patience) {
    return new String[] {
      "import",
      "--data",
      "data",
      "--store",
      cluster.url(),
      "--set",
      "store.patience=" + patience,
      orders.file().toString()
    };
  }

  private long seen() {
    try (Workspace workspace = ServedDatabase.open(cluster.url(), directory)) {
      return OrderFile.seen(workspace);
    }
  }

  private int kept() {
    try (Workspace workspace = ServedDatabase.open(cluster.url(), directory)) {
      return orders.kept(workspace);
    }
  }

  /** Imports, and kills the server when something of it can be seen. */
  private Process killedAmid(String patience, Path err) throws Exception {
    Process running = program.start(directory.resolve("out"), err, command(patience));
    while (cluster.number("SELECT count(*) FROM business_order") == 0) {
      assertThat(running.isAlive()).isTrue();
    }
    cluster.kill();
    return running;
  }

  @Test
  void serverThatComesBackInTime_isWaitedForAndAllIsWritten() throws Exception {
    Path err = directory.resolve("err");
    Process running = killedAmid("60s", err);
    assertThat(running.waitFor(100, TimeUnit.MILLISECONDS)).as("it waits").isFalse();
    cluster.start();
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).as(Files.readString(err)).isZero();
    assertThat(kept()).isEqualTo(ORDERS);
  }

  @Test
  void connectionLostWhileABatchCommits_isNoReasonToGiveUp() throws Exception {
    Path err = directory.resolve("err");
    cluster.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'", RELOAD);
    Process running = program.start(directory.resolve("out"), err, command("20s"));
    while (cluster.number(CUT_COMMITS) == 0) {
      assertThat(running.isAlive()).as(Files.readString(err)).isTrue();
    }
    cluster.execute("ALTER SYSTEM RESET ALL", RELOAD);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).as(Files.readString(err)).isZero();
    assertThat(seen()).isEqualTo(ORDERS);
  }

  @Test
  void serverThatStaysAway_endsTheImportWithAMessageAndNothingByHalves() throws Exception {
    Path err = directory.resolve("err");
    Process running = killedAmid("1s", err);
    assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).isEqualTo(1);
    assertThat(Files.readString(err))
        .contains("cannot be reached: check that the server runs")
        .doesNotContain("\tat ");
    cluster.start();
    assertThat(kept()).isBetween(OrderFile.BATCH, ORDERS - 1);
    program.run(command("5s")).good();
    assertThat(seen()).isEqualTo(ORDERS);
  }
}
