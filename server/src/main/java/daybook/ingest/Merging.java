package daybook.ingest;

import daybook.document.Defaults;
import daybook.document.Family;
import daybook.document.Kind;
import daybook.domain.AsOf;
import daybook.store.RecordWrite;
import daybook.store.StoredDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way from what is stored to what is known after a batch.
 *
 * <p>What is shown later wins where it speaks; what is shown earlier, or at the very same moment,
 * only fills gaps, so that the same files lead to the same record however often they come.
 */
final class Merging<R> {

  private final Family<R> family;
  private final @Nullable R storedRow;
  private final @Nullable AsOf storedAsOf;
  private final long revision;
  private @Nullable R row;
  private @Nullable AsOf asOf;

  /** Starts with a record that is not stored. */
  Merging(Family<R> family) {
    this.family = family;
    storedRow = null;
    storedAsOf = null;
    revision = 0;
  }

  /** Starts with what is stored. */
  Merging(Family<R> family, StoredDocument stored) {
    this.family = family;
    storedRow = family.kind().decode(stored.document());
    storedAsOf = stored.asOf();
    revision = stored.revision();
    row = storedRow;
    asOf = storedAsOf;
  }

  /** Takes in what a source shows and says what that changed. */
  Tally add(Observed<R> observed, Defaults defaults) {
    // The store keeps milliseconds: more would make the same file look newer the next time.
    AsOf seen =
        new AsOf(
            observed.asOf().instant().truncatedTo(ChronoUnit.MILLIS), observed.asOf().sequence());
    Kind<R> kind = family.kind();
    R before = row;
    AsOf known = asOf;
    if (before == null || known == null) {
      row = kind.completed(observed.row(), defaults);
      asOf = seen;
      return new Tally(1, 0, 0);
    }
    boolean newer = seen.compareTo(known) > 0;
    R merged = newer ? kind.merge(before, observed.row()) : kind.merge(observed.row(), before);
    R after = kind.completed(merged, defaults);
    row = after;
    asOf = newer ? seen : known;
    return after.equals(before) ? new Tally(0, 0, 1) : new Tally(0, 1, 0);
  }

  /**
   * Returns what has to be written, or null if nothing has.
   *
   * <p>A record that is shown again unchanged is written if that was later than all before:
   * otherwise a view from in between, coming in late, would overwrite it.
   *
   * @param settled up to where listings by last change are settled
   */
  @Nullable RecordWrite<R> write(Instant settled) {
    R result = row;
    AsOf resultAsOf = asOf;
    if (result == null
        || resultAsOf == null
        || (result.equals(storedRow) && resultAsOf.equals(storedAsOf))) {
      return null;
    }
    // Only a change is news: what is shown again as it was stays where it is listed.
    R listed = result.equals(storedRow) ? result : family.kind().listedAfter(result, settled);
    return family.write(listed, resultAsOf, revision);
  }
}
