package daybook.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.VerboseResult;
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

  // The cache notes a use only if it comes a second or more after the one it noted before.
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final UsagePlans plans;
  private final SteadyMeter meter;
  private final int maxBuckets;
  private final Cache<Key, Sized> buckets;
  private final Map<Shared, Sized> shared = new ConcurrentHashMap<>();

  /** Whose bucket it is. */
  private record Key(String operationId, String clientId, AccountId account) {}

  /** Which newcomers share a bucket. */
  private record Shared(String operationId, UsagePlan plan) {}

  /** A bucket and its plan in whole numbers. */
  private record Sized(Bucket bucket, Refill refill) {}

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
                Expiry.<Key, Sized>accessing(
                    (key, sized) -> Duration.ofNanos(sized.refill().fillNanos()).plus(SLACK)))
            .build();
  }

  /** Takes a token out of the caller's bucket, if there is one in it. */
  public Decision take(OperationSpec operation, Caller caller) {
    Optional<UsagePlan> plan = plans.plan(operation, caller.account());
    if (plan.isEmpty()) {
      return Decision.ALLOWED;
    }
    Key key = new Key(operation.operationId(), caller.clientId(), caller.account());
    Sized sized = bucket(key, plan.get());
    if (sized.bucket().tryConsume(1)) {
      return Decision.ALLOWED;
    }
    VerboseResult<Boolean> again = sized.bucket().asVerbose().tryConsume(1);
    return again.getValue()
        ? Decision.ALLOWED
        : Decision.refused(sized.refill().untilNextToken(again.getState()));
  }

  /** Returns how many buckets are kept, those that are about to be dropped included. */
  public long bucketCount() {
    return buckets.estimatedSize() + shared.size();
  }

  private Sized bucket(Key key, UsagePlan plan) {
    Sized known = buckets.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Shared share = new Shared(key.operationId(), plan);
    if (buckets.estimatedSize() >= maxBuckets) {
      buckets.cleanUp();
      if (buckets.estimatedSize() >= maxBuckets) {
        return shared.computeIfAbsent(share, absent -> newBucket(plan, plan.burst()));
      }
    }
    // Who took from the shared bucket until now must not find a full one of his own.
    Sized before = shared.get(share);
    long tokens = before == null ? plan.burst() : before.bucket().getAvailableTokens();
    return buckets.get(key, absent -> newBucket(plan, tokens));
  }

  private Sized newBucket(UsagePlan plan, long tokens) {
    Refill refill = Refill.of(plan);
    Bucket bucket =
        Bucket.builder().addLimit(refill.limit(tokens)).withCustomTimePrecision(meter).build();
    return new Sized(bucket, refill);
  }
}
