package daybook.throttle;

import daybook.store.bucket.Buckets;
import daybook.store.bucket.StoredBucket;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counting library's way to buckets in the store: it reads one, counts, and puts it back if it
 * is still as it was; if not, it begins again.
 */
final class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<SharedBucket> {

  private static final Logger LOG = LoggerFactory.getLogger(StoredBuckets.class);

  // In each round somebody succeeds, and each process has one in the round.
  private static final int MOST_ROUNDS = 100;

  /** A bucket from a later time than this is of no use: nobody could say when it gains a token. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(1);

  private final Buckets stored;
  private final InstantSource clock;
  private final WallMeter meter;
  private final AtomicBoolean hasWarned = new AtomicBoolean();

  StoredBuckets(Buckets stored, InstantSource clock) {
    super(
        ClientSideConfig.getDefault()
            .withClientClock(new WallMeter(clock))
            .withMaxRetries(MOST_ROUNDS));
    this.stored = stored;
    this.clock = clock;
    this.meter = new WallMeter(clock);
  }

  /** One use of a bucket. */
  private final class Use implements CompareAndSwapOperation {

    private final SharedBucket bucket;
    private @Nullable StoredBucket found;

    Use(SharedBucket bucket) {
      this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> getStateData(Optional<Long> timeout) {
      found = bucket.likely().orElseGet(this::read);
      if (found == null || isAhead(found)) {
        return Optional.empty();
      }
      return Optional.of(
          found.plan().equals(bucket.planText()) ? found.state() : byPlan(found.state()));
    }

    private @Nullable StoredBucket read() {
      StoredBucket read = stored.find(bucket.key()).orElse(null);
      bucket.found(read);
      return read;
    }

    // It was filled by another plan: what was half full stays half full.
    private byte[] byPlan(byte[] state) {
      MutableBucketEntry entry = new MutableBucketEntry(state);
      RemoteBucketState changed = entry.get();
      changed.replaceConfiguration(
          bucket.configuration(),
          TokensInheritanceStrategy.PROPORTIONALLY,
          meter.currentTimeNanos());
      entry.set(changed);
      return entry.getStateBytes(getBackwardCompatibilityVersion());
    }

    @Override
    public boolean compareAndSwap(
        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
      Instant asOf = clock.instant();
      if (found != null && found.asOf().isAfter(asOf) && !isAhead(found)) {
        asOf = found.asOf();
      }
      StoredBucket next =
          new StoredBucket(
              bucket.planText(), asOf, asOf.plusNanos(bucket.refill().fillNanos()), after);
      boolean done = stored.replace(bucket.key(), found == null ? null : found.state(), next);
      if (done) {
        bucket.replaced(next);
      } else {
        bucket.lost();
      }
      return done;
    }
  }

  private boolean isAhead(StoredBucket found) {
    boolean ahead = found.asOf().isAfter(clock.instant().plus(MOST_AHEAD));
    if (ahead && !hasWarned.getAndSet(true)) {
      LOG.warn(
          "the clock of another node was at {}, more than a minute ahead of this one's: usage plans"
              + " allow more than they should until the clocks agree",
          found.asOf());
    }
    return ahead;
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(SharedBucket bucket) {
    return new Use(bucket);
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(SharedBucket bucket) {
    throw new UnsupportedOperationException("the store is waited for");
  }

  @Override
  protected CompletableFuture<Void> removeAsync(SharedBucket bucket) {
    throw new UnsupportedOperationException("the store is waited for");
  }

  @Override
  public void removeProxy(SharedBucket bucket) {
    throw new UnsupportedOperationException("buckets go when they are full");
  }
}
