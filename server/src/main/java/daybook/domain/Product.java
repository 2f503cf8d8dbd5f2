package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a line item is about (CONTRACT 1.4, {@code LineItem}).
 *
 * @param asin Amazon Standard Identification Number
 * @param title title of the product
 * @param category Amazon Business category
 * @param unspsc United Nations product and service code
 * @param condition new, used, ...
 * @param brandCode brand code given by the vendor
 * @param brandName brand
 * @param manufacturerName manufacturer
 */
public record Product(
    @Nullable String asin,
    @Nullable String title,
    @Nullable String category,
    @Nullable String unspsc,
    @Nullable String condition,
    @Nullable String brandCode,
    @Nullable String brandName,
    @Nullable String manufacturerName) {}
