package daybook.world.seller;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.BusinessOrder;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.Shipment;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.world.DemoWorld;
import daybook.world.Purchase;
import daybook.world.seller.Sales.Deal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Holds for every order of every seller, whatever the seed and whenever one looks. */
final class SellerSidePropertyTest {

  private static final long LAST_SECOND = 4_000_000_000L;

  private static DemoWorld world(long seed, long endSecond, int orders) {
    return new DemoWorld(seed, Instant.ofEpochSecond(endSecond), orders);
  }

  private static boolean shows(SellerOrder order) {
    return order.status().showsShippingAddress();
  }

  @Property(tries = 30)
  void money_ofASellerIsThatOfItsLines(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    for (Deal deal : Sales.deals(world(seed, endSecond, orders))) {
      Set<String> asins = new HashSet<>();
      deal.lines().forEach(line -> asins.add(line.article().product().asin()));
      Money sum = Money.zero(deal.purchase().market().region().currencyCode());
      for (LineItem item : deal.bought().lineItems()) {
        sum = asins.contains(item.product().asin()) ? sum.plus(item.amounts().netTotal()) : sum;
      }
      assertThat(deal.order().payment().total()).isEqualTo(shows(deal.order()) ? sum : null);
    }
  }

  @Property(tries = 30)
  void money_ofAllSellersAndOfThoseWithoutAccountIsTheBuyers(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    Map<String, List<Deal>> byPurchase =
        Sales.deals(world(seed, endSecond, orders)).stream()
            .filter(deal -> shows(deal.order()))
            .collect(groupingBy(deal -> deal.order().amazonOrderId()));
    for (List<Deal> deals : byPurchase.values()) {
      Purchase purchase = deals.get(0).purchase();
      Money sum = Money.zero(purchase.market().region().currencyCode());
      Set<Purchase.Line> left = new HashSet<>(purchase.lines());
      for (Deal deal : deals) {
        sum = sum.plus(deal.order().payment().total());
        assertThat(left).containsAll(deal.lines());
        deal.lines().forEach(left::remove);
      }
      for (Purchase.Line line : left) {
        sum = sum.plus(purchase.market().money(line.sums().net()));
      }
      assertThat(sum).isEqualTo(deals.get(0).bought().amounts().netTotal());
    }
  }

