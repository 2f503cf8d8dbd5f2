package daybook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {

  @ParameterizedTest
  @CsvSource({
    "Pending Approval, PENDING_APPROVAL",
    "PENDING_APPROVAL, PENDING_APPROVAL",
    "payment confirmed, PAYMENT_CONFIRMED",
    "Pending Fulfillment, PENDING_FULFILLMENT",
    "Pending, PENDING",
    "CANCELLED, CANCELLED",
    "' Closed ', CLOSED"
  })
  void orderStatus_isReadInBothSpellings(String text, OrderStatus status) {
    assertThat(OrderStatus.parse(text)).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shipped", "CANCELED", "PENDING-APPROVAL"})
  void orderStatus_ofNoKnownName_isNothing(String text) {
    assertThat(OrderStatus.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERED, DELIVERED",
    "NOT DELIVERED, NOT_DELIVERED",
    "NOT_AVAILABLE, NOT_AVAILABLE",
    "not available, NOT_AVAILABLE"
  })
  void deliveryStatus_isReadInBothSpellings(String text, DeliveryStatus status) {
    assertThat(DeliveryStatus.parse(text)).contains(status);
  }

  @ParameterizedTest
  @CsvSource({"UK, UK", "GB, UK", "gb, UK", "us, US", "' JP ', JP"})
  void region_takesGreatBritainAsUnitedKingdom(String text, Region region) {
    assertThat(Region.parse(text)).contains(region);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "NL", "USA"})
  void region_ofNoKnownCode_isNothing(String text) {
    assertThat(Region.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a/b", "\u00e4", "a\n"})
  void accountId_thatNeedsQuoting_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(text));
  }

  @Test
  void accountId_ofMoreThan64Characters_isRefused() {
    assertThat(new AccountId("a".repeat(64)).value()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("a".repeat(65)));
  }

  @Test
  void asOf_isOrderedByInstantThenBySequence() {
    Instant early = Instant.parse("2026-01-01T00:00:00Z");
    AsOf first = new AsOf(early, 5);

    assertThat(first).isLessThan(new AsOf(early, 6)).isLessThan(new AsOf(early.plusMillis(1), 0));
    assertThat(first).isEqualByComparingTo(new AsOf(early, 5));
  }
}
