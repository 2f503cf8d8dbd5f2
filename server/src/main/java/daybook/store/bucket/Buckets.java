package daybook.store.bucket;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the buckets that all processes on one store share.
 *
 * <p>A bucket may be lost when the store crashes: it is as if it were full. Everything here throws
 * {@code StoreException} when the store can't answer.
 */
public interface Buckets {

  /** Finds a bucket. */
  Optional<StoredBucket> find(BucketKey key);

  /**
   * Puts a bucket in the place of the one that was found, if nobody has changed it since. Of
   * several that try at once, one succeeds.
   *
   * @param found state of the bucket that was found; null if there was none
   * @return false, with nothing changed, if there is another one by now, or none
   */
  boolean replace(BucketKey key, byte @Nullable [] found, StoredBucket next);

  /** Forgets the buckets of an account that are full at the given time; returns how many. */
  int dropFull(AccountId account, Instant now);
}
