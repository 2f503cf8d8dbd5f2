package daybook.ingest;

import daybook.document.Family;
import daybook.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** The batches of all kinds of record that an import meets; a kind it never meets costs nothing. */
final class Batches implements AutoCloseable {

  private final Store store;
  private final ImportOptions options;
  private final Map<Family<?>, BatchWriter<?>> writers = new LinkedHashMap<>();

  Batches(Store store, ImportOptions options) {
    this.store = store;
    this.options = options;
  }

  /** Takes a record whose text had the given length. */
  <R> void add(Family<R> family, Observed<R> observed, long length) {
    writer(family).add(observed, length);
  }

  // Each family's writer was made for that very family, so the cast holds.
  @SuppressWarnings("unchecked")
  private <R> BatchWriter<R> writer(Family<R> family) {
    return (BatchWriter<R>)
        writers.computeIfAbsent(
            family,
            unseen ->
                new BatchWriter<>(
                    new RecordWriter<>(store, family), options.account(), options.defaults()));
  }

  /** Waits until all that was taken is written, and returns what it did since the start. */
  Tally drain() {
    Tally tally = Tally.NONE;
    for (BatchWriter<?> writer : writers.values()) {
      tally = tally.plus(writer.drain());
    }
    return tally;
  }

  /** Ends the threads; what was not drained may or may not be written. */
  @Override
  public void close() {
    writers.values().forEach(BatchWriter::close);
  }
}
