package daybook.throttle;

import java.time.Duration;

/**
 * Whether a call is within its usage plan.
 *
 * @param allowed whether it is
 * @param retryAfter time until the next call can succeed, to the nanosecond; zero when allowed
 */
public record Decision(boolean allowed, Duration retryAfter) {

  /** The call is within its plan. */
  public static final Decision ALLOWED = new Decision(true, Duration.ZERO);

  /** Returns the decision that the bucket is empty for the given time. */
  static Decision refused(Duration retryAfter) {
    return new Decision(false, retryAfter);
  }

  /** Returns {@link #retryAfter} in whole seconds, rounded up: the header's value. */
  public long retryAfterSeconds() {
    return retryAfter.plusNanos(999_999_999).toSeconds();
  }
}
