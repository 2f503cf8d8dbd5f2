package daybook.store;

import daybook.domain.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders of buyers: their documents, their columns, and their pieces for every view. */
public interface Orders {

  /**
   * Reads one page of pieces, ascending by (sort instant, id), both ends of the range inclusive.
   *
   * <p>The cost depends on the page, not on how far into the listing it lies.
   */
  Slice scan(Scan scan);

  /** Returns what is stored of the given orders of one account, by order id. */
  Map<String, StoredDocument> find(AccountId account, Collection<String> orderIds);

  /**
   * Writes a batch, whole or not at all.
   *
   * @return false, with nothing written, if an order has changed since its expected revision was
   *     read; read again, merge again, write again
   */
  boolean write(Batch batch);

  /**
   * Returns the documents of one account ascending by order id.
   *
   * @param afterOrderId the last id of the page before, null for the first page
   */
  List<StoredDocument> documents(AccountId account, @Nullable String afterOrderId, int limit);

  /**
   * Replaces the pieces of orders without touching anything else about them.
   *
   * @return false, with nothing written, if an order has changed since its expected revision
   */
  boolean replacePieces(AccountId account, List<Rendered> orders);

  /** Returns what an account holds. */
  Holdings holdings(AccountId account);
}
