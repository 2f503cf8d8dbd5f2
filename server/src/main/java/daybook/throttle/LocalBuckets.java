package daybook.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import daybook.contract.UsagePlan;
import daybook.store.bucket.BucketKey;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Buckets of this process alone.
 *
 * <p>A bucket is dropped once nobody has used it for as long as an empty one needs to fill up: it
 * is full then, as a new one would be. Should there be very many at a time, newcomers share one
 * bucket for each plan instead of pushing out others, which would come back full.
 */
final class LocalBuckets implements TokenBuckets {

  // The cache notes a use only if it comes a second or more after the one it noted before.
  static final Duration SLACK = Duration.ofSeconds(5);

  private final SteadyMeter meter;
  private final int maxBuckets;
  private final Cache<BucketKey, Sized> buckets;
  private final Map<Shared, Sized> shared = new ConcurrentHashMap<>();

  /** Which newcomers share a bucket. */
  private record Shared(String operationId, UsagePlan plan) {}

  /** A bucket and its plan in whole numbers. */
  private record Sized(Bucket bucket, Refill refill) {}

  /** Starts with full buckets, of which there will be no more than given. */
  LocalBuckets(InstantSource clock, int maxBuckets) {
    this.meter = new SteadyMeter(clock);
    this.maxBuckets = maxBuckets;
    this.buckets =
        Caffeine.newBuilder()
            .ticker(meter::currentTimeNanos)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<BucketKey, Sized>accessing(
                    (key, sized) -> Duration.ofNanos(sized.refill().fillNanos()).plus(SLACK)))
            .build();
  }

  @Override
  public Decision take(BucketKey key, UsagePlan plan) {
    Sized sized = bucket(key, plan);
    if (sized.bucket().tryConsume(1)) {
      return Decision.ALLOWED;
    }
    VerboseResult<Boolean> again = sized.bucket().asVerbose().tryConsume(1);
    return again.getValue()
        ? Decision.ALLOWED
        : Decision.refused(sized.refill().untilNextToken(again.getState()));
  }

  @Override
  public Decision takeAtOnce(BucketKey key, UsagePlan plan) {
    return take(key, plan);
  }

  @Override
  public long count() {
    return buckets.estimatedSize() + shared.size();
  }

  @Override
  public void tidy() {
    buckets.cleanUp();
  }

  private Sized bucket(BucketKey key, UsagePlan plan) {
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
