package daybook.document.payment;

import daybook.document.Kind;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionMerge;
import daybook.store.RecordKind;
import daybook.store.Records;
import daybook.store.Store;

/** Money that moved for a business account. */
public final class Transactions implements Kind<Transaction> {

  @Override
  public RecordKind recordKind() {
    return RecordKind.TRANSACTION;
  }

  @Override
  public String noun() {
    return "transaction";
  }

  @Override
  public String idMember() {
    return "transactionId";
  }

  @Override
  public String id(Transaction transaction) {
    return transaction.key();
  }

  @Override
  public byte[] encode(Transaction transaction) {
    return TransactionDocument.encode(transaction);
  }

  @Override
  public Transaction decode(byte[] document) {
    return TransactionDocument.decode(document);
  }

  @Override
  public Transaction merge(Transaction older, Transaction newer) {
    return TransactionMerge.merge(older, newer);
  }

  @Override
  public Records<Transaction> in(Store store) {
    return store.transactions();
  }
}
