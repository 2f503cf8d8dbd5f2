package daybook.program;

import static daybook.program.ServedDatabase.assertRefusesTokens;
import static daybook.program.ServedDatabase.assertUnavailable;
import static daybook.program.ServedDatabase.comesTo;
import static daybook.program.ServedDatabase.inTime;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server does when its PostgreSQL is gone, slow, frozen, read-only or has no connection
 * left: it answers in time, says how it is, loses nothing that it has acknowledged, and goes on by
 * itself when all is well again. One server goes through all of it.
 */
class PostgresTroubleIT {

  private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final String RELOAD = "SELECT pg_reload_conf()";
  private static final String RESET = "ALTER SYSTEM RESET ALL";
  private static final String CUT =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'daybook'";

  @TempDir static Path directory;
  private static PostgresCluster cluster;
  private static ServedDatabase served;

  private final ExecutorService clients = Executors.newCachedThreadPool();

  @BeforeAll
  static void start() throws Exception {
    cluster = PostgresCluster.in(directory.resolve("cluster")).start();
    served = ServedDatabase.of(500, cluster.url(), directory);
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  @AfterEach
  void heal() throws Exception {
    clients.shutdown();
    assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    served.assertHeals();
    served.assertNothingIsLost();
  }

  private static void assertAlive() throws Exception {
    RunningServer server = served.server();
    assertThat(inTime(AT_ONCE_NANOS, () -> server.get("/health/live", "")).statusCode())
        .isEqualTo(200);
    assertThat(inTime(AT_ONCE_NANOS, () -> server.get("/metrics", "")).statusCode()).isEqualTo(200);
    assertThat(
            inTime(AT_ONCE_NANOS, () -> server.get("/reports/2025-06-09/orderReports", "none"))
                .statusCode())
        .isEqualTo(403);
  }

  private List<Future<HttpResponse<String>>> start(int times, Callable<HttpResponse<String>> ask) {
    List<Future<HttpResponse<String>>> started = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      started.add(clients.submit(ask));
    }
    return started;
  }

  @Test
  void serverKilledAmidRequests_isToldAndUsedAgainWhenItIsBack() throws Exception {
    List<Future<HttpResponse<String>>> underWay = start(40, served::read);
    Future<HttpResponse<String>> written = clients.submit(PostgresTroubleIT::writeUntilRefused);
    comesTo(200, served::ready);
    cluster.kill();

    for (Future<HttpResponse<String>> read : underWay) {
      assertThat(read.get().statusCode()).isIn(200, 503);
    }
    assertRefusesTokens(written::get);
    assertUnavailable(served::read);
    assertThat(comesTo(503, served::ready).body()).isEqualTo("{\"status\":\"down\"}");
    assertAlive();
    assertThat(served.server().logged()).contains("cannot be reached: check that the server runs");

    cluster.start();
  }

  private static HttpResponse<String> writeUntilRefused() throws Exception {
    HttpResponse<String> answer = served.write();
    while (answer.statusCode() == 200) {
      answer = served.write();
    }
    return answer;
  }

  @Test
  void slowStatement_isEndedAndOnlyThoseWhoNeedItWait() throws Exception {
    try (Connection other = cluster.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE piece, authorization_code IN ACCESS EXCLUSIVE MODE");

      List<Future<HttpResponse<String>>> waiting = start(8, served::read);
      assertAlive();
      for (Future<HttpResponse<String>> read : waiting) {
        assertUnavailable(read::get);
      }
      assertRefusesTokens(served::write);
      assertThat(served.ready().statusCode()).as("it can serve").isEqualTo(200);
      assertThat(served.server().logged()).contains("did not answer in time (SQLSTATE 57014)");
      other.rollback();
    }
  }

  @Test
  void frozenServer_holdsUpNobodyForLong() throws Exception {
    served.assertHeals();
    cluster.freeze();
    try {
      List<Future<HttpResponse<String>>> waiting = start(12, served::read);
      Future<HttpResponse<String>> writing = clients.submit(served::write);
      assertAlive();
      HttpResponse<String> ready = inTime(3 * AT_ONCE_NANOS, () -> comesTo(503, served::ready));
      assertThat(ready.body()).isEqualTo("{\"status\":\"down\"}");
      assertAlive();
      for (Future<HttpResponse<String>> read : waiting) {
        assertUnavailable(read::get);
      }
      assertRefusesTokens(writing::get);
      // Whoever comes now finds all connections given up, and none to be had.
      assertUnavailable(served::read);
      assertThat(inTime(3 * AT_ONCE_NANOS, served::ready).statusCode()).isEqualTo(503);
      assertAlive();
    } finally {
      cluster.thaw();
    }
  }

  @Test
  void readOnlyServer_isReadAndSaidToTakeNoWrites() throws Exception {
    cluster.execute("ALTER SYSTEM SET default_transaction_read_only = on", RELOAD);
    try {
      comesTo(503, served::write);
      assertRefusesTokens(served::write);
      assertThat(served.read().statusCode()).isEqualTo(200);
      served.assertComesToSay(
          "{\"status\":\"up\",\"warnings\":[\"the store takes no writes; the access log says"
              + " why\"]}");
      assertThat(served.server().logged()).contains("cannot be written: the server is read-only");
    } finally {
      cluster.execute(RESET, RELOAD);
    }
  }

  @Test
  void serverWithoutFurtherConnections_isServedFromAsFarAsThoseInHandGo() throws Exception {
    served.assertHeals();
    cluster.execute("ALTER ROLE daybook CONNECTION LIMIT 0");
    try {
      for (Future<HttpResponse<String>> read : start(12, served::read)) {
        assertThat(read.get().statusCode()).isEqualTo(200);
      }
      cluster.execute(CUT);
      comesTo(503, served::read);
      assertUnavailable(served::read);
      comesTo(503, served::ready);
      assertThat(served.server().logged())
          .contains("has no connection left: raise max_connections");
    } finally {
      cluster.execute("ALTER ROLE daybook CONNECTION LIMIT -1");
    }
  }

  @Test
  void passwordChangedBehindItsBack_isSaidAndNotShown() throws Exception {
    cluster.execute("ALTER ROLE daybook PASSWORD 'another'", CUT);
    try {
      comesTo(503, served::read);
      assertUnavailable(served::read);
      assertThat(served.server().logged()).contains("refuses the user or the password");
    } finally {
      cluster.execute("ALTER ROLE daybook PASSWORD '" + PostgresCluster.PASSWORD + "'");
    }
  }

  @Test
  void commitThatTheStandbyDoesNotConfirm_isNotAcknowledged() throws Exception {
    cluster.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'", RELOAD);
    try {
      // The server waits for its standby, whatever the time for a statement is.
      comesTo(503, served::write);
      assertRefusesTokens(served::write);
      assertThat(served.read().statusCode()).isEqualTo(200);
      // Somebody ends the wait: committed, but here alone.
      Future<HttpResponse<String>> written = clients.submit(served::write);
      long start = System.nanoTime();
      while (!written.isDone() && System.nanoTime() - start < ServedDatabase.BOUND_NANOS) {
        cluster.number(
            "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity"
                + " WHERE wait_event = 'SyncRep'");
      }
      assertRefusesTokens(written::get);
      assertThat(served.server().logged()).contains("did not hear from its standby in time");
    } finally {
      cluster.execute(RESET, RELOAD);
    }
  }
}
