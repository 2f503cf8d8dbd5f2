package daybook.contract;

import java.math.BigDecimal;

/**
 * How often an operation may be called by one application for one account (CONTRACT 5).
 *
 * @param rate calls a second that a bucket regains, above zero
 * @param burst calls a full bucket holds, at least one
 */
public record UsagePlan(BigDecimal rate, int burst) {

  /** Checks the bounds. */
  public UsagePlan {
    if (rate.signum() <= 0 || burst < 1) {
      throw new IllegalArgumentException("a usage plan needs a rate above 0 and a burst above 0");
    }
  }

  /** Returns a plan of the given rate, as decimal text, and burst. */
  public static UsagePlan of(String rate, int burst) {
    return new UsagePlan(new BigDecimal(rate), burst);
  }

  /** Returns the rate as the {@code x-amzn-RateLimit-Limit} header prints it: 0.5, 2.0, 0.0167. */
  public String header() {
    BigDecimal plain = rate.stripTrailingZeros();
    return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
  }
}
