package daybook.http;

import daybook.store.Store;
import daybook.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server can do its work: what it says is at most one second old.
 *
 * <p>A thread of its own asks the store, so that one which hangs is told of while everything that
 * waits for it is busy; nobody who asks waits longer than {@link #PATIENCE_NANOS}.
 */
final class Health implements AutoCloseable {

  /**
   * What has been found out.
   *
   * @param up whether the server can do its work
   * @param reason what is wrong in plain words, for the log; never sent to a stranger
   * @param warnings what does not keep it from its work and needs a hand all the same
   */
  record State(boolean up, String reason, List<String> warnings) {

    static State down(String reason) {
      return new State(false, reason, List.of());
    }

    State warningOf(List<String> more) {
      List<String> all = new ArrayList<>(more);
      all.addAll(warnings);
      return new State(up, reason, all);
    }
  }

  /** How long the store may take before it counts as one that does not answer. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Store store;
  private final Supplier<List<String>> warnings;
  private final ExecutorService asker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "daybook-health");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopping;
  private @Nullable Asking last;

  /** A question to the store, and when it was asked and answered. */
  private static final class Asking {
    private final long asked = System.nanoTime();
    private final CompletableFuture<State> answer = new CompletableFuture<>();
    private volatile long answered;

    boolean isStale() {
      return answer.isDone() && System.nanoTime() - answered >= FRESH_NANOS;
    }

    void answer(State state) {
      answered = System.nanoTime();
      answer.complete(state);
    }
  }

  Health(Store store, Supplier<List<String>> warnings) {
    this.store = store;
    this.warnings = warnings;
  }

  /** Says from now on that the server is not ready. */
  void stop() {
    stopping = true;
  }

  /** Returns what is known, or found out within the patience that there is. */
  CompletableFuture<State> state() {
    if (stopping) {
      return CompletableFuture.completedFuture(State.down("stopping"));
    }
    return answer().thenApply(state -> state.warningOf(warnings.get()));
  }

  private CompletableFuture<State> answer() {
    Asking asking = asking();
    long left = PATIENCE_NANOS - (System.nanoTime() - asking.asked);
    State silent = State.down("store UNAVAILABLE: it has not answered for a while");
    return left > 0
        ? asking.answer.copy().completeOnTimeout(silent, left, TimeUnit.NANOSECONDS)
        : CompletableFuture.completedFuture(asking.answer.getNow(silent));
  }

  // One question at a time; whoever comes meanwhile takes its answer.
  private synchronized Asking asking() {
    Asking asking = last;
    if (asking == null || asking.isStale()) {
      Asking next = new Asking();
      asker.execute(() -> next.answer(ping()));
      last = next;
      return next;
    }
    return asking;
  }

  private State ping() {
    try {
      store.ping();
      return new State(true, "", List.of());
    } catch (StoreException e) {
      String reason = "store " + e.kind() + ": " + e.getMessage();
      if (e.kind() != StoreException.Kind.CANNOT_WRITE) {
        return State.down(reason);
      }
      // Nearly all that is asked only reads; no other node could do more.
      return new State(true, reason, List.of("the store takes no writes; the access log says why"));
    } catch (RuntimeException e) {
      return State.down("defect: " + e);
    }
  }

  /** Asks no more. */
  @Override
  public void close() {
    stop();
    asker.shutdown();
  }
}
