package daybook.domain.payment;

import daybook.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a transaction is made up of: the total is the sum of the other six.
 *
 * @param total all of it
 * @param principal price of the goods
 * @param shippingCharge shipping and handling
 * @param regulatoryFee fees that the law asks for
 * @param giftWrappingCharge gift wrapping
 * @param discount zero or negative on a charge
 * @param tax tax on all of these
 */
public record LineAmounts(
    @Nullable Money total,
    @Nullable Money principal,
    @Nullable Money shippingCharge,
    @Nullable Money regulatoryFee,
    @Nullable Money giftWrappingCharge,
    @Nullable Money discount,
    @Nullable Money tax) {

  /** Nothing is known. */
  public static final LineAmounts UNKNOWN =
      new LineAmounts(null, null, null, null, null, null, null);
}
