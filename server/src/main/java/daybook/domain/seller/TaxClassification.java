package daybook.domain.seller;

import org.jspecify.annotations.Nullable;

/**
 * A name that a tax authority has for somebody.
 *
 * @param name kind of the name, such as "VATNumber"
 * @param value the name itself
 */
public record TaxClassification(@Nullable String name, @Nullable String value) {}
