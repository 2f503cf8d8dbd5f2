package daybook.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.Buckets;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Buckets that all processes on one store share.
 *
 * <p>Uses of a bucket that come together are gathered and counted at once, so that it is written by
 * one thread of a process at a time. A bucket that is known to be empty is not asked for again
 * before its next token is due: a caller who does not wait costs the store nothing.
 *
 * <p>Time is that of each node's clock. A bucket that another node has filled up to a later time
 * gains nothing until this node's clock is there: by clocks that differ, no plan gives more than
 * the difference is worth, once.
 *
 * <p>While the store can be read but not written, as a standby is, each process counts for itself:
 * what can be answered is answered.
 */
final class SharedBuckets implements TokenBuckets {

  private final Buckets stored;
  private final InstantSource clock;
  private final WallMeter meter;
  private final StoredBuckets library;
  private final LocalBuckets unwritten;
  private final Cache<BucketKey, Known> known;

  /** Accounts with a bucket that nobody here has used for as long as it needs to fill up. */
  private final Set<AccountId> idle = ConcurrentHashMap.newKeySet();

  /** A bucket, and the library's hand on it. */
  private record Known(SharedBucket bucket, BucketProxy hand) {}

  /** Keeps the buckets there, and remembers no more of them than given. */
  SharedBuckets(InstantSource clock, Buckets stored, int mostKnown) {
    this.stored = stored;
    this.clock = clock;
    this.meter = new WallMeter(clock);
    this.library = new StoredBuckets(stored, clock);
    this.unwritten = new LocalBuckets(clock, mostKnown);
    this.known =
        Caffeine.newBuilder()
            .ticker(new SteadyMeter(clock)::currentTimeNanos)
            .executor(Runnable::run)
            .maximumSize(mostKnown)
            .expireAfter(
                Expiry.<BucketKey, Known>accessing(
                    (key, one) ->
                        Duration.ofNanos(one.bucket().refill().fillNanos())
                            .plus(LocalBuckets.SLACK)))
            .evictionListener(
                (@Nullable BucketKey key, @Nullable Known one, RemovalCause cause) -> {
                  if (key != null) {
                    idle.add(key.account());
                  }
                })
            .build();
  }

  @Override
  public Decision take(BucketKey key, UsagePlan plan) {
    Known one = known(key, plan);
    SharedBucket bucket = one.bucket();
    Decision empty = knownEmpty(bucket);
    if (empty != null) {
      return empty;
    }
    VerboseResult<Boolean> result;
    try {
      result = consume(one.hand());
    } catch (StoreException e) {
      if (e.kind() == Kind.CANNOT_WRITE) {
        return unwritten.take(key, plan);
      }
      throw e;
    }
    if (result.getValue()) {
      return Decision.ALLOWED;
    }
    Duration wait = bucket.refill().untilNextToken(result.getState());
    bucket.emptyUntil(result.getOperationTimeNanos() + wait.toNanos());
    return Decision.refused(wait);
  }

  @Override
  public Decision takeAtOnce(BucketKey key, UsagePlan plan) {
    Decision empty = knownEmpty(known(key, plan).bucket());
    if (empty == null) {
      throw new NotAtOnceException();
    }
    return empty;
  }

  private @Nullable Decision knownEmpty(SharedBucket bucket) {
    long nanos = bucket.nanosEmpty(meter.currentTimeNanos());
    return nanos == 0 ? null : Decision.refused(Duration.ofNanos(nanos));
  }

  private Known known(BucketKey key, UsagePlan plan) {
    return known.get(
        key,
        absent -> {
          SharedBucket bucket = new SharedBucket(key, plan);
          return new Known(
              bucket,
              library
                  .builder()
                  .withOptimization(Optimizations.batching())
                  .build(bucket, bucket::configuration));
        });
  }

  private static VerboseResult<Boolean> consume(BucketProxy hand) {
    try {
      return hand.asVerbose().tryConsume(1);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof StoreException) {
          // Thrown anew: the first one may have met several threads that waited together.
          throw new StoreException(
              ((StoreException) cause).kind(), String.valueOf(cause.getMessage()), e);
        }
        if (cause instanceof BucketExecutionException) {
          throw new StoreException(Kind.BUSY, "a bucket is in use by too many at once", e);
        }
      }
      throw e;
    }
  }

  @Override
  public long count() {
    return known.estimatedSize();
  }

  @Override
  public void tidy() {
    known.cleanUp();
    unwritten.tidy();
    for (AccountId account : List.copyOf(idle)) {
      idle.remove(account);
      boolean done = false;
      try {
        stored.dropFull(account, clock.instant());
        done = true;
      } finally {
        if (!done) {
          idle.add(account);
        }
      }
    }
  }
}
