package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short soak; {@code -Ddaybook.soak=3600} makes it an hour. */
class SoakIT {

  private static final Duration TIME = Duration.ofSeconds(Long.getLong("daybook.soak", 15));
  private static final long MEBIBYTE = 1_048_576;

  @TempDir Path directory;

  @Test
  void everybodyAtOnce_findsNoFaultAndLeavesNothingBehind() throws Exception {
    Soak soak = Soak.of(directory, TIME);

    System.out.println(soak.table());
    assertThat(soak.problems()).as(soak.table()).isEmpty();
    assertThat(soak.table())
        .contains("listings checked: ", "grants made and revoked: ", "status 200: ");
    assertThat(soak.after().heapBytes())
        .as(soak.table())
        .isLessThan(soak.before().heapBytes() + 8 * MEBIBYTE);
    assertThat(soak.after().residentBytes()).as(soak.table()).isLessThan(500 * MEBIBYTE);
    assertThat(soak.after().files())
        .as(soak.table())
        .isLessThanOrEqualTo(soak.before().files() + 8);
    assertThat(soak.after().threads())
        .as(soak.table())
        .isLessThanOrEqualTo(soak.before().threads() + 8);
  }
}
