package daybook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @ValueSource(strings = {"35.00", "20.0", "0", "-50.0", "0.0825", "11.740", "999999999999.999999"})
  void text_keepsTheScaleItCameWith(String amount) {
    assertThat(Money.of("USD", amount).text()).isEqualTo(amount);
  }

  @Test
  void amount_withNegativeScale_isWrittenPlainly() {
    assertThat(Money.of("JPY", "1E+3").text()).isEqualTo("1000");
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 0.0000001, more than 6 decimals",
    "USD, 1000000000000, more than 12 digits",
    "USD, 1E+999999999, more than 12 digits",
    "USD, 1E-999999999, more than 6 decimals",
    "XQX, 1, unknown currency 'XQX'",
    "usd, 1, unknown currency 'usd'",
    "'', 1, unknown currency ''"
  })
  void money_outOfBounds_isRefusedWithItsReason(String currency, String amount, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(currency, amount))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"12.34, 12340000", "-0.000001, -1", "0, 0", "1E+2, 100000000"})
  void micros_areMillionthsOfTheUnit(String amount, long micros) {
    assertThat(Money.of("EUR", amount).micros()).isEqualTo(micros);
  }

  @Property
  void micros_ofEveryAmountInBounds_areExact(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long unscaled,
      @ForAll @IntRange(max = 6) int scale) {
    Money money = new Money("USD", BigDecimal.valueOf(unscaled, scale));
    assertThat(BigDecimal.valueOf(money.micros(), 6)).isEqualByComparingTo(money.amount());
  }

  @Test
  void plus_addsExactly() {
    assertThat(Money.of("USD", "0.10").plus(Money.of("USD", "0.2")))
        .isEqualTo(Money.of("USD", "0.30"));
  }

  @Test
  void plus_ofAnotherCurrency_isRefused() {
    Money dollars = Money.of("USD", "1");
    Money euros = Money.of("EUR", "1");
    assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(euros));
  }

  @Test
  void sameValue_ignoresTheScaleButNotTheCurrency() {
    Money plain = Money.of("USD", "35.0");
    assertThat(plain.sameValueAs(Money.of("USD", "35.00"))).isTrue();
    assertThat(plain.sameValueAs(Money.of("EUR", "35.0"))).isFalse();
    assertThat(plain).isNotEqualTo(Money.of("USD", "35.00"));
  }

  @ParameterizedTest
  @CsvSource({"USD, 0.00", "JPY, 0", "EUR, 0.00"})
  void zero_hasTheUsualScaleOfItsCurrency(String currency, String text) {
    assertThat(Money.zero(currency).text()).isEqualTo(text);
    assertThat(Money.zero(currency).isZero()).isTrue();
  }

  @Test
  void negated_turnsTheSign() {
    assertThat(Money.of("USD", "10.50").negated()).isEqualTo(Money.of("USD", "-10.50"));
  }
}
