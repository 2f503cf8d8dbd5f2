package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Charge;
import daybook.domain.Shipment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at purchases at moments before, between and after their parcels. */
final class FulfilmentTest {
  private static final List<Purchase> PURCHASES =
      LongStream.range(0, 2_000)
          .mapToObj(Worlds.purchases(9, Worlds.company(9, 0, 2_000))::at)
          .filter(purchase -> last(purchase) < Timeline.NEVER)
          .toList();

  private static long first(Purchase purchase) {
    return purchase.life().parcels().get(0).shipped();
  }

  private static long last(Purchase purchase) {
    return purchase.life().parcels().get(purchase.life().parcels().size() - 1).shipped();
  }

  private static Stream<Purchase> sent() {
    return PURCHASES.stream().filter(purchase -> !purchase.isDigital());
  }

  @Test
  void nothing_isShownBeforeTheFirstParcelLeaves() {
    for (Purchase purchase : PURCHASES) {
      Fulfilment before = new Fulfilment(first(purchase) - 1);
      assertThat(before.shipments(purchase)).isEmpty();
      assertThat(before.charges(purchase)).isEmpty();
      assertThat(before.transactionIds(purchase, 0)).isEmpty();
      assertThat(before.trackingNumbers(purchase, 0)).isEmpty();
    }
  }

  @Test
  void parcels_areShownFromTheSecondTheyLeave() {
    sent()
        .forEach(
            purchase -> {
              List<Timeline.Parcel> parcels = purchase.life().parcels();
              for (int i = 0; i < parcels.size(); i++) {
                List<Shipment> shown = new Fulfilment(parcels.get(i).shipped()).shipments(purchase);
                assertThat(shown).hasSize(i + 1);
                assertThat(shown.get(i).shipmentDate().getEpochSecond())
                    .isEqualTo(parcels.get(i).shipped());
                assertThat(shown.get(i).carrierTracking()).isEqualTo(purchase.trackingNumber(i));
              }
            });
  }

  @Test
  void everyLine_isInAsManyParcelsAsPayments() {
    sent()
        .forEach(
            purchase -> {
              Fulfilment end = new Fulfilment(last(purchase));
              IntStream.range(0, purchase.lines().size())
                  .forEach(
                      line ->
                          assertThat(end.transactionIds(purchase, line))
                              .isNotEmpty()
                              .hasSameSizeAs(end.trackingNumbers(purchase, line)));
            });
  }

  @Test
  void parcels_goToTheBuyersSite() {
    assertThat(sent())
        .allSatisfy(
            purchase ->
                assertThat(new Fulfilment(last(purchase)).shipments(purchase))
                    .extracting(Shipment::shippingAddress)
                    .containsOnly(purchase.buyer().site()));
  }

  @Test
  void invoices_showNoDigits_cardsDo() {
    for (Purchase purchase : PURCHASES) {
      for (Charge charge : new Fulfilment(last(purchase)).charges(purchase)) {
        if (charge.paymentInstrumentType().matches("Credit card|Bank Account")) {
          assertThat(charge.paymentInstrumentLast4Digits()).matches("\\d{4}");
        } else {
          assertThat(charge.paymentInstrumentLast4Digits()).isNull();
        }
      }
    }
  }

  @Test
  void freeDownload_isNotCharged() {
    assertThat(PURCHASES)
        .filteredOn(purchase -> purchase.lines().stream().allMatch(line -> line.price() == 0))
        .isNotEmpty()
        .allMatch(purchase -> new Fulfilment(last(purchase)).charges(purchase).isEmpty());
  }

  @Test
  void charges_areNeverZeroOrNegative() {
    assertThat(
            PURCHASES.stream()
                .flatMap(purchase -> new Fulfilment(last(purchase)).charges(purchase).stream()))
        .isNotEmpty()
        .allMatch(charge -> charge.amount().amount().signum() > 0);
  }
}
