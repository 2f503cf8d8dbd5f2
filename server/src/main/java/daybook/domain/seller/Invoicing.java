package daybook.domain.seller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace wants to see on invoices.
 *
 * @param preference whom the invoice is made out to; Turkey only
 * @param marketplaceTax the seller's names at the tax authorities; Brazil only
 * @param electronicStatus state of the electronic invoice
 */
public record Invoicing(
    @Nullable Preference preference,
    @Nullable List<TaxClassification> marketplaceTax,
    @Nullable ElectronicStatus electronicStatus) {

  /** Invoicing of which nothing is known. */
  public static final Invoicing UNKNOWN = new Invoicing(null, null, null);

  /** Copies the list. */
  public Invoicing {
    marketplaceTax = marketplaceTax == null ? null : List.copyOf(marketplaceTax);
  }

  /** Whom an invoice is made out to (CONTRACT 1.5, {@code BuyerInvoicePreference}). */
  public enum Preference implements Named {
    /** A person. */
    INDIVIDUAL,
    /** A business. */
    BUSINESS;

    @Override
    public String wireName() {
      return name();
    }
  }

  /** The state of an electronic invoice (CONTRACT 1.5, {@code ElectronicInvoiceStatus}). */
  public enum ElectronicStatus implements Named {
    /** None is needed. */
    NOT_REQUIRED("NotRequired"),
    /** None was handed in. */
    NOT_FOUND("NotFound"),
    /** It is being looked at. */
    PROCESSING("Processing"),
    /** It was rejected. */
    ERRORED("Errored"),
    /** It was accepted. */
    ACCEPTED("Accepted");

    private final String wireName;

    ElectronicStatus(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
