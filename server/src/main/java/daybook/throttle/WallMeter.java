package daybook.throttle;

import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time in nanoseconds since 1970, which all nodes have in common as far as their clocks agree.
 *
 * @param clock where it is taken from
 */
record WallMeter(InstantSource clock) implements TimeMeter {

  private static final long NANOS = 1_000_000_000;

  /** The last second that counts, in 2262; time stands still then. */
  private static final long LAST = Long.MAX_VALUE / NANOS - 1;

  @Override
  public long currentTimeNanos() {
    Instant now = clock.instant();
    long second = now.getEpochSecond();
    return second > LAST ? LAST * NANOS : Math.max(0, second) * NANOS + now.getNano();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
