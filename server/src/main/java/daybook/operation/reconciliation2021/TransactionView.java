package daybook.operation.reconciliation2021;

import daybook.contract.View;
import daybook.domain.payment.Transaction;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import java.time.Instant;

/** Renders transactions, listed by the date from which they can be seen (CONTRACT 1.6). */
public final class TransactionView implements View<Transaction> {

  /** Name and version of this view. */
  public static final ViewId ID = new ViewId(RecordKind.TRANSACTION, "transaction2021", 1);

  @Override
  public ViewId id() {
    return ID;
  }

  @Override
  public Instant sortInstant(Transaction transaction) {
    return transaction.feedDate();
  }

  @Override
  public byte[] render(Transaction transaction) {
    return TransactionJson.write(transaction);
  }
}
