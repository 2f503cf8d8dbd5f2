package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.BusinessOrder;
import daybook.domain.Charge;
import daybook.domain.DeliveryStatus;
import daybook.domain.Discount;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.Shipment;
import daybook.domain.TaxExemption;
import daybook.ingest.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Follows single purchases through their lives. */
final class BuyerSideTest {
  private static final long LATER = 4_000_000_000L;

  private static final List<Purchase> PURCHASES =
      LongStream.range(0, 4_000)
          .mapToObj(Worlds.purchases(5, Worlds.company(5, 0, 4_000))::at)
          .toList();

  private static Purchase any(Predicate<Purchase> which) {
    return PURCHASES.stream()
        .filter(purchase -> purchase.life().paid() < Timeline.NEVER)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  private static boolean lives(Purchase purchase) {
    return purchase.life().cancelled() == Timeline.NEVER
        && purchase.life().parcels().get(0).shipped() < Timeline.NEVER;
  }

  private static BusinessOrder seen(Purchase purchase, long second) {
    return observed(purchase, second).row();
  }

  private static Observed<BusinessOrder> observed(Purchase purchase, long second) {
    return new BuyerSide(Instant.ofEpochSecond(second)).observe(purchase);
  }

  @Test
  void newOrder_awaitsApproval_withoutApproverShipmentOrCharge() {
    Purchase purchase = any(one -> lives(one) && one.life().needsApproval());
    BusinessOrder order = seen(purchase, purchase.life().placed());
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING_APPROVAL);
    assertThat(order.lastApprover()).isNull();
    assertThat(order.shipments()).isEmpty();
    assertThat(order.charges()).isEmpty();
    assertThat(order.amounts().netTotal().amount()).isPositive();
    assertThat(order.lineItems())
        .allMatch(
            line -> line.transactionIds().isEmpty() && line.carrierTrackingNumbers().isEmpty());
  }

  @Test
  void approvedOrder_namesItsApprover() {
    Purchase purchase = any(one -> lives(one) && one.life().needsApproval());
    Observed<BusinessOrder> seen = observed(purchase, purchase.life().approved());
    assertThat(seen.row().status()).isEqualTo(OrderStatus.PENDING);
    assertThat(seen.row().lastApprover()).isEqualTo(purchase.buyer().approver());
    assertThat(seen.asOf().instant().getEpochSecond()).isEqualTo(purchase.life().approved());
    assertThat(seen.asOf().sequence()).isZero();
  }

