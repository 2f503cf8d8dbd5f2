package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Imports that are killed: batches that others could see stay, and no other one is there in part.
 */
final class ImportKills implements KillScenario {

  private static final int ORDERS = 6_000;
  private static final int MICROS_AFTERWARDS = 60_000;
  private static final int FINISH_EVERY = 5;

  private Path empty = Path.of("");
  private OrderFile orders = new OrderFile(Path.of(""), List.of());
  private int kills;

  @Override
  public String name() {
    return "import on SQLite";
  }

  @Override
  public void prepare(Path directory) throws Exception {
    orders = OrderFile.write(directory.resolve("orders.jsonl"), ORDERS);
    empty = directory.resolve("empty").resolve("daybook.db");
    OrderFile.createAccount(empty.getParent());
  }

  @Override
  public Kill kill(Path data, Random chance) throws Exception {
    KillScenario.copy(empty, data.resolve("daybook.db"));
    Program program = new Program(data);
    String[] command = {"import", "--data", data.toString(), orders.file().toString()};
    long acknowledged = runUntilKilled(program, data, chance, command);
    boolean finish = kills++ % FINISH_EVERY == 0;
    int kept;
    try (Workspace workspace = OrderFile.open(data)) {
      kept = orders.kept(workspace);
      assertThat((long) kept).as("kept of the acknowledged").isGreaterThanOrEqualTo(acknowledged);
    }
    if (finish) {
      program.run(command).good();
      try (Workspace workspace = OrderFile.open(data)) {
        assertThat(orders.kept(workspace)).isEqualTo(ORDERS);
      }
    }
    return new Kill(kept < ORDERS, acknowledged, kept, finish);
  }

  // What another process can read is acknowledged: returns how much that was just before the kill.
  private static long runUntilKilled(Program program, Path data, Random chance, String... command)
      throws Exception {
    try (Workspace watching = OrderFile.open(data)) {
      Path out = data.resolve("import.out");
      Process process = program.start(out, out, command);
      long killAt = chance.nextInt(ORDERS);
      long seen = 0;
      boolean ended = false;
      while (!ended && seen < killAt) {
        seen = OrderFile.seen(watching);
        ended = process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      // Wherever it has come to within its next batch, or behind it.
      boolean unused = process.waitFor(chance.nextInt(MICROS_AFTERWARDS), TimeUnit.MICROSECONDS);
      seen = OrderFile.seen(watching);
      process.destroyForcibly().waitFor();
      return seen;
    }
  }
}
