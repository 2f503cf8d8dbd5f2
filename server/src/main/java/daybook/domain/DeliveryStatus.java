package daybook.domain;

import java.util.Locale;
import java.util.Optional;

/** Where a parcel stands (CONTRACT 1.4, {@code DeliveryInformation}). */
public enum DeliveryStatus {
  /** The parcel has been delivered. */
  DELIVERED,
  /** The parcel has not been delivered. */
  NOT_DELIVERED,
  /** Nothing is known. */
  NOT_AVAILABLE;

  /** Reads both spellings, with a space and with an underscore, in any case (CONTRACT 2 #4). */
  public static Optional<DeliveryStatus> parse(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (DeliveryStatus status : values()) {
      if (status.name().equals(name)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