  @Test
  void partialShipment_showsAndChargesWhatHasLeft() {
    Purchase purchase = any(one -> lives(one) && one.life().parcels().size() == 2);
    long between = purchase.life().parcels().get(1).shipped() - 1;
    BusinessOrder order = seen(purchase, between);
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING_FULFILLMENT);
    assertThat(order.shipments())
        .singleElement()
        .satisfies(
            shipment -> {
              assertThat(shipment.quantity()).isPositive().isLessThan(order.quantity());
              assertThat(total(order.charges())).isEqualTo(shipment.amounts().netTotal());
            });
    BusinessOrder whole = seen(purchase, between + 1);
    assertThat(whole.shipments()).hasSize(2);
    assertThat(whole.shipments().stream().mapToInt(Shipment::quantity).sum())
        .isEqualTo(order.quantity());
    assertThat(total(whole.charges())).isEqualTo(order.amounts().netTotal());
  }

  @Test
  void parcel_isDeliveredWhenItArrives() {
    Purchase purchase =
        any(
            one ->
                lives(one)
                    && !one.isDigital()
                    && one.isTraceable()
                    && one.life().parcels().size() == 1);
    long arrives = purchase.life().parcels().get(0).delivered();
    assertThat(seen(purchase, arrives - 1).shipments().get(0).deliveryStatus())
        .isEqualTo(DeliveryStatus.NOT_DELIVERED);
    BusinessOrder closed = seen(purchase, arrives);
    assertThat(closed.shipments().get(0).deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(closed.status()).isEqualTo(OrderStatus.CLOSED);
  }

  @Test
  void parcelOfASilentCarrier_isNotTraced() {
    Purchase purchase = any(one -> lives(one) && !one.isDigital() && !one.isTraceable());
    assertThat(seen(purchase, LATER).shipments())
        .allMatch(shipment -> shipment.deliveryStatus() == DeliveryStatus.NOT_AVAILABLE);
  }

  @Test
  void line_namesItsPaymentsAndParcels() {
    Purchase purchase = any(one -> lives(one) && !one.isDigital() && one.lines().size() > 1);
    BusinessOrder order = seen(purchase, LATER);
    List<String> charges = order.charges().stream().map(Charge::transactionId).toList();
    List<String> parcels = order.shipments().stream().map(Shipment::carrierTracking).toList();
    for (LineItem line : order.lineItems()) {
      assertThat(line.transactionIds()).isNotEmpty().isSubsetOf(charges);
      assertThat(line.carrierTrackingNumbers()).isNotEmpty().isSubsetOf(parcels);
    }
  }

  @Test
  void cancelledOrder_keepsWhatWasAskedFor_andNoMoney() {
    Purchase purchase =
        any(one -> one.life().cancelled() < Timeline.NEVER && one.lines().size() > 1);
    long cancelled = purchase.life().cancelled();
    assertThat(seen(purchase, cancelled - 1).status()).isNotEqualTo(OrderStatus.CANCELLED);
    BusinessOrder order = seen(purchase, cancelled);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.quantity()).isZero();
    assertThat(order.amounts().netTotal().isZero()).isTrue();
    assertThat(order.shipments()).isEmpty();
    assertThat(order.charges()).isEmpty();
    assertThat(order.lineItems())
        .extracting(LineItem::quantity)
        .containsExactlyElementsOf(purchase.lines().stream().map(Purchase.Line::quantity).toList());
    assertThat(order.lineItems())
        .allMatch(
            line -> line.amounts().netTotal().isZero() && line.discount().equals(Discount.NONE))
        .allMatch(line -> line.purchasedPricePerUnit().isZero());
  }

  @Test
  void download_isChargedButNotShipped() {
    Purchase purchase =
        any(
            one ->
                lives(one)
                    && one.isDigital()
                    && one.lines().stream().anyMatch(line -> line.price() > 0));
    BusinessOrder order = seen(purchase, LATER);
    assertThat(order.isDigital()).isTrue();
    assertThat(order.shipments()).isEmpty();
    assertThat(total(order.charges())).isEqualTo(order.amounts().netTotal());
    assertThat(order.amounts().shippingAndHandling().isZero()).isTrue();
    assertThat(order.lineItems()).allMatch(line -> line.carrierTrackingNumbers().isEmpty());
  }

  @Test
  void rewards_payAPartOfTheFirstParcel() {
    Purchase purchase = any(one -> lives(one) && !one.isDigital() && one.rewardPercent() > 0);
    List<Charge> charges = seen(purchase, LATER).charges();
    assertThat(charges.get(0).paymentInstrumentType()).isEqualTo("Reward Account");
    assertThat(charges.get(0).paymentInstrumentLast4Digits()).isNull();
    assertThat(charges.get(1).paymentInstrumentType())
        .isEqualTo(purchase.buyer().paymentInstrumentType());
    assertThat(charges.get(0).amount().amount())
        .isPositive()
        .isLessThan(charges.get(1).amount().amount());
  }

  @Test
  void discount_isTheDifferenceToTheListPrice() {
    Purchase purchase = any(one -> lives(one) && one.lines().get(0).discountPercent() == 5);
    LineItem line = seen(purchase, LATER).lineItems().get(0);
    assertThat(line.discount().ratio()).isEqualTo("0.05");
    assertThat(line.discount().program()).isIn("Negotiated Pricing", "Quantity Discounts");
    Money saved =
        new Money(
            line.listedPricePerUnit().currencyCode(),
            line.listedPricePerUnit()
                .amount()
                .subtract(line.purchasedPricePerUnit().amount())
                .multiply(BigDecimal.valueOf(line.quantity())));
    assertThat(line.discount().amount()).isEqualTo(saved);
  }

  @Test
  void exemption_isShownOfEnrolledBuyersOnly() {
    Purchases hospital = Worlds.purchases(5, Worlds.company(5, 1, 300));
    assertThat(
            LongStream.range(0, 300)
                .mapToObj(hospital::at)
                .flatMap(purchase -> seen(purchase, purchase.life().placed()).lineItems().stream())
                .map(LineItem::taxExemption))
        .contains(
            new TaxExemption(true, "Non-profit organization", false),
            new TaxExemption(false, null, false))
        .doesNotContain(TaxExemption.NONE);
    assertThat(seen(PURCHASES.get(0), 0).lineItems())
        .allMatch(line -> line.taxExemption().equals(TaxExemption.NONE));
  }

  private static Money total(List<Charge> charges) {
    return charges.stream().map(Charge::amount).reduce(Money::plus).orElseThrow();
  }
}
