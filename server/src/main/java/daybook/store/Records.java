package daybook.store;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind: their documents, their columns, and their pieces for every view.
 *
 * @param <R> the record, such as a business order
 */
public interface Records<R> {

  /** Up to where nothing is settled. */
  Instant NEVER = Instant.EPOCH;

  /**
   * Returns up to where listings by last change are settled: no write gives a record of the account
   * a last change at or before it.
   *
   * @return {@link #NEVER} if nothing was ever settled
   */
  Instant settled(AccountId account);

  /**
   * Settles listings by last change, so that a listing up to the given instant, once read, stays
   * complete: from its return on, no write gives a record of the account a last change at or before
   * it. Costs a read where that much is settled already, and else a write.
   */
  void settle(AccountId account, Instant upTo);

  /**
   * Reads one page of pieces, ascending by (sort instant, id), both ends of the range inclusive.
   *
   * <p>All pieces of a page are of one moment. The cost depends on the page, not on how far into
   * the listing it lies.
   */
  Slice scan(Scan scan);

  /** Returns where the rows of a page stand, in its order. */
  List<Position> places(Scan scan);

  /**
   * Returns the pieces of one record, one for each of the given views and in their order.
   *
   * @return nothing if there is no such record, or it has no piece of one of the views
   */
  Optional<List<byte[]>> pieces(AccountId account, String id, List<ViewId> views);

  /** Returns what is stored of the given records of one account, by id. */
  Map<String, StoredDocument> find(AccountId account, Collection<String> ids);

  /**
   * Writes a batch, whole or not at all.
   *
   * @return false, with nothing written, if a record has changed since its expected revision was
   *     read, or more was settled since; read again, merge again, write again
   */
  boolean write(Batch<R> batch);

  /**
   * Returns the documents of one account ascending by id.
   *
   * @param afterId the last id of the page before, null for the first page
   */
  List<StoredDocument> documents(AccountId account, @Nullable String afterId, int limit);

  /**
   * Replaces the pieces of records without touching anything else about them.
   *
   * @return false, with nothing written, if a record has changed since its expected revision
   */
  boolean replacePieces(AccountId account, List<Rendered> records);

  /** Returns what an account holds. */
  Holdings holdings(AccountId account);

  /**
   * What an account holds.
   *
   * @param records how many records
   * @param first UTC instant of the oldest, null when there is none
   * @param last UTC instant of the newest, null when there is none
   */
  record Holdings(long records, @Nullable Instant first, @Nullable Instant last) {}
}
