package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WallMeterTest {

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,           0",
    "1970-01-01T00:00:01.000000002Z, 1000000002",
    "2026-03-01T12:00:00.5Z,         1772366400500000000",
    // Before 1970 and beyond 2262 no sum may overflow.
    "1816-01-01T00:00:00Z,           0",
    "2262-04-11T23:47:14Z,           9223372034000000000",
    "3000-01-01T00:00:00Z,           9223372035000000000",
  })
  void time_isNanosecondsSince1970(Instant now, long nanos) {
    assertThat(new WallMeter(() -> now).currentTimeNanos()).isEqualTo(nanos);
  }

  @Test
  void time_isThatOfTheWall() {
    assertThat(new WallMeter(Instant::now).isWallClockBased()).isTrue();
  }
}
