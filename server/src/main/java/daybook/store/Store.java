package daybook.store;

import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.store.bucket.Buckets;

/**
 * Where Daybook keeps everything; every implementation passes the same test kit.
 *
 * <p>The law:
 *
 * <ul>
 *   <li>Every row belongs to one account. No call returns or changes rows of another one.
 *   <li>A batch is written whole or not at all, and survives a crash once {@link Records#write} has
 *       returned.
 *   <li>Ids are compared byte by byte (UTF-8), so that pages have the same order everywhere.
 *   <li>Instants are UTC with millisecond precision; money keeps its scale in documents and pieces.
 *   <li>All methods may be called from any thread, may block, and throw {@link StoreException}.
 * </ul>
 */
public interface Store extends AutoCloseable {

  /**
   * Says that what was asked takes longer than a thread may wait that wants an answer at once. No
   * failure: somebody who may wait has to ask again.
   */
  final class NotAtOnceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one, at no cost: nobody looks for where it comes from. */
    public NotAtOnceException() {
      super("takes longer than a moment", null, false, false);
    }
  }

  /** Returns the orders of buyers. */
  Records<BusinessOrder> orders();

  /** Returns the orders of sellers. */
  Records<SellerOrder> sellerOrders();

  /** Returns the transactions of buyers. */
  Records<Transaction> transactions();

  /** Returns accounts, applications and grants. */
  Directory directory();

  /** Returns which views are kept, and in which versions. */
  Views views();

  /** Returns the buckets that all processes on this store share; whoever uses them may wait. */
  Buckets buckets();

  /**
   * Answers at once if the store can read and write.
   *
   * @throws StoreException if it can't
   */
  void ping();

  /**
   * Returns the same store for threads that must not wait: it reads what is a short way off, and
   * throws {@link NotAtOnceException} where it would have to wait for others, write, or look
   * through many rows. A store across a network always throws.
   */
  Store atOnce();

  /** Finishes what is under way and lets go of all resources. */
  @Override
  void close();
}
