package daybook.ingest;

import daybook.document.Defaults;
import daybook.document.Family;
import daybook.domain.AccountId;
import daybook.store.Batch;
import daybook.store.RecordWrite;
import daybook.store.Records;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoredDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what sources show of records of one kind: merged with what is stored, rendered for every
 * view, and whole or not at all.
 *
 * <p>May be used by several threads, and beside other processes that write to the same store.
 *
 * @param <R> the record
 */
public final class RecordWriter<R> {

  /** Each lost race means that somebody else got on, so this many in a row are no bad luck. */
  private static final int MAX_ATTEMPTS = 100;

  private final Family<R> family;
  private final Records<R> records;

  /** Makes one that renders all views of a family. */
  public RecordWriter(Store store, Family<R> family) {
    this.family = family;
    this.records = family.kind().in(store);
  }

  /** Writes one batch, in which an id may occur more than once. */
  public Tally write(AccountId account, List<Observed<R>> batch) {
    return write(account, batch, Defaults.NONE);
  }

  /**
   * Writes one batch, in which an id may occur more than once.
   *
   * @param defaults what is taken for true where no source has said anything
   */
  public Tally write(AccountId account, List<Observed<R>> batch, Defaults defaults) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Tally tally = attempt(account, batch, defaults);
      if (tally != null) {
        return tally;
      }
    }
    throw new StoreException(
        StoreException.Kind.BUSY, "others keep changing the same records; try again later", null);
  }

  // Null if a record was changed by somebody else after it was read here.
  private @Nullable Tally attempt(AccountId account, List<Observed<R>> batch, Defaults defaults) {
    Instant settled = records.settled(account);
    Map<String, Merging<R>> merged = stored(account, batch);
    Tally tally = Tally.NONE;
    for (Observed<R> observed : batch) {
      Merging<R> merging =
          merged.computeIfAbsent(family.kind().id(observed.row()), unseen -> new Merging<>(family));
      tally = tally.plus(merging.add(observed, defaults));
    }
    List<RecordWrite<R>> writes = new ArrayList<>(merged.size());
    for (Merging<R> merging : merged.values()) {
      RecordWrite<R> write = merging.write(settled);
      if (write != null) {
        writes.add(write);
      }
    }
    boolean written = writes.isEmpty() || records.write(new Batch<>(account, writes, settled));
    return written ? tally : null;
  }

  private Map<String, Merging<R>> stored(AccountId account, List<Observed<R>> batch) {
    Set<String> ids = new LinkedHashSet<>();
    batch.forEach(observed -> ids.add(family.kind().id(observed.row())));
    Map<String, Merging<R>> merged = new LinkedHashMap<>();
    for (StoredDocument stored : records.find(account, ids).values()) {
      merged.put(stored.id(), new Merging<>(family, stored));
    }
    return merged;
  }
}
