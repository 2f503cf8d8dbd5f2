package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a store that a server serves and an import writes, as real processes. */
class BackupIT {

  private static final int ORDERS = 30_000;

  // More of them tell no more, and take their time.
  private static final int MOST = 2;

  @TempDir Path directory;

  @Test
  void backupUnderAWritingImport_holdsAllThatWasAcknowledgedAndNothingByHalves() throws Exception {
    Program program = new Program(directory);
    OrderFile orders = OrderFile.write(directory.resolve("orders.jsonl"), ORDERS);
    Path data = directory.resolve("data");
    OrderFile.createAccount(data);
    int during = 0;
    try (RunningServer server =
            RunningServer.start(directory, "--port", "0", "--data", data.toString());
        Workspace watching = OrderFile.open(data)) {
      Path out = directory.resolve("import.out");
      Process writer =
          program.start(out, out, "import", "--data", data.toString(), orders.file().toString());
      while (OrderFile.seen(watching) == 0) {
        assertThat(writer.waitFor(5, TimeUnit.MILLISECONDS)).as("an early end").isFalse();
      }
      for (int number = 0; number < MOST && writer.isAlive(); number++) {
        long acknowledged = OrderFile.seen(watching);
        Path file = directory.resolve("backup-" + number + ".db");
        program.run("backup", "--data", data.toString(), "--to", file.toString()).good();
        int kept = restored(program, orders, file);
        assertThat(kept).as("backup %d", number).isBetween((int) acknowledged, ORDERS);
        during += kept > 0 && kept < ORDERS ? 1 : 0;
        assertThat(server.get("/health/ready", "").statusCode()).isEqualTo(200);
      }
      assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.exitValue()).isZero();
      assertThat(during).as("backups of a store in the midst of an import").isPositive();

      Program.Result refused =
          program.run(
              "restore",
              "--replace",
              "--data",
              data.toString(),
              directory.resolve("backup-0.db").toString());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("is in use: stop the server").doesNotContain("\tat ");
      assertThat(OrderFile.seen(watching)).isEqualTo(ORDERS);
    }
    program
        .run(
            "restore",
            "--replace",
            "--data",
            data.toString(),
            directory.resolve("backup-0.db").toString())
        .good();
    try (Workspace after = OrderFile.open(data)) {
      assertThat(orders.kept(after)).isLessThan(ORDERS);
    }
  }

  private int restored(Program program, OrderFile orders, Path file) throws Exception {
    Path elsewhere = directory.resolve(file.getFileName() + "-restored");
    program.run("restore", "--data", elsewhere.toString(), file.toString()).good();
    try (Workspace workspace = OrderFile.open(elsewhere)) {
      return orders.kept(workspace);
    }
  }
}
