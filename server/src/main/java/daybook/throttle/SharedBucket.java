package daybook.throttle;

import daybook.contract.UsagePlan;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.StoredBucket;
import io.github.bucket4j.BucketConfiguration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a bucket that is kept in the store: by which plan it is counted, and
 * how it was when it was seen last.
 *
 * <p>What was seen is used without looking again in two ways, and both are sound because others
 * only ever take tokens out. A bucket that was empty stays so until its next token is due. And if
 * nobody else has written it between two uses, it is likely that nobody has this time; whoever
 * replaces it finds out.
 */
final class SharedBucket {

  private final BucketKey key;
  private final UsagePlan plan;
  private final Refill refill;

  private volatile long emptyUntil = Long.MIN_VALUE;

  // Used by one thread at a time: uses of a bucket are gathered and run together.
  private volatile @Nullable StoredBucket seen;
  private volatile boolean alone;

  SharedBucket(BucketKey key, UsagePlan plan) {
    this.key = key;
    this.plan = plan;
    this.refill = Refill.of(plan);
  }

  BucketKey key() {
    return key;
  }

  Refill refill() {
    return refill;
  }

  /** Returns the plan in words that are the same for the same plan. */
  String planText() {
    return plan.header() + "/" + plan.burst();
  }

  BucketConfiguration configuration() {
    return BucketConfiguration.builder().addLimit(refill.limit(refill.burst())).build();
  }

  /** Takes note that there is no token before the given time. */
  void emptyUntil(long nanos) {
    emptyUntil = nanos;
  }

  /** Returns for how long it is known to be empty; zero if that is not known. */
  long nanosEmpty(long now) {
    long left = emptyUntil - now;
    // A longer wait than for one token: the clock was moved back since.
    return left <= 0 || left > refill.tokenNanos() ? 0 : left;
  }

  /** Returns the bucket as it was seen last, if nobody else is likely to have changed it. */
  Optional<StoredBucket> likely() {
    return alone ? Optional.ofNullable(seen) : Optional.empty();
  }

  /** Takes note of the bucket as the store has it. */
  void found(@Nullable StoredBucket found) {
    StoredBucket before = seen;
    alone = found != null && before != null && Arrays.equals(found.state(), before.state());
    seen = found;
  }

  /** Takes note of the bucket as it was put into the store. */
  void replaced(StoredBucket next) {
    seen = next;
  }

  /** Takes note that somebody else has changed it. */
  void lost() {
    alone = false;
  }
}
