package daybook.domain.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Money;
import daybook.domain.seller.Marketplace.Endpoint;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed lists of CONTRACT 1.5 and the table of CONTRACT 6. */
final class NamedTest {

  @Test
  void names_areThoseOfTheContract() {
    assertThat(names(SellerOrderStatus.values()))
        .containsExactlyInAnyOrder(
            "PendingAvailability",
            "Pending",
            "Unshipped",
            "PartiallyShipped",
            "Shipped",
            "InvoiceUnconfirmed",
            "Canceled",
            "Unfulfillable");
    assertThat(names(EasyShipStatus.values()))
        .containsExactlyInAnyOrder(
            "PendingSchedule PendingPickUp PendingDropOff LabelCanceled PickedUp DroppedOff"
                .concat(" AtOriginFC AtDestinationFC Delivered RejectedByBuyer Undeliverable")
                .concat(" ReturningToSeller ReturnedToSeller Lost OutForDelivery Damaged")
                .split(" "));
    assertThat(names(Invoicing.ElectronicStatus.values()))
        .containsExactlyInAnyOrder("NotRequired", "NotFound", "Processing", "Errored", "Accepted");
    assertThat(names(OrderType.values()))
        .containsExactlyInAnyOrder(
            "StandardOrder", "LongLeadTimeOrder", "Preorder", "BackOrder", "SourcingOnDemandOrder");
    assertThat(names(SellerPayment.Method.values())).containsExactly("COD", "CVS", "Other");
    assertThat(names(FulfillmentChannel.values())).containsExactly("AFN", "MFN");
    assertThat(names(Invoicing.Preference.values())).containsExactly("INDIVIDUAL", "BUSINESS");
    assertThat(names(SellerAddress.Type.values())).containsExactly("Residential", "Commercial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PartiallyShipped",
        "partiallyshipped",
        "PARTIALLY_SHIPPED",
        " Partially Shipped "
      })
  void name_isReadInEverySpelling(String text) {
    assertThat(Named.parse(SellerOrderStatus.class, text))
        .contains(SellerOrderStatus.PARTIALLY_SHIPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cancelled!", "Ship", "null"})
  void name_thatNobodyHas_isNotRead(String text) {
    assertThat(Named.parse(SellerOrderStatus.class, text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SellerOrderStatus.class)
  void status_isReadByItsOwnName(SellerOrderStatus status) {
    assertThat(Named.parse(SellerOrderStatus.class, status.wireName())).contains(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Unshipped, true",
    "PartiallyShipped, true",
    "Shipped, true",
    "InvoiceUnconfirmed, true",
    "Pending, false",
    "PendingAvailability, false",
    "Canceled, false",
    "Unfulfillable, false"
  })
  void status_saysWhetherAnAddressIsShown(String name, boolean shown) {
    assertThat(Named.parse(SellerOrderStatus.class, name).orElseThrow().showsShippingAddress())
        .isEqualTo(shown);
  }

  @Test
  void marketplaces_areThoseOfTheContract() {
    assertThat(Marketplace.values()).hasSize(23);
    assertThat(Arrays.stream(Marketplace.values()).map(Marketplace::id)).doesNotHaveDuplicates();
    assertThat(Marketplace.values())
        .allSatisfy(one -> assertThat(Money.isCurrency(one.currencyCode())).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "ATVPDKIKX0DER, US, NA, USD",
    "A1F83G8C2ARO7P, UK, EU, GBP",
    "A1PA6795UKMFR9, DE, EU, EUR",
    "A1VC38T7YXB528, JP, FE, JPY",
    "a2q3y263d00kwc, BR, NA, BRL",
    "A21TJRUUN4KGV, IN, EU, INR"
  })
  void marketplace_isFoundById(String id, String country, Endpoint endpoint, String currency) {
    Marketplace found = Marketplace.ofId(id).orElseThrow();
    assertThat(found.countryCode()).isEqualTo(country);
    assertThat(found.endpoint()).isEqualTo(endpoint);
    assertThat(found.currencyCode()).isEqualTo(currency);
  }

  @Test
  void marketplace_thatDoesNotExist_isNotFound() {
    assertThat(Marketplace.ofId("ATVPDKIKX0DEX")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"361", "-361", "1E+999999999", "1E-99"})
  void coordinates_thatAreNowhere_areRefused(String degrees) {
    assertThatThrownBy(
            () -> new SellerAddress.Coordinates(new BigDecimal(degrees), BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> names(Named[] values) {
    return Arrays.stream(values).map(Named::wireName).toList();
  }
}
