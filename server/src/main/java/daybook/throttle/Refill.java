package daybook.throttle;

import daybook.contract.UsagePlan;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A usage plan in whole numbers: so many tokens in so many nanoseconds, without a common factor.
 *
 * @param burst tokens in a full bucket
 * @param tokens tokens gained, evenly, in {@code nanos}
 * @param nanos nanoseconds
 * @param fillNanos nanoseconds after which an empty bucket is full
 */
record Refill(int burst, long tokens, long nanos, long fillNanos) {

  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  static Refill of(UsagePlan plan) {
    BigDecimal rate = plan.rate().stripTrailingZeros();
    BigInteger seconds = BigInteger.TEN.pow(Math.max(0, rate.scale()));
    BigInteger tokens = rate.multiply(new BigDecimal(seconds)).toBigIntegerExact();
    BigInteger nanos = seconds.multiply(NANOS_PER_SECOND);
    BigInteger factor = tokens.gcd(nanos);
    BigDecimal fillNanos =
        new BigDecimal(NANOS_PER_SECOND.multiply(BigInteger.valueOf(plan.burst())))
            .divide(plan.rate(), 0, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(SteadyMeter.END));
    return new Refill(
        plan.burst(),
        tokens.divide(factor).longValueExact(),
        nanos.divide(factor).longValueExact(),
        fillNanos.longValueExact());
  }

  /** Returns the limit of a bucket that starts with the given tokens. */
  Bandwidth limit(long initialTokens) {
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(tokens, Duration.ofNanos(nanos))
        .initialTokens(initialTokens)
        .build();
  }

  /** Returns the longest wait for a token, in nanoseconds rounded up. */
  long tokenNanos() {
    return (nanos + tokens - 1) / tokens;
  }

  /**
   * Returns how long a bucket in this state takes to gain its next whole token.
   *
   * <p>The library rounds its answer down, so a client that believed it would come too early.
   */
  Duration untilNextToken(BucketState state) {
    // What the bucket has gained of its next token, in parts of which a token has "nanos".
    long gained = state.getCurrentSize(0) * nanos + state.getRoundingError(0);
    return Duration.ofNanos(Math.floorDiv(nanos - gained + tokens - 1, tokens));
  }
}
