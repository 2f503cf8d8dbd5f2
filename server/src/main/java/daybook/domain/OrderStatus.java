package daybook.domain;

import java.util.Locale;
import java.util.Optional;

/** The state of a business order (CONTRACT 1.2, {@code orderStatuses}). */
public enum OrderStatus {
  /** Submitted for approval. */
  PENDING_APPROVAL,
  /** The payment information has been collected. */
  PAYMENT_CONFIRMED,
  /** Due for fulfilment. */
  PENDING_FULFILLMENT,
  /** The order details are being processed. */
  PENDING,
  /** Cancelled by the buyer or by Amazon Business. */
  CANCELLED,
  /** Delivered and closed. */
  CLOSED;

  /** Reads "Pending Approval" and "PENDING_APPROVAL" alike, in any case (CONTRACT 2 #4). */
  public static Optional<OrderStatus> parse(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (OrderStatus status : values()) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
