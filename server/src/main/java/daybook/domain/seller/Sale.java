package daybook.domain.seller;

import org.jspecify.annotations.Nullable;

/**
 * Where and how an order was sold.
 *
 * @param marketplaceId marketplace it was placed in
 * @param salesChannel such as "Amazon.com"
 * @param orderChannel channel of the first item
 * @param type whether the goods are at hand
 * @param sellerDisplayName the seller's name in the marketplace; Brazil only
 */
public record Sale(
    @Nullable String marketplaceId,
    @Nullable String salesChannel,
    @Nullable String orderChannel,
    @Nullable OrderType type,
    @Nullable String sellerDisplayName) {

  /** A sale of which nothing is known. */
  public static final Sale UNKNOWN = new Sale(null, null, null, null, null);
}
