package daybook.domain.seller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order is shipped, and how far that has come.
 *
 * @param channel who ships it
 * @param itemsShipped units shipped
 * @param itemsUnshipped units not shipped yet
 * @param service what the buyer was promised
 * @param easyShipStatus how far its Easy Ship parcel has come; null for all other orders
 * @param source where the goods come from
 * @param automation how the seller's shipping settings apply
 */
public record SellerFulfilment(
    @Nullable FulfillmentChannel channel,
    @Nullable Integer itemsShipped,
    @Nullable Integer itemsUnshipped,
    Service service,
    @Nullable EasyShipStatus easyShipStatus,
    Source source,
    @Nullable Automation automation) {

  /** A fulfilment of which nothing is known. */
  public static final SellerFulfilment UNKNOWN =
      new SellerFulfilment(null, null, null, Service.UNKNOWN, null, Source.UNKNOWN, null);

  /**
   * What the buyer was promised.
   *
   * @param level such as "Std US D2D Dom"
   * @param category such as "Standard"
   * @param cbaLabel label of Checkout by Amazon
   * @param dates when it is shipped and delivered
   */
  public record Service(
      @Nullable String level, @Nullable String category, @Nullable String cbaLabel, Dates dates) {

    /** A service of which nothing is known. */
    public static final Service UNKNOWN = new Service(null, null, null, Dates.UNKNOWN);
  }

  /**
   * When an order is to be shipped and delivered; all UTC.
   *
   * @param earliestShip beginning of the time to ship
   * @param latestShip end of the time to ship
   * @param earliestDelivery beginning of the time to deliver
   * @param latestDelivery end of the time to deliver
   * @param responseDue until when the seller of a sourced order must say when it will ship
   */
  public record Dates(
      @Nullable Instant earliestShip,
      @Nullable Instant latestShip,
      @Nullable Instant earliestDelivery,
      @Nullable Instant latestDelivery,
      @Nullable Instant responseDue) {

    /** Dates of which none is known. */
    public static final Dates UNKNOWN = new Dates(null, null, null, null, null);
  }

  /**
   * Where the goods come from.
   *
   * @param defaultShipFrom the seller's own address
   * @param supplySourceId location that fulfils the order
   * @param storeChainStoreId store of a chain; orders are found by it but never show it
   */
  public record Source(
      @Nullable SellerAddress defaultShipFrom,
      @Nullable String supplySourceId,
      @Nullable String storeChainStoreId) {

    /** A source of which nothing is known. */
    public static final Source UNKNOWN = new Source(null, null, null);
  }

  /**
   * How the seller's shipping settings apply (CONTRACT 1.5, {@code AutomatedShippingSettings}).
   *
   * @param enabled whether they apply
   * @param carrier the carrier they choose
   * @param shipMethod the method they choose
   */
  public record Automation(
      @Nullable Boolean enabled, @Nullable String carrier, @Nullable String shipMethod) {}
}
