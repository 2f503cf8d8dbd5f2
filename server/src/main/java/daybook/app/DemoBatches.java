package daybook.app;

import daybook.domain.AccountId;
import daybook.ingest.Observed;
import daybook.ingest.RecordWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Gathers records of one kind until there are enough of an account to be written at once.
 *
 * @param <R> the record
 */
final class DemoBatches<R> {

  private static final int BATCH = 1_000;

  private final RecordWriter<R> writer;
  private final LongConsumer listener;
  private final Map<AccountId, List<Observed<R>>> gathered = new HashMap<>();
  private long written;

  /** Takes a listener that learns how many records have been written. */
  DemoBatches(RecordWriter<R> writer, LongConsumer listener) {
    this.writer = writer;
    this.listener = listener;
  }

  void add(AccountId account, Observed<R> next) {
    List<Observed<R>> batch = gathered.computeIfAbsent(account, id -> new ArrayList<>());
    batch.add(next);
    if (batch.size() == BATCH) {
      write(account, batch);
    }
  }

  /** Writes what is left. */
  void finish() {
    gathered.forEach(this::write);
  }

  private void write(AccountId account, List<Observed<R>> batch) {
    if (!batch.isEmpty()) {
      writer.write(account, batch);
      written += batch.size();
      listener.accept(written);
      batch.clear();
    }
  }
}
