package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * The merchant who sold a line item (CONTRACT 1.4, {@code Seller}).
 *
 * @param name name of the merchant
 * @param primaryAddress its address; the deprecated city, state and postal code of the wire are
 *     read from and written to this one
 */
public record Seller(String name, @Nullable Address primaryAddress) {}
