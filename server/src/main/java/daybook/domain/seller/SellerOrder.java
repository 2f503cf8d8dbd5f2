package daybook.domain.seller;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its seller sees it (CONTRACT 1.5, {@code Order}).
 *
 * <p>Null means "no source has shown it", which is not the same as an empty list. The same goes for
 * a flag that is not in the map.
 *
 * @param amazonOrderId Amazon's identifier, unique within an account
 * @param sellerOrderId the seller's identifier
 * @param purchaseDate UTC instant at which it was placed
 * @param lastUpdateDate UTC instant of its last change
 * @param status its state
 * @param sale where and how it was sold
 * @param payment what it costs
 * @param fulfilment how it is shipped
 * @param invoicing what is to be seen on its invoice
 * @param flags answers to the yes-or-no questions
 * @param replacedOrderId the order that it replaces
 * @param shippingAddress where it is shipped to; restricted
 * @param buyer who bought it; restricted but for the e-mail address
 * @param buyerTax what an invoice to the buyer must say; restricted
 * @param listedSince UTC instant from which the store lists it as changed, where its own date came
 *     too late for those who list by it; null where its own date counts
 */
public record SellerOrder(
    String amazonOrderId,
    @Nullable String sellerOrderId,
    Instant purchaseDate,
    Instant lastUpdateDate,
    SellerOrderStatus status,
    Sale sale,
    SellerPayment payment,
    SellerFulfilment fulfilment,
    Invoicing invoicing,
    Map<OrderFlag, Boolean> flags,
    @Nullable String replacedOrderId,
    @Nullable SellerAddress shippingAddress,
    @Nullable BuyerInfo buyer,
    @Nullable BuyerTaxInformation buyerTax,
    @Nullable Instant listedSince) {

  /** Copies the flags, and cuts the two dates to whole seconds, which is all the wire has. */
  public SellerOrder {
    purchaseDate = purchaseDate.truncatedTo(ChronoUnit.SECONDS);
    lastUpdateDate = lastUpdateDate.truncatedTo(ChronoUnit.SECONDS);
    Map<OrderFlag, Boolean> copy = new EnumMap<>(OrderFlag.class);
    copy.putAll(flags);
    flags = Collections.unmodifiableMap(copy);
  }

  /** Makes an order that is listed by its own dates. */
  public SellerOrder(
      String amazonOrderId,
      @Nullable String sellerOrderId,
      Instant purchaseDate,
      Instant lastUpdateDate,
      SellerOrderStatus status,
      Sale sale,
      SellerPayment payment,
      SellerFulfilment fulfilment,
      Invoicing invoicing,
      Map<OrderFlag, Boolean> flags,
      @Nullable String replacedOrderId,
      @Nullable SellerAddress shippingAddress,
      @Nullable BuyerInfo buyer,
      @Nullable BuyerTaxInformation buyerTax) {
    this(
        amazonOrderId,
        sellerOrderId,
        purchaseDate,
        lastUpdateDate,
        status,
        sale,
        payment,
        fulfilment,
        invoicing,
        flags,
        replacedOrderId,
        shippingAddress,
        buyer,
        buyerTax,
        null);
  }

  /** Returns the UTC instant of the last change that listings go by and show. */
  public Instant listedUpdate() {
    return listedSince == null || listedSince.isBefore(lastUpdateDate)
        ? lastUpdateDate
        : listedSince;
  }

  /** Returns the order with another date of its last change. */
  public SellerOrder updatedAt(Instant update) {
    return with(update, listedSince);
  }

  /** Returns the order as listed as changed from an instant on. */
  public SellerOrder listedFrom(Instant since) {
    return with(lastUpdateDate, since);
  }

  private SellerOrder with(Instant update, @Nullable Instant since) {
    return new SellerOrder(
        amazonOrderId,
        sellerOrderId,
        purchaseDate,
        update,
        status,
        sale,
        payment,
        fulfilment,
        invoicing,
        flags,
        replacedOrderId,
        shippingAddress,
        buyer,
        buyerTax,
        since);
  }

  /** Returns the answer to a question, or null if no source has given one. */
  public @Nullable Boolean flag(OrderFlag flag) {
    return flags.get(flag);
  }
}
