package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.contract.UsagePlan;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefillTest {
  @ParameterizedTest
  @CsvSource({
    // rate, burst, tokens, in nanoseconds, full after nanoseconds
    "0.0167,  20, 167, 10000000000000, 1197604790420",
    "0.0055,  20, 11,  2000000000000,  3636363636364",
    "0.5,     10, 1,   2000000000,     20000000000",
    "0.50,    10, 1,   2000000000,     20000000000",
    "1,       10, 1,   1000000000,     10000000000",
    "1.0,     10, 1,   1000000000,     10000000000",
    "2,       10, 1,   500000000,      5000000000",
    "10,      1,  1,   100000000,      100000000",
    "100,     1,  1,   10000000,       10000000",
    "3,       3,  3,   1000000000,     1000000000",
    "1000000, 1,  1,   1000,           1000"
  })
  void plan_isAFractionInItsLowestTerms(
      String rate, int burst, long tokens, long nanos, long fillNanos) {
    assertThat(Refill.of(UsagePlan.of(rate, burst)))
        .isEqualTo(new Refill(burst, tokens, nanos, fillNanos));
  }

  @Test
  void slowestAndLargestPlan_stillFits() {
    Refill refill = Refill.of(UsagePlan.of("0.000001", 9_999_999));

    assertThat(refill.tokens()).isEqualTo(1);
    assertThat(refill.nanos()).isEqualTo(1_000_000_000_000_000L);
    assertThat(refill.fillNanos()).isEqualTo(SteadyMeter.END);
  }

  @Test
  void rateThatNoBucketCanCount_isRefused() {
    assertThatThrownBy(() -> Refill.of(UsagePlan.of("0.00000000001", 1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Property
  void fraction_isExactlyTheRate(
      @ForAll @BigRange(min = "0.0001", max = "99999") @Scale(4) BigDecimal rate,
      @ForAll @IntRange(min = 1, max = 10_000) int burst) {
    Refill refill = Refill.of(new UsagePlan(rate, burst));

    BigDecimal perNano = rate.multiply(BigDecimal.valueOf(refill.nanos(), 9));
    assertThat(perNano).isEqualByComparingTo(BigDecimal.valueOf(refill.tokens()));
    BigDecimal filled = rate.multiply(BigDecimal.valueOf(refill.fillNanos(), 9));
    BigDecimal before = rate.multiply(BigDecimal.valueOf(refill.fillNanos() - 1, 9));
    assertThat(filled).isGreaterThanOrEqualTo(BigDecimal.valueOf(burst));
    assertThat(before).isLessThan(BigDecimal.valueOf(burst));
  }
}
