package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import daybook.contract.Caller;
import daybook.contract.Dialect;
import daybook.contract.OperationSpec;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThrottleTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final MutableClock clock = new MutableClock(START);

  static OperationSpec operation(String id, String rate, int burst) {
    return new OperationSpec(
        id,
        "/" + id,
        "test",
        Role.AMAZON_BUSINESS_ANALYTICS,
        UsagePlan.of(rate, burst),
        Dialect.BUSINESS_2025);
  }

  static Caller caller(String clientId, String account) {
    return new Caller(
        clientId, "grant", new AccountId(account), Set.of(Role.AMAZON_BUSINESS_ANALYTICS));
  }

  @ParameterizedTest
  @CsvSource({
    // CONTRACT 5: operation, rate, burst, nanoseconds until the next token, header
    "getOrders,                            0.0167, 20, 59880239521, 60",
    "getOrderReports,                      0.5,    10, 2000000000,  2",
    "getOrderReportsByPurchaseOrderNumber, 0.5,    10, 2000000000,  2",
    "getOrdersByOrderDate,                 0.5,    10, 2000000000,  2",
    "getTransactions,                      2,      10, 500000000,   1",
    "createRestrictedDataToken,            1,      10, 1000000000,  1",
    "sandbox,                              5,      15, 200000000,   1",
    "fast,                                 1000000, 3, 1000,        1"
  })
  void plan_allowsItsBurstAndThenOneCallATokenTime(
      String id, String rate, int burst, long nanos, long seconds) {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation(id, rate, burst);
    Caller caller = caller("app", "acme");

    for (int i = 0; i < burst; i++) {
      assertThat(throttle.take(operation, caller)).isEqualTo(Decision.ALLOWED);
    }
    Decision refused = throttle.take(operation, caller);

    assertThat(refused).isEqualTo(new Decision(false, Duration.ofNanos(nanos)));
    assertThat(refused.retryAfterSeconds()).isEqualTo(seconds);
    clock.advance(Duration.ofNanos(nanos - 1));
    assertThat(throttle.take(operation, caller).retryAfter()).isEqualTo(Duration.ofNanos(1));
    clock.advance(Duration.ofNanos(1));
    assertThat(throttle.take(operation, caller).allowed()).isTrue();
    assertThat(throttle.take(operation, caller).allowed()).isFalse();
  }

  @Test
  void slowRate_losesNothingOverManyTokens() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("getOrders", "0.0167", 20);
    Caller caller = caller("app", "acme");
    drain(throttle, operation, caller);

    int taken = 0;
    for (int second = 1; second <= 10_000; second++) {
      clock.advance(Duration.ofSeconds(1));
      taken += throttle.take(operation, caller).allowed() ? 1 : 0;
    }

    assertThat(taken).isEqualTo(167);
  }

  @Test
  void buckets_areOfOneOperationApplicationAndAccount() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "0.5", 1);
    drain(throttle, operation, caller("app", "acme"));

    assertThat(throttle.take(operation, caller("app", "acme")).allowed()).isFalse();
    assertThat(throttle.take(operation("b", "0.5", 1), caller("app", "acme")).allowed()).isTrue();
    assertThat(throttle.take(operation, caller("other", "acme")).allowed()).isTrue();
    assertThat(throttle.take(operation, caller("app", "other")).allowed()).isTrue();
  }

  @Test
  void bucket_ofTwoGrantsOfOneApplicationAndAccount_isOne() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "0.5", 1);
    drain(throttle, operation, caller("app", "acme"));

    Caller again = new Caller("app", "another grant", new AccountId("acme"), Set.of());

    assertThat(throttle.take(operation, again).allowed()).isFalse();
  }

  @Test
  void refusedCalls_costNothing() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "1", 1);
    Caller caller = caller("app", "acme");
    drain(throttle, operation, caller);

    for (int i = 0; i < 1_000; i++) {
      throttle.take(operation, caller);
    }

    assertThat(throttle.take(operation, caller).retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void unlimited_allowsEverything() {
    Throttle throttle = new Throttle(clock, UsagePlans.unlimited());
    OperationSpec operation = operation("a", "0.5", 1);

    for (int i = 0; i < 10_000; i++) {
      assertThat(throttle.take(operation, caller("app", "acme")).allowed()).isTrue();
    }
    assertThat(throttle.bucketCount()).isZero();
  }

  @Test
  void clockMovedBack_neitherBlocksNorGives() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "0.5", 2);
    Caller caller = caller("app", "acme");
    drain(throttle, operation, caller);

    clock.advance(Duration.ofDays(-400));
    assertThat(throttle.take(operation, caller).retryAfter()).isEqualTo(Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(2));
    assertThat(throttle.take(operation, caller).allowed()).isTrue();
    assertThat(throttle.take(operation, caller).allowed()).isFalse();
  }

  @Test
  void clockMovedFarForward_fillsTheBucketAndNoMore() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "0.5", 3);
    Caller caller = caller("app", "acme");
    drain(throttle, operation, caller);

    clock.advance(Duration.ofDays(365L * 7_000));

    assertThat(drain(throttle, operation, caller)).isEqualTo(3);
  }

  @Test
  void bucketsThatAreFullAgain_areDropped() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "1", 10);
    for (int i = 0; i < 500; i++) {
      throttle.take(operation, caller("app" + i, "acme"));
    }
    assertThat(throttle.bucketCount()).isEqualTo(500);

    clock.advance(Duration.ofSeconds(60));
    for (int i = 0; i < 500; i++) {
      throttle.take(operation, caller("app0", "acme"));
    }

    assertThat(throttle.bucketCount()).isLessThan(50);
  }

  @Test
  void bucketBeyondTheBound_isSharedByNewcomersAndPushesNobodyOut() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract(), 2);
    OperationSpec operation = operation("a", "1", 2);
    drain(throttle, operation, caller("app1", "acme"));
    drain(throttle, operation, caller("app2", "acme"));

    assertThat(throttle.take(operation, caller("app3", "acme")).allowed()).isTrue();
    assertThat(throttle.take(operation, caller("app4", "acme")).allowed()).isTrue();
    assertThat(throttle.take(operation, caller("app5", "acme")).allowed()).isFalse();
    assertThat(throttle.take(operation, caller("app1", "acme")).allowed()).isFalse();
    assertThat(throttle.bucketCount()).isEqualTo(3);
  }

  @Test
  void bucketOfHisOwn_afterASharedOne_isNoFuller() {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract(), 1);
    OperationSpec quick = operation("quick", "1000", 1);
    OperationSpec slow = operation("slow", "0.001", 5);
    throttle.take(quick, caller("app1", "acme"));
    assertThat(drain(throttle, slow, caller("app2", "acme"))).isEqualTo(5);

    clock.advance(Duration.ofSeconds(1));

    assertThat(drain(throttle, slow, caller("app2", "acme"))).isZero();
  }

  @Test
  void callsAtOnce_takeEachTokenOnce() throws InterruptedException {
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = operation("a", "1", 1_000);
    AtomicInteger allowed = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch done = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      threads.execute(
          () -> {
            for (int call = 0; call < 500; call++) {
              if (throttle.take(operation, caller("app", "acme")).allowed()) {
                allowed.incrementAndGet();
              }
            }
            done.countDown();
          });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    threads.shutdown();
    assertThat(allowed).hasValue(1_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "999999999, 1", "1000000000, 1", "1000000001, 2"})
  void retryAfterSeconds_areRoundedUp(long nanos, long seconds) {
    assertThat(new Decision(false, Duration.ofNanos(nanos)).retryAfterSeconds()).isEqualTo(seconds);
  }

  private static int drain(Throttle throttle, OperationSpec operation, Caller caller) {
    int taken = 0;
    while (throttle.take(operation, caller).allowed()) {
      taken++;
    }
    return taken;
  }
}
