package daybook.world.money;

import daybook.domain.payment.TransactionType;
import daybook.world.Sums;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that moves between the buyer of a purchase and its sellers.
 *
 * @param type which way
 * @param id identifier of the transaction
 * @param parcel what for
 * @param second when, in seconds since 1970 UTC
 * @param isRewards whether it is that of a reward account
 * @param associated transactions it belongs to
 * @param parts what it is made up of
 */
record Flow(
    TransactionType type,
    String id,
    int parcel,
    long second,
    boolean isRewards,
    List<String> associated,
    List<Part> parts) {

  /**
   * What is about one line of the purchase.
   *
   * @param line which one
   * @param units how many
   * @param sums how much, negative when it goes back
   * @param refundReason why it goes back; null if it does not
   */
  record Part(int line, int units, Sums sums, @Nullable String refundReason) {}

  /** Returns all of it in minor units. */
  long net() {
    return parts.stream().mapToLong(part -> part.sums().net()).sum();
  }
}
