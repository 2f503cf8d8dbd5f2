package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * A negotiated or quantity discount on a line item; every part is null when there was none.
 *
 * @param program "Negotiated Pricing" or "Quantity Discounts"
 * @param type type of the discount
 * @param amount discounted amount
 * @param ratio percentage as decimal text, kept as it came
 */
public record Discount(
    @Nullable String program,
    @Nullable String type,
    @Nullable Money amount,
    @Nullable String ratio) {

  /** No discount. */
  public static final Discount NONE = new Discount(null, null, null, null);
}
