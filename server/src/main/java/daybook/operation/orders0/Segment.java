package daybook.operation.orders0;

/** A part of a piece that is shown or left out as a whole, in the order in which parts stand. */
enum Segment {
  /** All members that nobody's permission decides about, and the brace that opens the order. */
  OPEN,
  /** Where the order goes to, as a plain access token shows it. */
  PLACE,
  /** Who bought it, as a plain access token shows it. */
  EMAIL,
  /** Where the order goes to. */
  ADDRESS,
  /** Where the order goes to, without a telephone number. */
  ADDRESS_WITHOUT_PHONE,
  /** Who bought it. */
  BUYER,
  /** What an invoice to the buyer must say. */
  BUYER_TAX
}
