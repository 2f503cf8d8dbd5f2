package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.store.bucket.MemoryBuckets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Nodes that share buckets are to their callers what one node is. */
final class SharedThrottlePropertyTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Caller caller = ThrottleTest.caller("app", "acme");

  /** A call: how long after the one before, and which node gets it. */
  record Call(long nanos, int node, boolean tidies) {}

  @Provide
  Arbitrary<Call> calls() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(1, 1_000_000_000),
                Arbitraries.longs().between(1, 600_000_000_000L)),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(false, false, false, true))
        .as(Call::new);
  }

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("100"))
        .ofScale(4);
  }

  private static List<Throttle> nodes(MutableClock clock) {
    MemoryBuckets stored = new MemoryBuckets();
    return Stream.generate(() -> Throttle.shared(clock, UsagePlans.ofContract(), stored))
        .limit(3)
        .toList();
  }

  /** Whichever node is asked, the answer is that of one node alone, to the nanosecond. */
  @Property(tries = 300)
  void decisions_areThoseOfOneNode(
      @ForAll("rates") BigDecimal rate,
      @ForAll @IntRange(min = 1, max = 30) int burst,
      @ForAll @Size(min = 1, max = 150) List<@From("calls") Call> calls) {
    MutableClock clock = new MutableClock(START);
    Throttle alone = new Throttle(clock, UsagePlans.ofContract());
    List<Throttle> nodes = nodes(clock);
    OperationSpec operation = ThrottleTest.operation("a", rate.toPlainString(), burst);
    for (Call call : calls) {
      clock.advance(Duration.ofNanos(call.nanos()));
      Throttle node = nodes.get(call.node());
      if (call.tidies()) {
        node.tidy();
      }
      assertThat(node.take(operation, caller)).isEqualTo(alone.take(operation, caller));
    }
  }

  /** Clocks that differ by less than a minute give the largest difference once. */
  @Property(tries = 300)
  void clocksThatDiffer_giveTheDifferenceOnce(
      @ForAll @Size(3) List<@IntRange(min = 0, max = 59_000) Integer> millisAhead,
      @ForAll @Size(min = 1, max = 150) List<@From("calls") Call> calls) {
    MemoryBuckets stored = new MemoryBuckets();
    List<MutableClock> clocks =
        millisAhead.stream().map(ahead -> new MutableClock(START.plusMillis(ahead))).toList();
    List<Throttle> nodes =
        clocks.stream()
            .map(clock -> Throttle.shared(clock, UsagePlans.ofContract(), stored))
            .toList();
    OperationSpec operation = ThrottleTest.operation("a", "1", 2);
    int apart =
        millisAhead.stream().mapToInt(Integer::intValue).max().orElseThrow()
            - millisAhead.stream().mapToInt(Integer::intValue).min().orElseThrow();
    long passed = 0;
    int taken = 0;
    for (Call call : calls) {
      long step = call.nanos() / 100;
      passed += step;
      clocks.forEach(clock -> clock.advance(Duration.ofNanos(step)));
      taken += nodes.get(call.node()).take(operation, caller).allowed() ? 1 : 0;
      assertThat((long) taken)
          .isLessThanOrEqualTo(2 + (passed + apart * 1_000_000L) / 1_000_000_000L);
    }
  }
}
