package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many hostile requests, over real sockets, against the built program.
 *
 * <p>{@code -Ddaybook.fuzz=200000} sends more of them, {@code -Ddaybook.fuzz.seed=7} others.
 */
class HostileRequestsIT {

  private static final long REQUESTS = Long.getLong("daybook.fuzz", 10_000);
  private static final long SEED = Long.getLong("daybook.fuzz.seed", 20_260_101);
  private static final long MEBIBYTE = 1_048_576;

  @TempDir Path directory;

  @Test
  void hostileRequests_neitherHarmNorLearn() throws Exception {
    HostileRun run = HostileRun.of(directory, SEED, 0, REQUESTS);

    System.out.println(run.report());
    assertThat(run.tally().problems()).as("seed %d%n%s", SEED, run.report()).isEmpty();
    assertThat(run.log()).as("warnings and errors the server logged").isEmpty();
    // Anything can be right if nothing was understood.
    for (String status : new String[] {"200", "400", "401", "403", "404", "413", "414", "431"}) {
      assertThat(run.tally().count(status)).as("answers of status " + status).isPositive();
    }
    assertThat(run.after().heapBytes())
        .as(run.report())
        .isLessThan(run.before().heapBytes() + 4 * MEBIBYTE);
    assertThat(run.after().files()).as(run.report()).isLessThanOrEqualTo(run.before().files() + 8);
  }
}
