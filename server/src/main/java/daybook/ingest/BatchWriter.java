package daybook.ingest;

import daybook.document.Defaults;
import daybook.domain.AccountId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Gathers records of one kind into batches and writes them in order on a thread of its own, while
 * the caller reads on. Only so many batches wait at a time that memory stays bounded.
 */
final class BatchWriter<R> implements AutoCloseable {

  private static final int BATCH_RECORDS = 1000;
  private static final long BATCH_BYTES = 4_000_000;
  private static final int WAITING = 2;

  private final RecordWriter<R> writer;
  private final AccountId account;
  private final Defaults defaults;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "import-writer"));
  private final Deque<Future<Tally>> waiting = new ArrayDeque<>();
  private List<Observed<R>> batch = new ArrayList<>();
  private long bytes;
  private Tally tally = Tally.NONE;

  BatchWriter(RecordWriter<R> writer, AccountId account, Defaults defaults) {
    this.writer = writer;
    this.account = account;
    this.defaults = defaults;
  }

  /** Takes a record whose text had the given length. */
  void add(Observed<R> observed, long length) {
    batch.add(observed);
    bytes += length;
    if (batch.size() >= BATCH_RECORDS || bytes >= BATCH_BYTES) {
      flush();
    }
  }

  /** Waits until all that was taken is written, and returns what it did since the start. */
  Tally drain() {
    flush();
    while (!waiting.isEmpty()) {
      await();
    }
    return tally;
  }

  /** Ends the thread; what was not drained may or may not be written. */
  @Override
  public void close() {
    waiting.forEach(pending -> pending.cancel(false));
    thread.shutdown();
    try {
      // Whoever closes the store next must not find a batch half way.
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    while (waiting.size() >= WAITING) {
      await();
    }
    List<Observed<R>> full = batch;
    waiting.add(thread.submit(() -> writer.write(account, full, defaults)));
    batch = new ArrayList<>();
    bytes = 0;
  }

  private void await() {
    try {
      tally = tally.plus(waiting.remove().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the import was interrupted", e);
    }
  }
}
