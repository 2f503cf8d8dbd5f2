package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Caller;
import daybook.contract.OperationSpec;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a call costs where calls are counted, in memory, in a file and on a server.
 *
 * <p>Prints its figures; {@code -Dbuckets.calls=20000} for some that are worth to be looked at.
 */
final class BucketSpeedTest {

  private static final int CALLS = Integer.getInteger("buckets.calls", 200);
  private static final OperationSpec OPERATION = ThrottleTest.operation("a", "1", 1_000_000_000);

  @TempDir Path folder;

  private static Caller caller(int number) {
    return ThrottleTest.caller("app" + number, "acme");
  }

  private static Throttle shared(SqlStore store) {
    return Throttle.shared(InstantSource.system(), UsagePlans.ofContract(), store.buckets());
  }

  /** Makes calls of so many callers, each in a thread of its own and on the nodes in turn. */
  private static void measure(String what, int callers, boolean apart, List<Throttle> nodes)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      for (int round = 0; round < 2; round++) {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
          Caller caller = caller(apart ? i : 0);
          int first = i;
          all.add(() -> calls(nodes, caller, first));
        }
        long start = System.nanoTime();
        for (Future<Integer> one : threads.invokeAll(all)) {
          assertThat(one.get()).as(what).isEqualTo(CALLS);
        }
        double micros = (System.nanoTime() - start) / 1e3;
        // The first round warms up.
        if (round == 1) {
          System.out.printf(
              "| %s | %.0f calls/s | %.1f µs a call |%n",
              what, callers * CALLS / micros * 1e6, micros / CALLS);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int calls(List<Throttle> nodes, Caller caller, int first) {
    int taken = 0;
    for (int i = 0; i < CALLS; i++) {
      Throttle node = nodes.get((first + i) % nodes.size());
      taken += node.take(OPERATION, caller).allowed() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void calls_areAllCounted_wherever() throws Exception {
    Throttle local = new Throttle(InstantSource.system(), UsagePlans.ofContract());
    measure("local, one caller", 1, true, List.of(local));
    try (SqlStore file = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")))) {
      measure("shared, SQLite, one caller", 1, true, List.of(shared(file)));
    }
    var options = PostgresServers.options(PostgresServers.emptySchema());
    try (SqlStore one = SqlStore.open(options);
        SqlStore two = SqlStore.open(options);
        SqlStore three = SqlStore.open(options)) {
      List<Throttle> nodes = List.of(shared(one), shared(two), shared(three));
      measure("shared, PostgreSQL, one caller, one node", 1, true, nodes.subList(0, 1));
      measure("shared, PostgreSQL, one caller, three nodes in turn", 1, true, nodes);
      measure("shared, PostgreSQL, four callers, one node", 4, true, nodes.subList(0, 1));
      measure(
          "shared, PostgreSQL, four at a time for one caller, one node",
          4,
          false,
          nodes.subList(0, 1));
      measure("shared, PostgreSQL, four at a time for one caller, three nodes", 4, false, nodes);
    }
  }
}
