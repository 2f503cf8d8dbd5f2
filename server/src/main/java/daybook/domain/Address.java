package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * A postal address of a seller or a shipment (CONTRACT 1.4, {@code Address}).
 *
 * @param addressLine1 street and number
 * @param addressLine2 apartment, suite or floor
 * @param city city
 * @param state state or region
 * @param postalCode postal code
 * @param countryCode ISO 3166 two-letter code
 */
public record Address(
    @Nullable String addressLine1,
    @Nullable String addressLine2,
    @Nullable String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String countryCode) {}
