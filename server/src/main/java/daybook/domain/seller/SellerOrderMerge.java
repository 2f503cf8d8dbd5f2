package daybook.domain.seller;

import static daybook.domain.seller.Known.first;
import static daybook.domain.seller.Known.fuller;

import daybook.domain.Money;
import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerFulfilment.Service;
import daybook.domain.seller.SellerFulfilment.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins two views of one order so that nothing known is lost.
 *
 * <p>The newer view wins wherever it says something. Where it is silent, or shows an empty list,
 * what the older one said stays: a view without restricted data erases no address and no buyer. An
 * amount keeps the most decimals it was ever shown with. The order's own date of its last change
 * goes before the order in which the views came, so that this date never moves back.
 */
public final class SellerOrderMerge {

  private SellerOrderMerge() {}

  /**
   * Returns the newer view completed by the older one.
   *
   * @throws IllegalArgumentException if the two are not the same order
   */
  public static SellerOrder merge(SellerOrder older, SellerOrder newer) {
    if (!older.amazonOrderId().equals(newer.amazonOrderId())) {
      throw new IllegalArgumentException("cannot merge two different orders");
    }
    return newer.lastUpdateDate().isBefore(older.lastUpdateDate())
        ? completed(older, newer)
        : completed(newer, older);
  }

  private static SellerOrder completed(SellerOrder order, SellerOrder other) {
    Map<OrderFlag, Boolean> flags = new EnumMap<>(OrderFlag.class);
    flags.putAll(other.flags());
    flags.putAll(order.flags());
    return new SellerOrder(
        order.amazonOrderId(),
        first(order.sellerOrderId(), other.sellerOrderId()),
        order.purchaseDate(),
        order.lastUpdateDate(),
        order.status(),
        completed(order.sale(), other.sale()),
        completed(order.payment(), other.payment()),
        completed(order.fulfilment(), other.fulfilment()),
        completed(order.invoicing(), other.invoicing()),
        flags,
        first(order.replacedOrderId(), other.replacedOrderId()),
        PersonMerge.completed(order.shippingAddress(), other.shippingAddress()),
        PersonMerge.completed(order.buyer(), other.buyer()),
        PersonMerge.completed(order.buyerTax(), other.buyerTax()),
        later(order.listedSince(), other.listedSince()));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant two) {
    if (one == null || two == null) {
      return first(one, two);
    }
    return one.isAfter(two) ? one : two;
  }

  private static Sale completed(Sale sale, Sale other) {
    return new Sale(
        first(sale.marketplaceId(), other.marketplaceId()),
        first(sale.salesChannel(), other.salesChannel()),
        first(sale.orderChannel(), other.orderChannel()),
        first(sale.type(), other.type()),
        first(sale.sellerDisplayName(), other.sellerDisplayName()));
  }

  private static SellerPayment completed(SellerPayment payment, SellerPayment other) {
    return new SellerPayment(
        completed(payment.total(), other.total()),
        first(payment.method(), other.method()),
        fuller(payment.methodDetails(), other.methodDetails()),
        fuller(payment.execution(), other.execution()));
  }

  // The finest scale ever shown stays, whichever of the views are read again (see OrderMerge).
  private static @Nullable Money completed(@Nullable Money money, @Nullable Money other) {
    if (money == null || other == null) {
      return first(money, other);
    }
    int scale = Math.max(money.amount().scale(), other.amount().scale());
    return new Money(money.currencyCode(), money.amount().setScale(scale));
  }

  private static SellerFulfilment completed(SellerFulfilment fulfilment, SellerFulfilment other) {
    return new SellerFulfilment(
        first(fulfilment.channel(), other.channel()),
        first(fulfilment.itemsShipped(), other.itemsShipped()),
        first(fulfilment.itemsUnshipped(), other.itemsUnshipped()),
        completed(fulfilment.service(), other.service()),
        first(fulfilment.easyShipStatus(), other.easyShipStatus()),
        completed(fulfilment.source(), other.source()),
        first(fulfilment.automation(), other.automation()));
  }

  private static Service completed(Service service, Service other) {
    Dates dates = service.dates();
    return new Service(
        first(service.level(), other.level()),
        first(service.category(), other.category()),
        first(service.cbaLabel(), other.cbaLabel()),
        new Dates(
            first(dates.earliestShip(), other.dates().earliestShip()),
            first(dates.latestShip(), other.dates().latestShip()),
            first(dates.earliestDelivery(), other.dates().earliestDelivery()),
            first(dates.latestDelivery(), other.dates().latestDelivery()),
            first(dates.responseDue(), other.dates().responseDue())));
  }

  private static Source completed(Source source, Source other) {
    return new Source(
        PersonMerge.completed(source.defaultShipFrom(), other.defaultShipFrom()),
        first(source.supplySourceId(), other.supplySourceId()),
        first(source.storeChainStoreId(), other.storeChainStoreId()));
  }

  private static Invoicing completed(Invoicing invoicing, Invoicing other) {
    return new Invoicing(
        first(invoicing.preference(), other.preference()),
        fuller(invoicing.marketplaceTax(), other.marketplaceTax()),
        first(invoicing.electronicStatus(), other.electronicStatus()));
  }
}
