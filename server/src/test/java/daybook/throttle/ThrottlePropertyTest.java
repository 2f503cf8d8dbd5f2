package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ThrottlePropertyTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Caller caller = ThrottleTest.caller("app", "acme");

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("100"))
        .ofScale(4);
  }

  // Nanoseconds between calls, from none to several minutes.
  @Provide
  Arbitrary<Long> steps() {
    return Arbitraries.oneOf(
        Arbitraries.just(0L),
        Arbitraries.longs().between(1, 1_000_000),
        Arbitraries.longs().between(1, 1_000_000_000),
        Arbitraries.longs().between(1, 600_000_000_000L));
  }

  /** Within any stretch of time no more calls than burst + rate * time, exactly. */
  @Property(tries = 300)
  void calls_neverExceedThePlan(
      @ForAll("rates") BigDecimal rate,
      @ForAll @IntRange(min = 1, max = 30) int burst,
      @ForAll @Size(min = 1, max = 200) List<@net.jqwik.api.From("steps") Long> steps) {
    MutableClock clock = new MutableClock(START);
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = ThrottleTest.operation("a", rate.toPlainString(), burst);

    List<Instant> allowed = new ArrayList<>();
    for (long step : steps) {
      clock.advance(Duration.ofNanos(step));
      if (throttle.take(operation, caller).allowed()) {
        allowed.add(clock.instant());
      }
    }

    for (int first = 0; first < allowed.size(); first++) {
      for (int last = first; last < allowed.size(); last++) {
        Duration stretch = Duration.between(allowed.get(first), allowed.get(last));
        BigDecimal most =
            rate.multiply(BigDecimal.valueOf(stretch.toNanos(), 9)).add(BigDecimal.valueOf(burst));
        assertThat(BigDecimal.valueOf(last - first + 1)).isLessThanOrEqualTo(most);
      }
    }
  }

  /** A call is refused only if the plan, counted exactly, has no whole token left. */
  @Property(tries = 300)
  void calls_getAllThatThePlanAllows(
      @ForAll("rates") BigDecimal rate,
      @ForAll @IntRange(min = 1, max = 30) int burst,
      @ForAll @Size(min = 1, max = 200) List<@net.jqwik.api.From("steps") Long> steps) {
    MutableClock clock = new MutableClock(START);
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = ThrottleTest.operation("a", rate.toPlainString(), burst);

    BigDecimal full = BigDecimal.valueOf(burst);
    BigDecimal tokens = full;
    for (long step : steps) {
      clock.advance(Duration.ofNanos(step));
      tokens = tokens.add(rate.multiply(BigDecimal.valueOf(step, 9))).min(full);
      boolean expected = tokens.compareTo(BigDecimal.ONE) >= 0;
      assertThat(throttle.take(operation, caller).allowed()).isEqualTo(expected);
      tokens = expected ? tokens.subtract(BigDecimal.ONE) : tokens;
    }
  }

  /** Retry-After is exact: then, not a nanosecond earlier, and never sooner in whole seconds. */
  @Property(tries = 300)
  void retryAfter_isExact(
      @ForAll("rates") BigDecimal rate,
      @ForAll @IntRange(min = 1, max = 30) int burst,
      @ForAll @Size(min = 1, max = 50) List<@net.jqwik.api.From("steps") Long> steps) {
    MutableClock clock = new MutableClock(START);
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = ThrottleTest.operation("a", rate.toPlainString(), burst);

    for (long step : steps) {
      clock.advance(Duration.ofNanos(step));
      Decision decision = throttle.take(operation, caller);
      if (!decision.allowed()) {
        assertThat(Duration.ofSeconds(decision.retryAfterSeconds()))
            .isGreaterThanOrEqualTo(decision.retryAfter())
            .isLessThan(decision.retryAfter().plusSeconds(1));
        clock.advance(decision.retryAfter().minusNanos(1));
        assertThat(throttle.take(operation, caller).allowed()).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(throttle.take(operation, caller).allowed()).isTrue();
      }
    }
  }

  /** However few buckets are kept, nobody gets more than with a bucket of his own for ever. */
  @Property(tries = 300)
  void droppingBuckets_neverGivesMore(
      @ForAll @IntRange(min = 1, max = 4) int maxBuckets,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 5) Integer> callers,
      @ForAll @IntRange(min = 0, max = 400_000_000) int step) {
    MutableClock clock = new MutableClock(START);
    Throttle few = new Throttle(clock, UsagePlans.ofContract(), maxBuckets);
    Throttle many = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = ThrottleTest.operation("a", "2", 3);

    int[] balance = new int[6];
    for (int index : callers) {
      clock.advance(Duration.ofNanos(step));
      Caller one = ThrottleTest.caller("app" + index, "acme");
      balance[index] += many.take(operation, one).allowed() ? 1 : 0;
      balance[index] -= few.take(operation, one).allowed() ? 1 : 0;
      // One who was refused by "few" has saved tokens there, at most a bucket full of them.
      assertThat(balance[index]).isGreaterThanOrEqualTo(0);
    }
    assertThat(few.bucketCount()).isLessThanOrEqualTo(maxBuckets + 1L);
  }

  /** A clock that is moved about gives no more than the time that went forward. */
  @Property(tries = 300)
  void clockMovedAbout_givesNoMoreThanTheTimeThatPassed(
      @ForAll @Size(min = 1, max = 100)
          List<@net.jqwik.api.constraints.LongRange(min = -5_000, max = 5_000) Long> steps) {
    MutableClock clock = new MutableClock(START);
    Throttle throttle = new Throttle(clock, UsagePlans.ofContract());
    OperationSpec operation = ThrottleTest.operation("a", "1", 2);

    long forward = 0;
    int taken = 0;
    for (long step : steps) {
      clock.advance(Duration.ofMillis(step));
      forward += Math.max(0, step);
      taken += throttle.take(operation, caller).allowed() ? 1 : 0;
      assertThat((long) taken).isLessThanOrEqualTo(2 + forward / 1_000);
    }
  }
}
