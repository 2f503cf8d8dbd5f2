package daybook.store.sql;

import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.store.Directory;
import daybook.store.Records;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.Views;
import daybook.store.sql.session.Readers;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Files;
import java.util.List;

/**
 * A store in one SQLite file.
 *
 * <p>Several processes may have the same file open; one of them writes at a time, and readers never
 * wait for it.
 */
public final class SqlStore implements Store {

  private final StoreOptions options;
  private final Sessions sessions;
  private final Records<BusinessOrder> orders;
  private final Records<SellerOrder> sellerOrders;
  private final Records<Transaction> transactions;
  private final Directory directory;
  private final Views views;
  private final Store atOnce;

  private SqlStore(StoreOptions options, Sessions sessions, Readers readers, ViewNumbers numbers) {
    this.options = options;
    this.sessions = sessions;
    RecordTable<BusinessOrder> orderTable = new BusinessOrderTable();
    this.orders = new SqlRecords<>(sessions, readers, numbers, orderTable);
    RecordTable<Transaction> transactionTable = new TransactionTable();
    this.transactions = new SqlRecords<>(sessions, readers, numbers, transactionTable);
    RecordTable<SellerOrder> sellerOrderTable = new SellerOrderTable();
    this.sellerOrders = new SqlRecords<>(sessions, readers, numbers, sellerOrderTable);
    this.directory = new SqlDirectory(sessions);
    this.views =
        new SqlViews(sessions, numbers, List.of(orderTable, transactionTable, sellerOrderTable));
    this.atOnce =
        readers.mayWait() ? new SqlStore(options, sessions, sessions.atOnce(), numbers) : this;
  }

  /**
   * Opens a store. A missing file is created, an older one is migrated.
   *
   * @throws StoreException if the file is no store of this program or of an older one, or can't be
   *     used
   */
  public static SqlStore open(StoreOptions options) {
    return open(options, SchemaVersion.CURRENT);
  }

  /** Opens a store with the tables of another program. */
  static SqlStore open(StoreOptions options, SchemaVersion schema) {
    Sessions sessions = Sessions.open(options, schema);
    return new SqlStore(options, sessions, sessions, new ViewNumbers());
  }

  @Override
  public Records<BusinessOrder> orders() {
    return orders;
  }

  @Override
  public Records<SellerOrder> sellerOrders() {
    return sellerOrders;
  }

  @Override
  public Records<Transaction> transactions() {
    return transactions;
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public Views views() {
    return views;
  }

  @Override
  public void ping() {
    if (Files.notExists(options.file())) {
      throw new StoreException(
          Kind.UNAVAILABLE, "the store " + options.file() + " is no longer there", null);
    }
    sessions.read(session -> session.first(row -> true, "SELECT 1 FROM kept_view LIMIT 1"));
    sessions.probeWriter();
  }

  @Override
  public Store atOnce() {
    return atOnce;
  }

  @Override
  public void close() {
    sessions.close();
  }
}
