package daybook.store.sql;

import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.store.Directory;
import daybook.store.Records;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.Views;
import daybook.store.bucket.Buckets;
import daybook.store.sql.bucket.SqlBuckets;
import daybook.store.sql.copy.Fence;
import daybook.store.sql.directory.SqlDirectory;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.SchemaVersion.Change;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.util.List;

/**
 * A store in a SQL database: one SQLite file, or a schema on a PostgreSQL server.
 *
 * <p>Several processes may have the same store open. Readers never wait for those who write. One
 * writes to a file at a time; on a server, one writes records of the same account and kind.
 */
public final class SqlStore implements Store {

  private final Sessions sessions;
  private final Records<BusinessOrder> orders;
  private final Records<SellerOrder> sellerOrders;
  private final Records<Transaction> transactions;
  private final Directory directory;
  private final Views views;
  private final Buckets buckets;
  private final Store atOnce;

  private SqlStore(Sessions sessions, Readers readers, ViewNumbers numbers) {
    this.sessions = sessions;
    RecordTable<BusinessOrder> orderTable = new BusinessOrderTable();
    this.orders = new SqlRecords<>(sessions, readers, numbers, orderTable);
    RecordTable<Transaction> transactionTable = new TransactionTable();
    this.transactions = new SqlRecords<>(sessions, readers, numbers, transactionTable);
    RecordTable<SellerOrder> sellerOrderTable = new SellerOrderTable();
    this.sellerOrders = new SqlRecords<>(sessions, readers, numbers, sellerOrderTable);
    this.directory = new SqlDirectory(sessions);
    this.views = new SqlViews(sessions, List.of(orderTable, transactionTable, sellerOrderTable));
    this.buckets = new SqlBuckets(sessions);
    this.atOnce = readers.mayWait() ? new SqlStore(sessions, sessions.atOnce(), numbers) : this;
  }

  /**
   * Opens a store. A missing or empty one is created, an older one is migrated.
   *
   * @throws StoreException if it is no store of this program or of an older one, or can't be used
   */
  public static SqlStore open(StoreOptions options) {
    return open(options, Change.ALLOWED);
  }

  /**
   * Opens a store.
   *
   * @param change what may be done about one that is missing, empty or older
   * @throws StoreException if it is no store of this program, or can't be used
   */
  public static SqlStore open(StoreOptions options, Change change) {
    Sessions sessions = Sessions.open(options, SchemaVersion.CURRENT, change);
    try {
      Fence.mustNotStand(options.name(), sessions);
      return on(sessions);
    } catch (RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  /**
   * What a migration found and left.
   *
   * @param from version of the tables before, 0 where there were none
   * @param to version of the tables now
   */
  public record Migrated(int from, int to) {}

  /**
   * Brings the tables of a store up to date, and makes them where there are none.
   *
   * @throws StoreException if it is no store of this program or of an older one, or can't be used
   */
  public static Migrated migrate(StoreOptions options) {
    int from = Sessions.migrate(options, SchemaVersion.CURRENT);
    return new Migrated(from, SchemaVersion.CURRENT.number());
  }

  /** Opens a store with the tables of another program. */
  static SqlStore open(StoreOptions options, SchemaVersion schema) {
    return on(Sessions.open(options, schema));
  }

  private static SqlStore on(Sessions sessions) {
    ViewNumbers numbers = new ViewNumbers();
    sessions.whenReopened(numbers::forget);
    return new SqlStore(sessions, sessions, numbers);
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
  public Buckets buckets() {
    return buckets;
  }

  @Override
  public void ping() {
    sessions.probe();
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
