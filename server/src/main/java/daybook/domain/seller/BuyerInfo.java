package daybook.domain.seller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bought (CONTRACT 1.5, {@code BuyerInfo}).
 *
 * @param email an address that stands for the buyer's own; the one member that is not restricted
 * @param name full name
 * @param county county; Brazil only
 * @param tax what the buyer's business is to the tax authorities
 * @param purchaseOrderNumber the buyer's purchase order
 */
public record BuyerInfo(
    @Nullable String email,
    @Nullable String name,
    @Nullable String county,
    @Nullable Tax tax,
    @Nullable String purchaseOrderNumber) {

  /**
   * What a business is to the tax authorities (CONTRACT 1.5, {@code BuyerTaxInfo}).
   *
   * @param companyLegalName legal name
   * @param taxingRegion country or region that taxes it
   * @param classifications its names there
   */
  public record Tax(
      @Nullable String companyLegalName,
      @Nullable String taxingRegion,
      @Nullable List<TaxClassification> classifications) {

    /** Copies the list. */
    public Tax {
      classifications = classifications == null ? null : List.copyOf(classifications);
    }
  }
}
