package daybook.domain.seller;

import org.jspecify.annotations.Nullable;

/**
 * What an invoice to a business must say; Turkey only (CONTRACT 1.5).
 *
 * @param legalCompanyName legal name
 * @param businessAddress address of the business
 * @param taxRegistrationId number at the tax office
 * @param taxOffice the tax office
 */
public record BuyerTaxInformation(
    @Nullable String legalCompanyName,
    @Nullable String businessAddress,
    @Nullable String taxRegistrationId,
    @Nullable String taxOffice) {}
