package daybook.throttle;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time in nanoseconds that never runs backwards, taken from a clock that may.
 *
 * <p>When the clock is moved back, this one stands still for that reading and goes on from there:
 * buckets neither gain tokens nor wait until the clock has caught up. When it is moved forward,
 * buckets gain what the time is worth.
 */
final class SteadyMeter implements TimeMeter {

  /** Where this time ends: 146 years, so that no sum of it overflows. */
  static final long END = Long.MAX_VALUE / 2;

  private static final Duration LONGEST_STEP = Duration.ofNanos(END);

  private final InstantSource clock;
  // Guarded by this: a reading must not overtake another one on its way into the sum.
  private Instant last;
  private long nanos;

  /** Starts at zero. */
  SteadyMeter(InstantSource clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public synchronized long currentTimeNanos() {
    Instant now = clock.instant();
    if (now.isAfter(last)) {
      Duration step = Duration.between(last, now);
      long gained = step.compareTo(LONGEST_STEP) < 0 ? step.toNanos() : END;
      nanos = Math.min(nanos + gained, END);
    }
    last = now;
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
