package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SteadyMeterTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final SteadyMeter meter = new SteadyMeter(clock);

  @Test
  void time_startsAtZeroAndFollowsTheClock() {
    assertThat(meter.currentTimeNanos()).isZero();
    clock.advance(Duration.ofNanos(7));
    assertThat(meter.currentTimeNanos()).isEqualTo(7);
    clock.advance(Duration.ofDays(1));
    assertThat(meter.currentTimeNanos()).isEqualTo(86_400_000_000_007L);
  }

  @Test
  void clockMovedBack_stopsTimeForThatReadingOnly() {
    clock.advance(Duration.ofSeconds(10));
    assertThat(meter.currentTimeNanos()).isEqualTo(10_000_000_000L);
    clock.advance(Duration.ofDays(-1));
    assertThat(meter.currentTimeNanos()).isEqualTo(10_000_000_000L);
    clock.advance(Duration.ofNanos(1));
    assertThat(meter.currentTimeNanos()).isEqualTo(10_000_000_001L);
  }

  @Test
  void clockMovedByThousandsOfYears_doesNotOverflow() {
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofDays(365L * 1_000));
      assertThat(meter.currentTimeNanos()).isEqualTo(SteadyMeter.END);
    }
  }

  @Test
  void time_isNoWallClock() {
    assertThat(meter.isWallClockBased()).isFalse();
  }

  @Property(tries = 200)
  void time_isTheSumOfAllStepsForward(
      @ForAll @Size(max = 50)
          List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> steps) {
    long sum = meter.currentTimeNanos();
    for (long step : steps) {
      clock.advance(Duration.ofNanos(step));
      sum += Math.max(0, step);
      assertThat(meter.currentTimeNanos()).isEqualTo(sum);
    }
  }
}
