package daybook.store;

/** The columns that a listing can be filtered by. */
public enum Column {
  /** Code of the region an order was placed in. */
  REGION,
  /** Upper-snake name of the order status. */
  ORDER_STATUS,
  /** The buyer's purchase order number, compared byte by byte. */
  PURCHASE_ORDER_NUMBER
}
