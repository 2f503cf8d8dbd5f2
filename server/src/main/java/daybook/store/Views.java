package daybook.store;

import daybook.domain.AccountId;
import java.util.Collection;
import java.util.Set;

/**
 * Keeps account of which views hold a piece of every record.
 *
 * <p>A view is complete in an account from its first record on, unless a record is written without
 * a piece of it. It becomes complete again in three steps: {@link #begin}, then pieces for all
 * records that are there, then {@link #retainOnly}.
 */
public interface Views {

  /** Returns those of the views that hold a piece of every record of their kind. */
  Set<ViewId> complete(Collection<ViewId> wanted);

  /** Takes note that from now on pieces of these views are made for all records of an account. */
  void begin(AccountId account, Collection<ViewId> current);

  /**
   * Marks views as complete in an account, and drops the pieces of all others of their kinds, in
   * steps that stay short.
   *
   * @return false, with nothing changed, if a record was written without a piece of one of them
   *     since they were begun, or they never were
   */
  boolean retainOnly(AccountId account, Collection<ViewId> current);
}
