package daybook.domain.payment;

import daybook.domain.Customer;
import daybook.domain.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or money that came back: all that Reconciliation 2021 can show (CONTRACT 3).
 *
 * <p>Null means "no source has shown it", which is not the same as an empty list.
 *
 * @param transactionId Amazon's identifier, see {@link #key}
 * @param type which way the money went
 * @param feedDate UTC instant from which it can be listed
 * @param transactionDate UTC instant at which the money moved
 * @param marketplaceId marketplace of the purchase
 * @param chargeIdentifier identifier of the card payment
 * @param invoiceNumber invoice or credit memo
 * @param shipTaxRate tax rate on shipping, in the text it came in, such as "0.0825"
 * @param giftWrapTaxRate tax rate on gift wrapping, likewise
 * @param legalEntityName legal entity of the buyer
 * @param purchasingCustomerGroupName group of the business that bought
 * @param amount sum of the lines; negative when money came back
 * @param paymentInstrumentType what was paid with
 * @param paymentInstrumentLast4Digits last digits of the card or account
 * @param buyer who bought
 * @param payer who paid
 * @param associatedTransactionIds the other legs of a split payment, or what a refund refunds
 * @param lineItems what was paid for
 */
public record Transaction(
    String transactionId,
    TransactionType type,
    Instant feedDate,
    @Nullable Instant transactionDate,
    @Nullable String marketplaceId,
    @Nullable String chargeIdentifier,
    @Nullable String invoiceNumber,
    @Nullable String shipTaxRate,
    @Nullable String giftWrapTaxRate,
    @Nullable String legalEntityName,
    @Nullable String purchasingCustomerGroupName,
    @Nullable Money amount,
    @Nullable String paymentInstrumentType,
    @Nullable String paymentInstrumentLast4Digits,
    @Nullable Customer buyer,
    @Nullable Customer payer,
    @Nullable List<String> associatedTransactionIds,
    @Nullable List<TransactionLineItem> lineItems) {

  /** Copies the lists. */
  public Transaction {
    associatedTransactionIds =
        associatedTransactionIds == null ? null : List.copyOf(associatedTransactionIds);
    lineItems = lineItems == null ? null : List.copyOf(lineItems);
  }

  /**
   * Returns what tells this transaction from all others of its account: identifier and type.
   *
   * <p>No source promises that a refund has an identifier of its own. Were it to share that of its
   * charge, a key of the identifier alone would let one of the two replace the other.
   */
  public String key() {
    return transactionId + "/" + type;
  }
}
