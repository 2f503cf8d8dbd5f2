package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server does when its store's file is full, locked, damaged, gone or another one: it says
 * so, loses nothing that it has acknowledged, and goes on by itself when all is well again.
 */
class StoreTroubleIT {

  private static final int ORDERS = 3_000;
  private static final int PAGE = 16 * 1024;

  // Twice as long as the store waits for others.
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  @TempDir Path directory;

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"Service is temporarily"
                + " unavailable. Please try again.\",\"details\":\"\"}]}");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  private static void assertRefusesTokens(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("\"error_description\":", "\"error\":");
  }

  /** Asks until the answer is the one wanted, for no longer than a client may be kept waiting. */
  private interface Question {
    int ask() throws Exception;
  }

  private static void assertComesTo(int status, Question question) throws Exception {
    long start = System.nanoTime();
    int answered = question.ask();
    while (answered != status && System.nanoTime() - start < PATIENCE_NANOS) {
      answered = question.ask();
    }
    assertThat(answered).isEqualTo(status);
  }

  private static void limitFiles(RunningServer server, String bytes) throws Exception {
    Process limit =
        new ProcessBuilder("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes)
            .inheritIO()
            .start();
    assertThat(limit.waitFor()).isZero();
  }

  private static void damage(Path file, int fromPage) throws IOException {
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[PAGE];
      Arrays.fill(noise, (byte) 0xff);
      assertThat(damaged.length()).isGreaterThan(2L * fromPage * PAGE);
      for (long at = (long) fromPage * PAGE; at < damaged.length(); at += PAGE) {
        damaged.seek(at);
        damaged.write(noise);
      }
    }
  }

  @Test
  void fullDisk_refusesWritesKeepsReadingAndRecovers() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      assertThat(served.write().statusCode()).isEqualTo(200);

      limitFiles(served.server(), "4096:");
      assertRefusesTokens(served.write());
      assertThat(served.read(true).statusCode()).isEqualTo(200);
      assertThat(served.ready()).as("it can serve").isEqualTo(200);

      limitFiles(served.server(), "unlimited:");
      // The same code: what could not be written has left no trace.
      assertThat(served.write().statusCode()).isEqualTo(200);
      assertThat(served.ready()).isEqualTo(200);
    }
  }

  @Test
  void diskThatIsReallyFull_refusesWritesKeepsReadingAndRecovers() throws Exception {
    SmallDisk disk = SmallDisk.at(directory.resolve("disk"), 64);
    try (ServedStore served = ServedStore.on(disk, ORDERS, directory)) {
      Path ballast = disk.fill(served.server().pid());
      assertRefusesTokens(served.write());
      assertThat(served.read(true).statusCode()).isEqualTo(200);
      assertThat(served.ready()).as("it can serve").isEqualTo(200);
      assertThat(served.server().logged()).contains("cannot be written: check free space");

      Files.delete(ballast);
      assertThat(served.write().statusCode()).isEqualTo(200);
      assertThat(served.ready()).isEqualTo(200);
    }
  }

  @Test
  void fullDisk_endsAnImportWithAMessageAndNothingByHalves() throws Exception {
    Program program = new Program(directory);
    OrderFile orders = OrderFile.write(directory.resolve("orders.jsonl"), 6_000);
    Path data = directory.resolve("data");
    OrderFile.createAccount(data);
    String[] command = {"import", "--data", "data", orders.file().toString()};

    Program.Result full = program.runLimited("--fsize=6000000:", command);

    assertThat(full.exitCode()).isEqualTo(1);
    assertThat(full.err())
        .contains("cannot be written: check free space and permissions")
        .doesNotContain("\tat ");
    try (Workspace workspace = OrderFile.open(data)) {
      assertThat(orders.kept(workspace)).isBetween(OrderFile.BATCH, 5 * OrderFile.BATCH);
    }
    program.run(command).good();
    try (Workspace workspace = OrderFile.open(data)) {
      assertThat(orders.kept(workspace)).isEqualTo(6_000);
    }
  }

  @Test
  void storeLockedByAnotherProcess_refusesWritesInTimeKeepsReadingAndRecovers() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + served.file());
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        long start = System.nanoTime();
        assertRefusesTokens(served.write());
        assertThat(System.nanoTime() - start).as("how long it waited").isLessThan(PATIENCE_NANOS);
        assertThat(served.read(true).statusCode()).isEqualTo(200);
        assertThat(served.ready()).as("it can serve").isEqualTo(200);
        Program.Result busy =
            new Program(directory).run("account", "create", "other", "--data", "data");
        assertThat(busy.exitCode()).isEqualTo(1);
        assertThat(busy.err()).contains("is being written by another process");
        statement.execute("ROLLBACK");
      }
      assertThat(served.write().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void damageWhileServing_isToldAndHealsWhenACopyTakesItsPlace() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      assertThat(served.ready()).isEqualTo(200);
      Path good = Files.copy(served.file(), directory.resolve("good.db"));

      damage(served.file(), 64);
      assertUnavailable(served.read(true));
      assertComesTo(503, served::ready);
      assertThat(served.server().logged()).contains("is damaged: restore it from a backup");

      served.replaceBy(good);
      assertComesTo(200, () -> served.read(true).statusCode());
      assertComesTo(200, served::ready);
      assertThat(served.write().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void damagedStore_isServedAsFarAsItGoesAndSaidToBeDamaged() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      assertThat(served.server().stop()).isEqualTo(143);
      damage(served.file(), 64);
      try (RunningServer again = RunningServer.start(directory, "--port", "0", "--data", "data")) {
        assertThat(again.get("/health/live", "").statusCode()).isEqualTo(200);
        Program.Result backup =
            new Program(directory).run("backup", "--data", "data", "--to", "b.db");
        assertThat(backup.exitCode()).isEqualTo(1);
        assertThat(backup.err()).contains("is damaged").doesNotContain("\tat ");
      }
    }
  }

  @Test
  void fileThatIsGone_isToldAndServedAgainWhenItIsBack() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      assertThat(served.write().statusCode()).isEqualTo(200);
      Path away = directory.resolve("away.db");

      Files.move(served.file(), away);
      assertComesTo(503, () -> served.read(true).statusCode());
      assertUnavailable(served.read(false));
      assertRefusesTokens(served.write());
      assertComesTo(503, served::ready);
      assertThat(served.file()).doesNotExist();
      assertThat(served.server().logged()).contains("is no longer there: put it back");

      Files.move(away, served.file());
      assertComesTo(200, () -> served.read(true).statusCode());
      assertComesTo(200, served::ready);
      assertThat(served.write().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void copyThatTakesTheStoresPlace_isServedAndTheOldFileKeepsAllThatWasAcknowledged()
      throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      new Program(directory).run("backup", "--data", "data", "--to", "copy.db").good();
      assertThat(served.ready()).isEqualTo(200);
      for (int i = 0; i < 3; i++) {
        assertThat(served.write().statusCode()).isEqualTo(200);
      }
      Path old = Files.createLink(directory.resolve("old.db"), served.file());

      served.replaceBy(directory.resolve("copy.db"));
      assertComesTo(200, () -> served.read(true).statusCode());
      assertThat(served.write().statusCode()).isEqualTo(200);
      assertThat(served.ready()).isEqualTo(200);
      assertThat(served.server().logged()).contains("was replaced by another copy of it");

      assertThat(redeemed(old)).isEqualTo(3);
      assertThat(redeemed(served.file())).isEqualTo(1);
      new Program(directory).run("backup", "--data", "data", "--to", "sound.db").good();
    }
  }

  private static int redeemed(Path file) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT 8 - count(*) FROM authorization_code")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void anotherStoreInItsPlace_isNotServedAsIfItWereThisOne() throws Exception {
    try (ServedStore served = ServedStore.of(ORDERS, directory)) {
      assertThat(served.ready()).isEqualTo(200);
      Path other = directory.resolve("other");
      OrderFile.createAccount(other);
      Path kept = Files.createLink(directory.resolve("kept.db"), served.file());

      served.replaceBy(other.resolve("daybook.db"));
      assertComesTo(503, () -> served.read(true).statusCode());
      assertRefusesTokens(served.write());
      assertComesTo(503, served::ready);
      assertThat(served.server().logged()).contains("was replaced by another store");

      Files.move(kept, served.file(), StandardCopyOption.REPLACE_EXISTING);
      assertComesTo(200, () -> served.read(true).statusCode());
      assertThat(served.write().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void readOnlyStore_refusesTheStartWithAMessage() throws Exception {
    Path data = directory.resolve("data");
    OrderFile.createAccount(data);
    Program program = new Program(directory);
    Program.Result refused =
        program.runWithoutRights(data, "serve", "--port", "0", "--data", "data");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("is read-only: check the permissions of it and its directory")
        .doesNotContain("\tat ");
  }
}
