package daybook.domain.seller;

/** Whether the goods are at hand (CONTRACT 1.5, {@code OrderType}). */
public enum OrderType implements Named {
  /** In stock. */
  STANDARD_ORDER("StandardOrder"),
  /** Takes long to ship. */
  LONG_LEAD_TIME_ORDER("LongLeadTimeOrder"),
  /** To be released in the future. */
  PREORDER("Preorder"),
  /** Released, and out of stock for now. */
  BACK_ORDER("BackOrder"),
  /** Sourced on demand. */
  SOURCING_ON_DEMAND_ORDER("SourcingOnDemandOrder");

  private final String wireName;

  OrderType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
