package daybook.store.bucket;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Buckets in memory, which obey the same kit; for tests that use them a great many times. */
public final class MemoryBuckets implements Buckets {

  private final Map<BucketKey, StoredBucket> all = new HashMap<>();
  private int finds;
  private int replaces;

  @Override
  public synchronized Optional<StoredBucket> find(BucketKey key) {
    finds++;
    return Optional.ofNullable(all.get(key));
  }

  @Override
  public synchronized boolean replace(BucketKey key, byte @Nullable [] found, StoredBucket next) {
    replaces++;
    StoredBucket now = all.get(key);
    if (now == null ? found != null : found == null || !Arrays.equals(now.state(), found)) {
      return false;
    }
    all.put(key, next);
    return true;
  }

  @Override
  public synchronized int dropFull(AccountId account, Instant now) {
    int before = all.size();
    all.entrySet()
        .removeIf(
            one -> one.getKey().account().equals(account) && !one.getValue().fullAt().isAfter(now));
    return before - all.size();
  }

  /** Returns how many there are. */
  public synchronized int size() {
    return all.size();
  }

  /** Returns how often one was looked for. */
  public synchronized int finds() {
    return finds;
  }

  /** Returns how often one was to be replaced. */
  public synchronized int replaces() {
    return replaces;
  }

  /** Loses all of them, as a server does that crashes. */
  public synchronized void lose() {
    all.clear();
  }
}
