package daybook.throttle;

import static daybook.throttle.ThrottleTest.caller;
import static daybook.throttle.ThrottleTest.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.MutableClock;
import daybook.config.PlanSetting;
import daybook.config.ThrottleSettings;
import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.domain.AccountId;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.Buckets;
import daybook.store.bucket.MemoryBuckets;
import daybook.store.bucket.StoredBucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several nodes that count in the same buckets, each with its own clock. */
final class SharedThrottleTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final MutableClock clock = new MutableClock(START);
  private final MemoryBuckets stored = new MemoryBuckets();
  private final OperationSpec operation = operation("a", "0.5", 10);
  private final Caller caller = caller("app", "acme");

  private Throttle node() {
    return node(clock, UsagePlans.ofContract());
  }

  private Throttle node(MutableClock itsClock, UsagePlans plans) {
    return Throttle.shared(itsClock, plans, stored);
  }

  private UsagePlans plans(String account, String rate, int burst) {
    PlanSetting plan = new PlanSetting(account, "a", new BigDecimal(rate), burst, "test");
    return UsagePlans.of(
        new ThrottleSettings(true, true, ThrottleSettings.Buckets.SHARED, List.of(plan)),
        List.of(operation));
  }

  private int takeAll(Throttle throttle) {
    int taken = 0;
    while (throttle.take(operation, caller).allowed()) {
      taken++;
      assertThat(taken).isLessThan(10_000);
    }
    return taken;
  }

  @ParameterizedTest
  @CsvSource({
    // operation, rate, burst, nanoseconds until the next token: as for a node alone
    "getOrders,                 0.0167, 20, 59880239521",
    "getOrderReports,           0.5,    10, 2000000000",
    "getTransactions,           2,      10, 500000000",
    "createRestrictedDataToken, 1,      10, 1000000000",
    "fast,                      1000000, 3, 1000"
  })
  void plan_isCountedOverAllNodes(String id, String rate, int burst, long nanos) {
    List<Throttle> nodes = List.of(node(), node(), node());
    OperationSpec one = operation(id, rate, burst);
    for (int i = 0; i < burst; i++) {
      assertThat(nodes.get(i % 3).take(one, caller)).isEqualTo(Decision.ALLOWED);
    }
    Decision refused = new Decision(false, Duration.ofNanos(nanos));
    for (Throttle node : nodes) {
      assertThat(node.take(one, caller)).isEqualTo(refused);
    }
    clock.advance(Duration.ofNanos(nanos - 1));
    for (Throttle node : nodes) {
      assertThat(node.take(one, caller).retryAfter()).isEqualTo(Duration.ofNanos(1));
    }
    clock.advance(Duration.ofNanos(1));
    assertThat(nodes.get(1).take(one, caller).allowed()).isTrue();
    assertThat(nodes.get(2).take(one, caller).allowed()).isFalse();
  }

  @Test
  void bucket_outlivesTheNodesThatUsedIt() {
    assertThat(takeAll(node())).isEqualTo(10);
    assertThat(takeAll(node())).isZero();
    clock.advance(Duration.ofSeconds(6));
    assertThat(takeAll(node())).isEqualTo(3);
  }

  @Test
  void buckets_areOfOneOperationApplicationAndAccount() {
    Throttle node = node();
    takeAll(node);
    assertThat(node.take(operation("b", "0.5", 1), caller).allowed()).isTrue();
    assertThat(node.take(operation, caller("other", "acme")).allowed()).isTrue();
    assertThat(node.take(operation, caller("app", "other")).allowed()).isTrue();
    assertThat(stored.size()).isEqualTo(4);
  }

  @Test
  void unlimited_asksNobody() {
    Throttle node = node(clock, UsagePlans.unlimited());
    for (int i = 0; i < 100; i++) {
      assertThat(node.take(operation, caller).allowed()).isTrue();
      assertThat(node.takeAtOnce(operation, caller).allowed()).isTrue();
    }
    assertThat(stored.finds() + stored.replaces()).isZero();
  }

  @Test
  void emptyBucket_isNotAskedForAgain_beforeItsNextToken() {
    Throttle node = node();
    takeAll(node);
    int asked = stored.finds();
    for (int i = 0; i < 1_000; i++) {
      assertThat(node.takeAtOnce(operation, caller).allowed()).isFalse();
    }
    assertThat(stored.finds()).isEqualTo(asked);
    clock.advance(Duration.ofSeconds(2));
    assertThat(node.take(operation, caller).allowed()).isTrue();
  }

  @Test
  void bucketThatOneNodeUses_isWrittenWithoutBeingRead() {
    Throttle node = node();
    for (int i = 0; i < 3; i++) {
      node.take(operation, caller);
    }
    int asked = stored.finds();
    for (int i = 0; i < 5; i++) {
      assertThat(node.take(operation, caller).allowed()).isTrue();
    }
    assertThat(stored.finds()).isEqualTo(asked);
    assertThat(takeAll(node())).as("others see what was taken").isEqualTo(2);
    clock.advance(Duration.ofSeconds(4));
    assertThat(takeAll(node)).as("and this one sees that others took").isEqualTo(2);
  }

  @Test
  void call_thatMustNotWait_isLeftToOneThatMay() {
    Throttle node = node();
    assertThatThrownBy(() -> node.takeAtOnce(operation, caller))
        .isInstanceOf(NotAtOnceException.class);
    assertThat(takeAll(node)).as("nothing was taken").isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    // tokens taken of 10, the new plan, what it leaves
    "0,  0.5, 30, 30",
    "5,  0.5, 30, 15",
    "10, 0.5, 30, 0",
    "9,  0.5, 2,  0",
    "5,  0.5, 2,  1",
    "5,  100, 10, 5",
  })
  void changedPlan_holdsForBucketsThatAreThere(int taken, String rate, int burst, int left) {
    Throttle before = node();
    for (int i = 0; i < taken; i++) {
      before.take(operation, caller);
    }
    Throttle after = node(clock, plans(null, rate, burst));
    assertThat(takeAll(after)).isEqualTo(left);
    clock.advance(Duration.ofSeconds(10_000));
    assertThat(takeAll(after)).as("the new burst").isEqualTo(burst);
    assertThat(after.take(operation, caller).retryAfter())
        .as("the new rate")
        .isEqualTo(
            Duration.ofNanos(
                BigDecimal.valueOf(1_000_000_000).divide(new BigDecimal(rate)).longValueExact()));
  }

  @Test
  void planOfOneAccount_holdsForItAlone() {
    Throttle node = node(clock, plans("acme", "0.5", 3));
    assertThat(takeAll(node)).isEqualTo(3);
    for (int i = 0; i < 10; i++) {
      assertThat(node.take(operation, caller("app", "other")).allowed()).isTrue();
    }
    assertThat(node.take(operation, caller("app", "other")).allowed()).isFalse();
  }

  @Test
  void clocksThatDiffer_giveTheDifferenceOnce_andNoMore() {
    MutableClock ahead = new MutableClock(START.plusSeconds(10));
    Throttle one = node();
    Throttle other = node(ahead, UsagePlans.ofContract());
    assertThat(takeAll(one)).isEqualTo(10);
    assertThat(takeAll(other)).as("10 s at 0.5 a second").isEqualTo(5);
    int taken = 0;
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofSeconds(2));
      ahead.advance(Duration.ofSeconds(2));
      taken += one.take(operation, caller).allowed() ? 1 : 0;
      taken += other.take(operation, caller).allowed() ? 1 : 0;
    }
    assertThat(taken).as("100 s at 0.5 a second").isEqualTo(50);
  }

  @Test
  void nodeBehind_isNotLockedOut_byAClockThatIsFarAhead() {
    Throttle wrong = node(new MutableClock(START.plus(Duration.ofDays(400))), plans(null, "1", 10));
    assertThat(takeAll(wrong)).isEqualTo(10);
    Throttle right = node(clock, plans(null, "1", 10));
    assertThat(takeAll(right)).as("a new bucket").isEqualTo(10);
    clock.advance(Duration.ofSeconds(3));
    assertThat(takeAll(right)).isEqualTo(3);
  }

  @Test
  void clockMovedBack_locksNobodyOut() {
    Throttle node = node();
    takeAll(node);
    clock.advance(Duration.ofDays(-400));
    assertThat(node.take(operation, caller).allowed()).isTrue();
    assertThat(takeAll(node)).isEqualTo(9);
    clock.advance(Duration.ofSeconds(2));
    assertThat(node.take(operation, caller).allowed()).isTrue();
  }

  @Test
  void bucketsThatAreFull_goWhenTheyAreIdle() {
    Throttle node = node();
    node.take(operation, caller);
    node.take(operation, caller("app", "other"));
    clock.advance(Duration.ofSeconds(15));
    node.take(operation, caller("app", "other"));
    node.tidy();
    assertThat(stored.size()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(15));
    node.tidy();
    assertThat(stored.size()).as("the other one was used meanwhile").isEqualTo(1);
    clock.advance(Duration.ofSeconds(30));
    node.tidy();
    assertThat(stored.size()).isZero();
    assertThat(node.bucketCount()).isZero();
    assertThat(takeAll(node)).isEqualTo(10);
  }

  @Test
  void bucketsOfANodeThatIsGone_goWithThoseOfTheirAccount() {
    node().take(operation("b", "0.5", 10), caller);
    Throttle node = node();
    node.take(operation, caller);
    clock.advance(Duration.ofMinutes(1));
    node.tidy();
    assertThat(stored.size()).isZero();
  }

  @Test
  void bucketsThatWereLost_areFull() {
    Throttle node = node();
    for (int i = 0; i < 5; i++) {
      node.take(operation, caller);
    }
    stored.lose();
    assertThat(takeAll(node)).isEqualTo(10);
  }

  /** A store that is away, or that can't be written. */
  private static final class Away implements Buckets {

    private final StoreException.Kind kind;
    private int asked;

    Away(StoreException.Kind kind) {
      this.kind = kind;
    }

    private StoreException away() {
      asked++;
      return new StoreException(kind, "gone fishing", null);
    }

    @Override
    public Optional<StoredBucket> find(BucketKey key) {
      throw away();
    }

    @Override
    public boolean replace(BucketKey key, byte[] found, StoredBucket next) {
      throw away();
    }

    @Override
    public int dropFull(AccountId account, Instant now) {
      throw away();
    }
  }

  @Test
  void storeThatIsAway_isToldAsItIs() {
    Throttle node =
        Throttle.shared(clock, UsagePlans.ofContract(), new Away(StoreException.Kind.UNAVAILABLE));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> node.take(operation, caller))
          .isInstanceOf(StoreException.class)
          .hasMessage("gone fishing")
          .extracting(e -> ((StoreException) e).kind())
          .isEqualTo(StoreException.Kind.UNAVAILABLE);
    }
  }

  @Test
  void storeThatCannotBeWritten_leavesEachNodeToCountForItself() {
    Buckets standby = new Away(StoreException.Kind.CANNOT_WRITE);
    assertThat(takeAll(Throttle.shared(clock, UsagePlans.ofContract(), standby))).isEqualTo(10);
    assertThat(takeAll(Throttle.shared(clock, UsagePlans.ofContract(), standby))).isEqualTo(10);
  }

  @Test
  void tidying_withTheStoreAway_isDoneTheNextTime() {
    Away away = new Away(StoreException.Kind.UNAVAILABLE);
    Throttle node = Throttle.shared(clock, UsagePlans.ofContract(), away);
    assertThatThrownBy(() -> node.take(operation, caller)).isInstanceOf(StoreException.class);
    clock.advance(Duration.ofMinutes(1));
    for (int time = 1; time <= 2; time++) {
      int before = away.asked;
      assertThatThrownBy(node::tidy).isInstanceOf(StoreException.class);
      assertThat(away.asked).isEqualTo(before + 1);
    }
  }

  @Test
  void bucketThatOthersChangeAllTheTime_isGivenUp() {
    Buckets restless =
        new Buckets() {
          @Override
          public Optional<StoredBucket> find(BucketKey key) {
            return Optional.empty();
          }

          @Override
          public boolean replace(BucketKey key, byte[] found, StoredBucket next) {
            return false;
          }

          @Override
          public int dropFull(AccountId account, Instant now) {
            return 0;
          }
        };
    Throttle node = Throttle.shared(clock, UsagePlans.ofContract(), restless);
    assertThatThrownBy(() -> node.take(operation, caller))
        .isInstanceOf(StoreException.class)
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(StoreException.Kind.BUSY);
  }

  @Test
  void callsOfManyThreads_onManyNodes_getTheBurstTogether() throws Exception {
    OperationSpec large = operation("a", "0.5", 700);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> callers = new ArrayList<>();
      for (int node = 0; node < 3; node++) {
        Throttle throttle = node();
        for (int thread = 0; thread < 2; thread++) {
          callers.add(
              () -> {
                int taken = 0;
                for (int i = 0; i < 300; i++) {
                  taken += throttle.take(large, caller).allowed() ? 1 : 0;
                }
                return taken;
              });
        }
      }
      int taken = 0;
      for (Future<Integer> one : threads.invokeAll(callers)) {
        taken += one.get();
      }
      assertThat(taken).isEqualTo(700);
    } finally {
      threads.shutdownNow();
    }
  }
}
