package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever writes to a store, killed at random moments.
 *
 * <p>{@code -Ddaybook.kills=1000} kills more often, {@code -Ddaybook.kills.seed=7} at others.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("daybook.kills", 3);
  private static final long SEED = Long.getLong("daybook.kills.seed", 20_260_302);

  @TempDir Path directory;

  static List<KillScenario> scenarios() {
    return KillScenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void kills_loseNothingAcknowledgedAndLeaveNothingByHalves(KillScenario scenario)
      throws Exception {
    KillRun run = KillRun.of(scenario, directory, KILLS, SEED);

    System.out.println(run.report());
    assertThat(run.kept()).isGreaterThanOrEqualTo(run.acknowledged());
    assertThat(run.cutShort()).as(run.report()).isGreaterThanOrEqualTo(KILLS / 5);
  }
}
