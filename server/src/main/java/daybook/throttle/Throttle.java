package daybook.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket for each operation, application and account (CONTRACT 5).
 *
 * <p>A bucket holds the plan's burst, starts full and regains tokens one by one, evenly. A rate of
 * 0.0167 a second is kept as 167 tokens in 10,000 seconds, so nothing is rounded.
 *
 * <p>A bucket is dropped once nobody has used it for as long as an empty one needs to fill up: it
 * is full then, as a new one would be. Should there be very many at a time, newcomers share one
 * bucket for each plan instead of pushing out others, which would come back full.
 */
public final class Throttle {

  private static final int MAX_BUCKETS = 100_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final UsagePlans plans;
  private final SteadyMeter meter;
  private final int maxBuckets;
  private final Cache<Key, Sized> buckets;
  private final Map<Shared, Bucket> shared = new ConcurrentHashMap<>();

  private record Key(String operationId, String clientId, AccountId account) {}

  private record Shared(String operationId, UsagePlan plan) {}

  // A bucket and the nanoseconds in which it fills up from empty.
  private record Sized(Bucket bucket, long fillNanos) {}

  /** Starts with full buckets. */
  public Throttle(InstantSource clock, UsagePlans plans) {
    this(clock, plans, MAX_BUCKETS);
  }

  /** Starts with full buckets, of which there will be no more than given. */
  Throttle(InstantSource clock, UsagePlans plans, int maxBuckets) {
    this.plans = plans;
    this.meter = new SteadyMeter(clock);
    this.maxBuckets = maxBuckets;
    this.buckets =
        Caffeine.newBuilder()
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<Key, Sized>accessing((key, sized) -> Duration.ofNanos(sized.fillNanos())))
            .build();
  }

  /** Takes a token out of the caller's bucket, if there is one in it. */
  public Decision take(OperationSpec operation, Caller caller) {
    Optional<UsagePlan> plan = plans.plan(operation, caller.account());
    if (plan.isEmpty()) {
      return Decision.ALLOWED;
    }
    Key key = new Key(operation.operationId(), caller.clientId(), caller.account());
    ConsumptionProbe probe = bucket(key, plan.get()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Decision.ALLOWED
        : Decision.refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Returns how many buckets are kept, those that are about to be dropped included. */
  public long bucketCount() {
    return buckets.estimatedSize() + shared.size();
  }

  private Bucket bucket(Key key, UsagePlan plan) {
    Sized known = buckets.getIfPresent(key);
    if (known != null) {
      return known.bucket();
    }
    Shared share = new Shared(key.operationId(), plan);
    if (buckets.estimatedSize() >= maxBuckets) {
      buckets.cleanUp();
      if (buckets.estimatedSize() >= maxBuckets) {
        return shared.computeIfAbsent(share, absent -> newBucket(plan, plan.burst()));
      }
    }
    // Who took from the shared bucket until now must not find a full one of his own.
    Bucket before = shared.get(share);
    long tokens = before == null ? plan.burst() : before.getAvailableTokens();
    return buckets.get(key, absent -> new Sized(newBucket(plan, tokens), fillNanos(plan))).bucket();
  }

  private Bucket newBucket(UsagePlan plan, long tokens) {
    // rate = refill / nanos, both whole and without a common factor.
    BigDecimal rate = plan.rate().stripTrailingZeros();
    BigInteger seconds = BigInteger.TEN.pow(Math.max(0, rate.scale()));
    BigInteger refill = rate.multiply(new BigDecimal(seconds)).toBigIntegerExact();
    BigInteger nanos = seconds.multiply(BigInteger.valueOf(NANOS_PER_SECOND));
    BigInteger factor = refill.gcd(nanos);
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(plan.burst())
            .refillGreedy(
                refill.divide(factor).longValueExact(),
                Duration.ofNanos(nanos.divide(factor).longValueExact()))
            .initialTokens(tokens)
            .build();
    return Bucket.builder().addLimit(limit).withCustomTimePrecision(meter).build();
  }

  private static long fillNanos(UsagePlan plan) {
    return BigDecimal.valueOf(plan.burst())
        .multiply(BigDecimal.valueOf(NANOS_PER_SECOND))
        .divide(plan.rate(), 0, RoundingMode.CEILING)
        .add(BigDecimal.ONE)
        .min(BigDecimal.valueOf(SteadyMeter.END))
        .longValueExact();
  }
}
