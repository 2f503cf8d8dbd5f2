package daybook.throttle;

import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.store.Store.NotAtOnceException;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.Buckets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A token bucket for each operation, application and account (CONTRACT 5).
 *
 * <p>A bucket holds the plan's burst, starts full and regains tokens one by one, evenly. A rate of
 * 0.0167 a second is kept as 167 tokens in 10,000 seconds, so nothing is rounded.
 */
public final class Throttle {

  private static final int MAX_BUCKETS = 100_000;

  private final UsagePlans plans;
  private final TokenBuckets buckets;

  /** Counts for this process alone, in its memory. */
  public Throttle(InstantSource clock, UsagePlans plans) {
    this(clock, plans, MAX_BUCKETS);
  }

  /** Counts for this process alone, in no more buckets than given. */
  Throttle(InstantSource clock, UsagePlans plans, int maxBuckets) {
    this(plans, new LocalBuckets(clock, maxBuckets));
  }

  private Throttle(UsagePlans plans, TokenBuckets buckets) {
    this.plans = plans;
    this.buckets = buckets;
  }

  /** Counts together with all processes that keep their buckets there. */
  public static Throttle shared(InstantSource clock, UsagePlans plans, Buckets stored) {
    return new Throttle(plans, new SharedBuckets(clock, stored, MAX_BUCKETS));
  }

  /**
   * Takes a token out of the caller's bucket, if there is one in it; may wait.
   *
   * @throws daybook.store.StoreException if the bucket is shared and the store can't answer
   */
  public Decision take(OperationSpec operation, Caller caller) {
    Optional<UsagePlan> plan = plans.plan(operation, caller.account());
    return plan.isEmpty() ? Decision.ALLOWED : buckets.take(key(operation, caller), plan.get());
  }

  /**
   * Does the same for a thread that must not wait.
   *
   * @throws NotAtOnceException if the store has to be asked
   */
  public Decision takeAtOnce(OperationSpec operation, Caller caller) {
    Optional<UsagePlan> plan = plans.plan(operation, caller.account());
    return plan.isEmpty()
        ? Decision.ALLOWED
        : buckets.takeAtOnce(key(operation, caller), plan.get());
  }

  private static BucketKey key(OperationSpec operation, Caller caller) {
    return new BucketKey(caller.account(), operation.operationId(), caller.clientId());
  }

  /** Returns how many buckets are in memory, those that are about to be dropped included. */
  public long bucketCount() {
    return buckets.count();
  }

  /**
   * Drops buckets that say no more than that they are full; to be called on a schedule.
   *
   * @throws daybook.store.StoreException if the store can't answer; they go the next time
   */
  public void tidy() {
    buckets.tidy();
  }
}
