package daybook.store;

/** The kinds of record that a store keeps, each in tables of its own. */
public enum RecordKind {
  /** An order as its buyer sees it. */
  BUSINESS_ORDER,
  /** Money that moved for a business account. */
  TRANSACTION,
  /** An order as its seller sees it. */
  SELLER_ORDER
}
