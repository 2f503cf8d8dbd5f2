package daybook.store.sql.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as the stored number of milliseconds. */
public final class Millis {

  private static final long LAST_SECOND = Long.MAX_VALUE / 1000 - 1;

  private Millis() {}

  /**
   * Returns the millisecond that an instant lies in; the first or last one if it is out of range.
   */
  public static long floor(Instant instant) {
    if (instant.getEpochSecond() > LAST_SECOND) {
      return Long.MAX_VALUE;
    }
    if (instant.getEpochSecond() < -LAST_SECOND) {
      return Long.MIN_VALUE;
    }
    return instant.toEpochMilli();
  }

  /** Returns the same of an instant that may be unknown. */
  public static @Nullable Long floorOrNull(@Nullable Instant instant) {
    return instant == null ? null : floor(instant);
  }

  /** Returns the first millisecond that is not before an instant. */
  public static long ceiling(Instant instant) {
    long floor = floor(instant);
    boolean exact = floor == Long.MAX_VALUE || !Instant.ofEpochMilli(floor).isBefore(instant);
    return exact ? floor : floor + 1;
  }
}
