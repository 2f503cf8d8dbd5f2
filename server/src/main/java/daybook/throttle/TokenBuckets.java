package daybook.throttle;

import daybook.contract.UsagePlan;
import daybook.store.Store.NotAtOnceException;
import daybook.store.bucket.BucketKey;

/** Where tokens are counted: a bucket for each operation, application and account. */
interface TokenBuckets {

  /**
   * Takes a token out of a bucket, if there is one in it; may wait.
   *
   * @throws daybook.store.StoreException if that can't be found out
   */
  Decision take(BucketKey key, UsagePlan plan);

  /**
   * Does the same without waiting for anything.
   *
   * @throws NotAtOnceException if it can't be done so
   */
  Decision takeAtOnce(BucketKey key, UsagePlan plan);

  /** Returns how many buckets are kept in memory, those that are about to be dropped included. */
  long count();

  /** Drops what is of no use any more; may wait. */
  void tidy();
}
