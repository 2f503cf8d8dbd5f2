package daybook.domain.seller;

/** Who ships an order (CONTRACT 1.5, {@code FulfillmentChannel}). */
public enum FulfillmentChannel implements Named {
  /** Amazon. */
  AFN,
  /** The seller. */
  MFN;

  @Override
  public String wireName() {
    return name();
  }
}
