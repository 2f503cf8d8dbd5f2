package daybook.store;

/** The columns that a listing can be filtered by. */
public enum Column {
  /** Code of the region an order was placed in. */
  REGION,
  /** Name of the order status: in upper snake for buyers, that of the wire for sellers. */
  ORDER_STATUS,
  /** The buyer's purchase order number, compared byte by byte. */
  PURCHASE_ORDER_NUMBER,
  /** Amazon's identifier of an order. */
  ORDER_ID,
  /** Identifier of the marketplace an order was placed in. */
  MARKETPLACE,
  /** Who ships an order: AFN or MFN. */
  FULFILLMENT_CHANNEL,
  /** How an order is paid: COD, CVS or Other. */
  PAYMENT_METHOD,
  /** E-mail address of the buyer, in lower case. */
  BUYER_EMAIL,
  /** The seller's own identifier of an order. */
  SELLER_ORDER_ID,
  /** How far an Easy Ship parcel has come. */
  EASY_SHIP_STATUS,
  /** State of the electronic invoice. */
  INVOICE_STATUS,
  /** Location that fulfils an order. */
  SUPPLY_SOURCE,
  /** Store of a chain that an order is about. */
  STORE,
  /** Whether an order is picked up in a store: true or false. */
  STORE_PICK_UP,
  /** Beginning of the time to deliver an order, an instant. */
  EARLIEST_DELIVERY,
  /** End of the time to deliver an order, an instant. */
  LATEST_DELIVERY
}
