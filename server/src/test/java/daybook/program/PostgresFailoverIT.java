package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that goes over to the standby when the primary is lost, with all it has acknowledged.
 */
class PostgresFailoverIT {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  @TempDir Path directory;

  @Test
  void lostPrimary_isReplacedByItsStandbyWithoutARestart() throws Exception {
    try (PostgresCluster primary = PostgresCluster.in(directory.resolve("primary"));
        PostgresCluster standby = primary.standby(directory.resolve("standby"))) {
      primary.start();
      standby.start();
      primary.execute(
          "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()");
      awaitStandby(primary);
      String url = PostgresCluster.url(standby, primary);
      try (ServedDatabase served = ServedDatabase.of(500, url, directory)) {
        served.assertHeals();
        CompletableFuture<HttpResponse<String>> refused =
            CompletableFuture.supplyAsync(() -> writeUntilRefused(served));
        awaitWrites(primary, primary.number("SELECT count(*) FROM authorization_code") - 5);

        primary.kill();
        assertThat(refused.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        ServedDatabase.assertUnavailable(served::read);
        ServedDatabase.comesTo(503, served::ready);

        standby.promote();
        served.assertHeals();
        served.assertNothingIsLost();
      }
    }
  }

  private static HttpResponse<String> writeUntilRefused(ServedDatabase served) {
    try {
      HttpResponse<String> answer = served.write();
      while (answer.statusCode() == 200) {
        answer = served.write();
      }
      return answer;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitStandby(PostgresCluster primary) throws Exception {
    awaitNumber(
        primary, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'", 1, 1);
  }

  private static void awaitWrites(PostgresCluster primary, long atMost) throws Exception {
    awaitNumber(primary, "SELECT count(*) FROM authorization_code", 0, atMost);
  }

  private static void awaitNumber(PostgresCluster asked, String query, long least, long most)
      throws Exception {
    long start = System.nanoTime();
    long found = asked.number(query);
    while ((found < least || found > most) && System.nanoTime() - start < PATIENCE_NANOS) {
      found = asked.number(query);
    }
    assertThat(found).as(query).isBetween(least, most);
  }
}