  @Property(tries = 30)
  void everyPhysicalLineOfASeller_isInOneOfItsOrders(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    DemoWorld world = world(seed, endSecond, orders);
    Set<String> expected = new HashSet<>();
    world
        .accounts()
        .forEach(
            account ->
                world
                    .orders(account)
                    .forEachRemaining(seen -> expected.addAll(sellers(seen.row()))));
    List<String> sold =
        Sales.sold(world).stream()
            .map(one -> one.seller() + " " + one.order().row().amazonOrderId())
            .toList();
    assertThat(sold).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> sellers(BusinessOrder order) {
    Set<String> sellers = new HashSet<>();
    for (LineItem item : order.isDigital() ? List.<LineItem>of() : order.lineItems()) {
      for (SellingPartner partner : SellingPartner.all()) {
        if (partner.shops().containsValue(item.seller().name())) {
          sellers.add(partner.id() + " " + order.orderId());
        }
      }
    }
    return sellers;
  }

  @Property(tries = 30)
  void dates_areCoherentAndNeverAfterTheEnd(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    Instant end = Instant.ofEpochSecond(endSecond);
    for (DemoSales.Sold sold : Sales.sold(world(seed, endSecond, orders))) {
      SellerOrder order = sold.order().row();
      assertThat(order.purchaseDate()).isBeforeOrEqualTo(end);
      assertThat(order.lastUpdateDate()).isBetween(order.purchaseDate(), end);
      assertThat(sold.order().asOf().instant()).isEqualTo(order.lastUpdateDate());
      Dates dates = order.fulfilment().service().dates();
      if (order.fulfilment().channel() == FulfillmentChannel.AFN) {
        assertThat(dates).isEqualTo(Dates.UNKNOWN);
        continue;
      }
      assertThat(order.purchaseDate())
          .isBetween(dates.earliestShip(), dates.earliestShip().plusSeconds(86_399));
      assertThat(dates.latestShip()).isAfter(dates.earliestShip());
      assertThat(dates.earliestDelivery()).isAfter(dates.earliestShip());
      if (shows(order)) {
        assertThat(dates.latestDelivery()).isAfter(dates.earliestDelivery());
      } else {
        assertThat(dates.latestDelivery()).isNull();
      }
    }
  }

  @Property(tries = 30)
  void units_addUpAndAgreeWithTheStatus(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    Map<String, Integer> shipped = new HashMap<>();
    List<Deal> deals = Sales.deals(world(seed, endSecond, orders));
    for (Deal deal : deals) {
      int units = deal.lines().stream().mapToInt(Purchase.Line::quantity).sum();
      int gone = deal.order().fulfilment().itemsShipped();
      int left = deal.order().fulfilment().itemsUnshipped();
      boolean cancelled = deal.order().status() == SellerOrderStatus.CANCELED;
      assertThat(gone + left).isEqualTo(cancelled ? 0 : units);
      assertThat(deal.order().status())
          .isIn(
              gone > 0
                  ? Set.of(
                      left == 0 ? SellerOrderStatus.SHIPPED : SellerOrderStatus.PARTIALLY_SHIPPED)
                  : Set.of(
                      SellerOrderStatus.PENDING,
                      SellerOrderStatus.UNSHIPPED,
                      SellerOrderStatus.CANCELED));
      shipped.merge(deal.order().amazonOrderId(), gone, Integer::sum);
    }
    for (Deal deal : deals) {
      int sent = deal.bought().shipments().stream().mapToInt(Shipment::quantity).sum();
      assertThat(shipped.get(deal.order().amazonOrderId())).isLessThanOrEqualTo(sent);
    }
  }

  @Property(tries = 30)
  void status_isThatOfTheBuyersOrder(
      @ForAll long seed,
      @ForAll @LongRange(max = LAST_SECOND) long endSecond,
      @ForAll @IntRange(min = 1, max = 200) int orders) {
    Map<OrderStatus, Set<SellerOrderStatus>> possible = new EnumMap<>(OrderStatus.class);
    possible.put(OrderStatus.PENDING_APPROVAL, EnumSet.of(SellerOrderStatus.PENDING));
    possible.put(OrderStatus.PENDING, EnumSet.of(SellerOrderStatus.PENDING));
    possible.put(OrderStatus.PAYMENT_CONFIRMED, EnumSet.of(SellerOrderStatus.UNSHIPPED));
    possible.put(
        OrderStatus.PENDING_FULFILLMENT,
        EnumSet.of(
            SellerOrderStatus.UNSHIPPED,
            SellerOrderStatus.PARTIALLY_SHIPPED,
            SellerOrderStatus.SHIPPED));
    possible.put(OrderStatus.CLOSED, EnumSet.of(SellerOrderStatus.SHIPPED));
    possible.put(OrderStatus.CANCELLED, EnumSet.of(SellerOrderStatus.CANCELED));
    for (Deal deal : Sales.deals(world(seed, endSecond, orders))) {
      assertThat(possible.get(deal.bought().status())).contains(deal.order().status());
    }
  }

  @Property(tries = 20)
  void laterLook_neverMovesAnOrderBack(@ForAll long seed, @ForAll @IntRange(max = 400) int hours) {
    DemoWorld world = world(seed, Sales.END.getEpochSecond(), 60);
    SellerSide before = new SellerSide(Sales.END.minusSeconds(hours * 3_600L));
    SellerSide after = new SellerSide(Sales.END);
    world
        .purchases(world.accounts().get(0))
        .forEachRemaining(
            purchase -> {
              for (SellingPartner seller : SellingPartner.all()) {
                before
                    .observe(purchase, seller)
                    .ifPresent(
                        old -> {
                          SellerOrder now = after.observe(purchase, seller).orElseThrow().row();
                          assertNotBack(old.row(), now);
                        });
              }
            });
  }

  private static void assertNotBack(SellerOrder old, SellerOrder now) {
    assertThat(now.purchaseDate()).isEqualTo(old.purchaseDate());
    if (!old.lastUpdateDate().equals(now.lastUpdateDate())) {
      assertThat(now.lastUpdateDate()).isAfter(old.lastUpdateDate());
    } else {
      assertThat(now.status()).isEqualTo(old.status());
      assertThat(now.payment()).isEqualTo(old.payment());
      assertThat(now.fulfilment().itemsShipped()).isEqualTo(old.fulfilment().itemsShipped());
    }
    if (now.status() != SellerOrderStatus.CANCELED) {
      assertThat(now.status()).isGreaterThanOrEqualTo(old.status());
      assertThat(now.fulfilment().itemsShipped())
          .isGreaterThanOrEqualTo(old.fulfilment().itemsShipped());
    }
  }
}
