package daybook.world.seller;

import static daybook.domain.seller.OrderFlag.HAS_REGULATED_ITEMS;
import static daybook.domain.seller.OrderFlag.IS_ACCESS_POINT_ORDER;
import static daybook.domain.seller.OrderFlag.IS_BUSINESS_ORDER;
import static daybook.domain.seller.OrderFlag.IS_GLOBAL_EXPRESS_ENABLED;
import static daybook.domain.seller.OrderFlag.IS_ISPU;
import static daybook.domain.seller.OrderFlag.IS_PREMIUM_ORDER;
import static daybook.domain.seller.OrderFlag.IS_PRIME;
import static daybook.domain.seller.OrderFlag.IS_REPLACEMENT_ORDER;
import static daybook.domain.seller.OrderFlag.IS_SOLD_BY_AB;

import daybook.domain.AsOf;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.Invoicing;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.OrderType;
import daybook.domain.seller.Sale;
import daybook.domain.seller.SellerFulfilment;
import daybook.domain.seller.SellerFulfilment.Automation;
import daybook.domain.seller.SellerFulfilment.Source;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import daybook.ingest.Observed;
import daybook.world.Dice;
import daybook.world.Purchase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a seller is shown of a purchase at some moment: its own lines, and no other seller's.
 *
 * <p>A pending order shows neither what it costs nor who buys; a cancelled one shows no money and
 * no units, as its buyer sees it. Only the dates of its promise may lie after the moment.
 */
final class SellerSide {

  private final long now;

  SellerSide(Instant now) {
    this.now = now.getEpochSecond();
  }

  /** Returns the order and when its last event was; empty if the seller had no part in it. */
  Optional<Observed<SellerOrder>> observe(Purchase purchase, SellingPartner seller) {
    return Share.of(purchase, seller, now).map(share -> observe(share, seller));
  }

  private static Observed<SellerOrder> observe(Share share, SellingPartner seller) {
    Purchase purchase = share.purchase();
    SellerOrderStatus status = share.status();
    boolean bySeller = isShippedBySeller(share);
    Instant updated = Instant.ofEpochSecond(share.lastEvent());
    SellerOrder order =
        new SellerOrder(
            purchase.orderId(),
            purchase.orderId(),
            Instant.ofEpochSecond(purchase.life().placed()),
            updated,
            status,
            new Sale(
                purchase.market().marketplaceId(),
                Storefront.channel(purchase.market().region()),
                null,
                OrderType.STANDARD_ORDER,
                null),
            payment(share, status),
            fulfilment(share, status, bySeller),
            Invoicing.UNKNOWN,
            flags(share, bySeller),
            null,
            status.showsShippingAddress()
                ? Recipient.address(purchase, bySeller && !isOver(share, status))
                : null,
            share.isReleased() ? Recipient.buyer(purchase, seller) : null,
            null);
    return new Observed<>(order, new AsOf(updated, 0));
  }

  // Who sold all of a purchase may well have sent it, too; parcels of several sellers are Amazon's.
  private static boolean isShippedBySeller(Share share) {
    return share.isWhole()
        && Dice.of(Dice.Topic.SELLING, share.purchase().reference(), 2).percent(55);
  }

  // Telephone numbers go when the parcel has arrived or is late (CONTRACT 1.5).
  private static boolean isOver(Share share, SellerOrderStatus status) {
    Purchase purchase = share.purchase();
    return status == SellerOrderStatus.SHIPPED
        && share.now() > Promise.of(purchase).latestDelivery(purchase);
  }

  private static SellerPayment payment(Share share, SellerOrderStatus status) {
    Purchase purchase = share.purchase();
    String detail =
        switch (purchase.buyer().paymentInstrumentType()) {
          case "Credit card" -> "CreditCard";
          case "Pay by Invoice" -> "Invoice";
          default -> "Standard";
        };
    return new SellerPayment(
        status.showsShippingAddress() ? purchase.market().money(share.net()) : null,
        SellerPayment.Method.OTHER,
        List.of(detail),
        null);
  }

  private static SellerFulfilment fulfilment(
      Share share, SellerOrderStatus status, boolean bySeller) {
    Purchase purchase = share.purchase();
    Promise promise = Promise.of(purchase);
    boolean cancelled = status == SellerOrderStatus.CANCELED;
    int shipped = share.shipped();
    return new SellerFulfilment(
        bySeller ? FulfillmentChannel.MFN : FulfillmentChannel.AFN,
        shipped,
        cancelled ? 0 : share.units() - shipped,
        bySeller
            ? promise.service(purchase, status.showsShippingAddress())
            : promise.service(purchase),
        null,
        bySeller ? new Source(Recipient.shipFrom(share.vendor()), null, null) : Source.UNKNOWN,
        bySeller ? new Automation(false, null, null) : null);
  }

  private static Map<OrderFlag, Boolean> flags(Share share, boolean bySeller) {
    boolean prime =
        bySeller && Dice.of(Dice.Topic.SELLING, share.purchase().reference(), 3).percent(20);
    Map<OrderFlag, Boolean> flags = new EnumMap<>(OrderFlag.class);
    flags.put(IS_BUSINESS_ORDER, true);
    flags.put(IS_PRIME, prime);
    flags.put(
        IS_PREMIUM_ORDER, prime && !Promise.of(share.purchase()).category().equals("Standard"));
    for (OrderFlag no :
        List.of(
            IS_GLOBAL_EXPRESS_ENABLED,
            IS_REPLACEMENT_ORDER,
            IS_SOLD_BY_AB,
            IS_ISPU,
            IS_ACCESS_POINT_ORDER,
            HAS_REGULATED_ITEMS)) {
      flags.put(no, false);
    }
    return flags;
  }
}
