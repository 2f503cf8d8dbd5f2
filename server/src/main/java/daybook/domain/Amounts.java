package daybook.domain;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The five sums that an order, a line item and a shipment each carry (CONTRACT 1.2 and 1.4).
 *
 * <p>A sum that no source has shown is null. Digital orders show no shipping and no promotion.
 *
 * @param subTotal price of the goods, without shipping, tax and promotions
 * @param shippingAndHandling shipping charges, without tax and promotions
 * @param promotion discounts, zero or negative
 * @param tax taxes
 * @param netTotal what was charged in the end: the sum of the others
 */
public record Amounts(
    @Nullable Money subTotal,
    @Nullable Money shippingAndHandling,
    @Nullable Money promotion,
    @Nullable Money tax,
    @Nullable Money netTotal) {

  /** Sums of which nothing is known. */
  public static final Amounts UNKNOWN = new Amounts(null, null, null, null, null);

  /** Returns the currency of the first known sum, or null when none is known. */
  public @Nullable String currencyCode() {
    return Stream.of(netTotal, subTotal, tax, shippingAndHandling, promotion)
        .filter(Objects::nonNull)
        .map(Money::currencyCode)
        .findFirst()
        .orElse(null);
  }
}
