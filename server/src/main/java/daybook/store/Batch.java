package daybook.store;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Changes to the records of one account that become visible and durable together.
 *
 * @param account whose records they are
 * @param writes the records, each id at most once
 * @param settled up to where listings by last change were settled when the records were made
 * @param <R> the record
 */
public record Batch<R>(AccountId account, List<RecordWrite<R>> writes, Instant settled) {

  /** Makes a batch for an account of which nothing is settled yet. */
  public Batch(AccountId account, List<RecordWrite<R>> writes) {
    this(account, writes, Records.NEVER);
  }

  /** Copies the list. */
  public Batch {
    writes = List.copyOf(writes);
  }
}
