package daybook.operation.reconciliation2021;

import daybook.contract.Shape;
import daybook.domain.payment.Transaction;
import daybook.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Transactions as the Reconciliation API 2021-01-08 shows them (CONTRACT 3). */
public final class TransactionShape implements Shape<Transaction> {

  // Members that only this shape has, so that a transaction without its identifier is still told
  // what it lacks. A charge of an order has a transactionId, too.
  private static final List<String> MARKS =
      List.of(
          "feedDate",
          "transactionType",
          "transactionLineItems",
          "associatedTransactionDetails",
          "purchasingCustomerGroupName");

  @Override
  public String name() {
    return "transactions-2021";
  }

  @Override
  public String envelope() {
    return "transactions";
  }

  @Override
  public String pageTail(long records) {
    return "],\"nextPageToken\":null}";
  }

  @Override
  public boolean recognises(JsonObject object) {
    return MARKS.stream().anyMatch(object::has);
  }

  @Override
  public Transaction read(JsonObject object) {
    return TransactionJson.read(object);
  }

  @Override
  public byte[] write(Transaction transaction) {
    return TransactionJson.write(transaction);
  }

  @Override
  public String id(Transaction transaction) {
    return transaction.key();
  }

  @Override
  public Instant instant(Transaction transaction) {
    return transaction.feedDate();
  }
}
