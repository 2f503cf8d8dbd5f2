package daybook.store;

import daybook.domain.AccountId;
import java.util.List;

/**
 * Changes to the records of one account that become visible and durable together.
 *
 * @param account whose records they are
 * @param writes the records, each id at most once
 * @param <R> the record
 */
public record Batch<R>(AccountId account, List<RecordWrite<R>> writes) {

  /** Copies the list. */
  public Batch {
    writes = List.copyOf(writes);
  }
}
