package daybook.domain.seller;

/** The state of an order in the eyes of its seller (CONTRACT 1.5, {@code OrderStatus}). */
public enum SellerOrderStatus implements Named {
  /** A pre-order: placed, payment not authorised, not released yet. */
  PENDING_AVAILABILITY("PendingAvailability"),
  /** Placed; payment is not authorised. */
  PENDING("Pending"),
  /** Payment is authorised; nothing has been shipped. */
  UNSHIPPED("Unshipped"),
  /** Some items have been shipped, but not all. */
  PARTIALLY_SHIPPED("PartiallyShipped"),
  /** All items have been shipped. */
  SHIPPED("Shipped"),
  /** All items have been shipped; the invoice has not been confirmed. */
  INVOICE_UNCONFIRMED("InvoiceUnconfirmed"),
  /** The order was cancelled. */
  CANCELED("Canceled"),
  /** The order can't be fulfilled. */
  UNFULFILLABLE("Unfulfillable");

  private final String wireName;

  SellerOrderStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** Says whether an order of this state shows where it is shipped to (CONTRACT 1.5 #43). */
  public boolean showsShippingAddress() {
    return switch (this) {
      case UNSHIPPED, PARTIALLY_SHIPPED, SHIPPED, INVOICE_UNCONFIRMED -> true;
      case PENDING_AVAILABILITY, PENDING, CANCELED, UNFULFILLABLE -> false;
    };
  }
}
