package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Charge;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.Shipment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Holds for every order of every world. */
final class DemoWorldPropertyTest {
  private static final List<Function<Amounts, Money>> SUMS =
      List.of(
          Amounts::subTotal,
          Amounts::shippingAndHandling,
          Amounts::promotion,
          Amounts::tax,
          Amounts::netTotal);

  @Property(tries = 30)
  void amounts_addUp(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int orders,
      @ForAll @IntRange(min = 1, max = 6) int accounts) {
    Worlds.orders(new DemoWorld(seed, Worlds.END, orders, accounts))
        .forEach(
            order -> {
              assertNetIsTheSum(order.amounts());
              for (LineItem line : order.lineItems()) {
                assertNetIsTheSum(line.amounts());
                assertThat(line.amounts().subTotal().amount())
                    .isEqualByComparingTo(
                        line.purchasedPricePerUnit()
                            .amount()
                            .multiply(BigDecimal.valueOf(line.quantity())));
              }
              for (Function<Amounts, Money> sum : SUMS) {
                assertThat(sum.apply(order.amounts()))
                    .isEqualTo(
                        total(order, order.lineItems().stream().map(LineItem::amounts).map(sum)));
              }
            });
  }

  @Property(tries = 30)
  void shipmentsAndCharges_agree(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int orders) {
    Worlds.orders(new DemoWorld(seed, Worlds.END, orders))
        .forEach(
            order -> {
              order.shipments().forEach(shipment -> assertNetIsTheSum(shipment.amounts()));
              int shipped = order.shipments().stream().mapToInt(Shipment::quantity).sum();
              Money charged = total(order, order.charges().stream().map(Charge::amount));
              assertThat(shipped).isLessThanOrEqualTo(order.quantity());
              if (!order.isDigital()) {
                assertThat(charged).isEqualTo(shipped(order, Amounts::netTotal));
              }
              if (order.status() == OrderStatus.CLOSED) {
                assertThat(charged).isEqualTo(order.amounts().netTotal());
                if (!order.isDigital()) {
                  assertThat(shipped).isEqualTo(order.quantity());
                  SUMS.forEach(
                      sum -> assertThat(shipped(order, sum)).isEqualTo(sum.apply(order.amounts())));
                }
              }
            });
  }

  @Property(tries = 30)
  void quantities_addUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int orders) {
    Worlds.orders(new DemoWorld(seed, Worlds.END, orders))
        .forEach(
            order -> {
              int asked = order.lineItems().stream().mapToInt(LineItem::quantity).sum();
              boolean cancelled = order.status() == OrderStatus.CANCELLED;
              assertThat(order.quantity()).isEqualTo(cancelled ? 0 : asked);
              assertThat(asked).isPositive();
            });
  }

  @Property(tries = 30)
  void money_hasTheDecimalsOfItsCurrency(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int orders) {
    Worlds.orders(new DemoWorld(seed, Worlds.END, orders))
        .flatMap(DemoWorldPropertyTest::allMoney)
        .forEach(
            money ->
                assertThat(money.amount().scale())
                    .isEqualTo(
                        Currency.getInstance(money.currencyCode()).getDefaultFractionDigits()));
  }

  @Property(tries = 30)
  void dates_areCoherentAndNeverAfterTheEnd(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    Instant end = Instant.ofEpochSecond(endSecond);
    Worlds.observed(new DemoWorld(seed, end, orders))
        .forEach(
            seen -> {
              BusinessOrder order = seen.row();
              assertThat(order.orderDate()).isBeforeOrEqualTo(end);
              assertThat(seen.asOf().instant()).isBetween(order.orderDate(), end);
              for (Shipment shipment : order.shipments()) {
                assertThat(shipment.shipmentDate()).isBetween(order.orderDate(), end);
                assertThat(shipment.expectedDeliveryDate()).isAfter(shipment.shipmentDate());
              }
              for (Charge charge : order.charges()) {
                assertThat(charge.transactionDate()).isBetween(order.orderDate(), end);
              }
            });
  }

  @Property(tries = 30)
  void ids_areGivenOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 2_000) int orders,
      @ForAll @IntRange(min = 1, max = 30) int accounts) {
    Set<String> ids = new HashSet<>();
    Worlds.orders(new DemoWorld(seed, Worlds.END, orders, accounts))
        .forEach(order -> ids.add(order.orderId()));
    assertThat(ids).hasSize(orders);
  }

  private static void assertNetIsTheSum(Amounts amounts) {
    assertThat(
            amounts
                .subTotal()
                .plus(amounts.shippingAndHandling())
                .plus(amounts.promotion())
                .plus(amounts.tax()))
        .isEqualTo(amounts.netTotal());
    assertThat(amounts.promotion().amount().signum()).isNotPositive();
  }

  private static Money shipped(BusinessOrder order, Function<Amounts, Money> sum) {
    return total(order, order.shipments().stream().map(Shipment::amounts).map(sum));
  }

  private static Money total(BusinessOrder order, Stream<Money> parts) {
    return parts.reduce(Money.zero(order.region().currencyCode()), Money::plus);
  }

  private static Stream<Money> allMoney(BusinessOrder order) {
    Stream<Amounts> amounts =
        Stream.of(
                Stream.of(order.amounts()),
                order.lineItems().stream().map(LineItem::amounts),
                order.shipments().stream().map(Shipment::amounts))
            .flatMap(parts -> parts);
    Stream<Money> prices =
        order.lineItems().stream()
            .flatMap(line -> Stream.of(line.listedPricePerUnit(), line.purchasedPricePerUnit()));
    return Stream.concat(
        amounts.flatMap(sums -> SUMS.stream().map(sum -> sum.apply(sums))),
        Stream.concat(prices, order.charges().stream().map(Charge::amount)));
  }
}
