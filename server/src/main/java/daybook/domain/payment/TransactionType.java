package daybook.domain.payment;

import java.util.Locale;
import java.util.Optional;

/** Which way the money of a transaction went (CONTRACT 3, {@code transactionType}). */
public enum TransactionType {
  /** The buyer paid: a positive amount. */
  CHARGE,
  /** The buyer got money back: a negative amount. */
  REFUND,
  /** The buyer got back more than was paid: a negative amount on top of a refund. */
  OVERREFUND;

  /** Reads a name in any case, also with a blank, hyphen or underscore: "Over-Refund". */
  public static Optional<TransactionType> parse(String text) {
    String name = text.toUpperCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    for (TransactionType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
