package daybook.operation.reporting2021;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a range of order dates that only some of the sources know (CONTRACT 2 #20).
 *
 * @param longestRange longest time from start to end; null for any
 * @param lookBack how long ago the start may be; null for any time
 */
public record DateLimits(@Nullable Duration longestRange, @Nullable Duration lookBack) {

  /** No limits, as the reference has it. */
  public static final DateLimits NONE = new DateLimits(null, null);

  /** The limits of the guide: a day, within the past thirty. */
  public static final DateLimits STRICT = new DateLimits(Duration.ofHours(24), Duration.ofDays(30));
}
