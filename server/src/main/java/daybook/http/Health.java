package daybook.http;

import daybook.store.Store;
import daybook.store.StoreException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the server can do its work: what it says is at most one second old. */
final class Health {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Store store;
  private final Supplier<List<String>> warnings;
  private volatile boolean stopping;
  private volatile @Nullable Finding last;

  /** What a ping has found, and when. */
  private record Finding(long nanoTime, String problem) {
    boolean isFresh() {
      return System.nanoTime() - nanoTime < FRESH_NANOS;
    }
  }

  Health(Store store, Supplier<List<String>> warnings) {
    this.store = store;
    this.warnings = warnings;
  }

  /** Returns what does not keep the server from serving and needs a hand all the same. */
  List<String> warnings() {
    return warnings.get();
  }

  /** Says from now on that the server is not ready. */
  void stop() {
    stopping = true;
  }

  /** Returns what keeps the server from serving, empty if nothing does. May block. */
  String problem() {
    if (stopping) {
      return "stopping";
    }
    Finding found = last;
    return found != null && found.isFresh() ? found.problem() : ask();
  }

  // One asks the store at a time; whoever waited takes what the one before has found.
  private synchronized String ask() {
    Finding found = last;
    if (found == null || !found.isFresh()) {
      found = new Finding(System.nanoTime(), ping());
      last = found;
    }
    return found.problem();
  }

  private String ping() {
    try {
      store.ping();
      return "";
    } catch (StoreException e) {
      return "store " + e.kind() + ": " + e.getMessage();
    }
  }
}
