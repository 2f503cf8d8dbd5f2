package daybook.operation.reporting2021;

/** A list of an order that callers get only if they ask for it (CONTRACT 1.4). */
enum Part {
  /** What was bought. */
  LINE_ITEMS("lineItems", "includeLineItems"),
  /** What was sent. */
  SHIPMENTS("shipments", "includeShipments"),
  /** What was paid. */
  CHARGES("charges", "includeCharges");

  private final String member;
  private final String parameter;

  Part(String member, String parameter) {
    this.member = member;
    this.parameter = parameter;
  }

  /** Returns the member of an order that holds the list. */
  String member() {
    return member;
  }

  /** Returns the parameter that asks for the list. */
  String parameter() {
    return parameter;
  }
}
