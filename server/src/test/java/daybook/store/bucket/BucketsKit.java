package daybook.store.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of shared buckets must do. */
public abstract class BucketsKit {

  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.001Z");
  private static final AccountId ONE = new AccountId("one");
  private static final AccountId TWO = new AccountId("two");
  private static final BucketKey KEY = key(ONE, "getOrders", "app");

  private Buckets buckets;

  /** Returns an empty one. */
  protected abstract Buckets empty() throws Exception;

  @BeforeEach
  void open() throws Exception {
    buckets = empty();
  }

  private static BucketKey key(AccountId account, String operation, String client) {
    return new BucketKey(account, operation, client);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static StoredBucket bucket(String state) {
    return new StoredBucket("0.5/10", T0, T0.plusMillis(20_000), bytes(state));
  }

  private String state(BucketKey key) {
    return new String(buckets.find(key).orElseThrow().state(), UTF_8);
  }

  @Test
  void bucket_nobodyHasUsed_isNotThere() {
    assertThat(buckets.find(KEY)).isEmpty();
    assertThat(buckets.replace(KEY, bytes("was never there"), bucket("a"))).isFalse();
    assertThat(buckets.find(KEY)).isEmpty();
  }

  @Test
  void bucket_isFoundAsItWasPut() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    StoredBucket put = new StoredBucket("0.0167/20", T0, T0.plusMillis(7), all);
    assertThat(buckets.replace(KEY, null, put)).isTrue();
    assertThat(buckets.find(KEY).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(new StoredBucket("0.0167/20", T0, T0.plusMillis(7), all));
  }

  @Test
  void bucket_isReplacedOnlyAsItWasFound() {
    assertThat(buckets.replace(KEY, null, bucket("a"))).isTrue();
    assertThat(buckets.replace(KEY, null, bucket("b"))).as("somebody else was first").isFalse();
    assertThat(buckets.replace(KEY, bytes("x"), bucket("b"))).isFalse();
    assertThat(state(KEY)).isEqualTo("a");
    assertThat(buckets.replace(KEY, bytes("a"), bucket("b"))).isTrue();
    assertThat(buckets.replace(KEY, bytes("a"), bucket("c"))).isFalse();
    assertThat(state(KEY)).isEqualTo("b");
    StoredBucket other = new StoredBucket("1/2", T0.plusMillis(1), T0.plusMillis(9), bytes("d"));
    assertThat(buckets.replace(KEY, bytes("b"), other)).isTrue();
    assertThat(buckets.find(KEY).orElseThrow()).usingRecursiveComparison().isEqualTo(other);
  }

  @Test
  void buckets_areApartByEachPartOfTheKey() {
    List<BucketKey> keys =
        List.of(
            KEY,
            key(TWO, "getOrders", "app"),
            key(ONE, "getTransactions", "app"),
            key(ONE, "getOrders", "APP"),
            key(ONE, "getOrders", "app "));
    for (BucketKey key : keys) {
      assertThat(buckets.replace(key, null, bucket(key.toString()))).isTrue();
    }
    for (BucketKey key : keys) {
      assertThat(state(key)).isEqualTo(key.toString());
    }
  }

  @Test
  void fullBuckets_ofTheAccountAreDropped_andNoOthers() {
    BucketKey later = key(ONE, "getTransactions", "app");
    BucketKey stranger = key(TWO, "getOrders", "app");
    buckets.replace(KEY, null, bucket("a"));
    buckets.replace(later, null, new StoredBucket("2/10", T0, T0.plusMillis(20_001), bytes("b")));
    buckets.replace(stranger, null, bucket("c"));

    assertThat(buckets.dropFull(ONE, T0.plusMillis(19_999))).isZero();
    assertThat(buckets.dropFull(ONE, T0.plusMillis(20_000))).isEqualTo(1);

    assertThat(buckets.find(KEY)).isEmpty();
    assertThat(buckets.find(later)).isPresent();
    assertThat(buckets.find(stranger)).isPresent();
    assertThat(buckets.dropFull(ONE, T0.plusMillis(20_000))).isZero();
    assertThat(buckets.replace(KEY, null, bucket("again"))).isTrue();
  }

  @Test
  void bucket_replacedByManyAtOnce_losesNoChange() throws Exception {
    int each = 20;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> counters = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        counters.add(() -> count(each));
      }
      for (Future<Integer> counted : threads.invokeAll(counters)) {
        assertThat(counted.get()).isEqualTo(each);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(state(KEY)).isEqualTo(String.valueOf(4 * each));
  }

  private int count(int times) {
    int done = 0;
    while (done < times) {
      StoredBucket found = buckets.find(KEY).orElse(null);
      String next =
          found == null ? "1" : "" + (Integer.parseInt(new String(found.state(), UTF_8)) + 1);
      done += buckets.replace(KEY, found == null ? null : found.state(), bucket(next)) ? 1 : 0;
    }
    return done;
  }
}
