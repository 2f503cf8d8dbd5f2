package daybook.domain.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins two views of one transaction so that nothing known is lost.
 *
 * <p>The newer view wins wherever it says something; where it is silent, or shows an empty list,
 * what the older one said stays. Amounts, people and lines are taken whole, down to the scale of an
 * amount: only one service shows transactions, so the newer text is the one it shows today. An
 * order keeps its finest scale instead because two services show it, one of which drops decimals.
 */
public final class TransactionMerge {

  private TransactionMerge() {}

  /**
   * Returns the newer view completed by the older one.
   *
   * @throws IllegalArgumentException if the two are not the same transaction
   */
  public static Transaction merge(Transaction older, Transaction newer) {
    if (!older.key().equals(newer.key())) {
      throw new IllegalArgumentException("cannot merge two different transactions");
    }
    return new Transaction(
        newer.transactionId(),
        newer.type(),
        newer.feedDate(),
        first(newer.transactionDate(), older.transactionDate()),
        first(newer.marketplaceId(), older.marketplaceId()),
        first(newer.chargeIdentifier(), older.chargeIdentifier()),
        first(newer.invoiceNumber(), older.invoiceNumber()),
        first(newer.shipTaxRate(), older.shipTaxRate()),
        first(newer.giftWrapTaxRate(), older.giftWrapTaxRate()),
        first(newer.legalEntityName(), older.legalEntityName()),
        first(newer.purchasingCustomerGroupName(), older.purchasingCustomerGroupName()),
        first(newer.amount(), older.amount()),
        first(newer.paymentInstrumentType(), older.paymentInstrumentType()),
        first(newer.paymentInstrumentLast4Digits(), older.paymentInstrumentLast4Digits()),
        first(newer.buyer(), older.buyer()),
        first(newer.payer(), older.payer()),
        fuller(newer.associatedTransactionIds(), older.associatedTransactionIds()),
        fuller(newer.lineItems(), older.lineItems()));
  }

  private static <T> @Nullable T first(@Nullable T preferred, @Nullable T other) {
    return preferred != null ? preferred : other;
  }

  private static <T> @Nullable List<T> fuller(
      @Nullable List<T> preferred, @Nullable List<T> other) {
    return preferred == null || (preferred.isEmpty() && other != null) ? other : preferred;
  }
}
