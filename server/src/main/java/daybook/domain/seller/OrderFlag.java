package daybook.domain.seller;

/** A yes-or-no question about an order, under its name on the wire (CONTRACT 1.5). */
public enum OrderFlag implements Named {
  /** The buyer is a verified business. */
  IS_BUSINESS_ORDER("IsBusinessOrder"),
  /** A Prime order that the seller ships. */
  IS_PRIME("IsPrime"),
  /** Shipped under a premium agreement. */
  IS_PREMIUM_ORDER("IsPremiumOrder"),
  /** A GlobalExpress order. */
  IS_GLOBAL_EXPRESS_ENABLED("IsGlobalExpressEnabled"),
  /** Replaces another order. */
  IS_REPLACEMENT_ORDER("IsReplacementOrder"),
  /** The seller of a sourced order has said when it will ship. */
  IS_ESTIMATED_SHIP_DATE_SET("IsEstimatedShipDateSet"),
  /** Bought and sold again by Amazon Business. */
  IS_SOLD_BY_AB("IsSoldByAB"),
  /** Bought and sold again by Amazon Business EU. */
  IS_IBA("IsIBA"),
  /** Picked up in a store. */
  IS_ISPU("IsISPU"),
  /** Delivered to an access point. */
  IS_ACCESS_POINT_ORDER("IsAccessPointOrder"),
  /** Holds items that need an approval. */
  HAS_REGULATED_ITEMS("HasRegulatedItems");

  private final String wireName;

  OrderFlag(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
