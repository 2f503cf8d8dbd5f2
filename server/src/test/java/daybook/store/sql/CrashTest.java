package daybook.store.sql;

import static daybook.domain.SampleOrders.order;
import static daybook.store.sql.CrashWriter.ACCOUNT;
import static daybook.store.sql.CrashWriter.ACKNOWLEDGED;
import static daybook.store.sql.CrashWriter.MARKER;
import static daybook.store.sql.CrashWriter.NEW_ORDERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.SampleWrites;
import daybook.store.Scan;
import daybook.store.Store;
import daybook.store.StoredDocument;
import daybook.store.sql.session.StoreOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process again and again: what it acknowledged stays, and nothing by halves. */
final class CrashTest {

  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void kill_losesNoAcknowledgedBatchAndLeavesNoHalfOne() throws Exception {
    Path file = folder.resolve("store.db");
    Random chance = new Random(20250304);
    int batches = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledged = writeUntilKilled(file, batches, chance);
      try (Store store = SqlStore.open(StoreOptions.sqlite(file))) {
        int stored = assertWhole(store);
        assertThat(stored).as("kill %d", kill).isBetween(acknowledged, acknowledged + 1);
        batches = stored;
      }
    }
    assertThat(batches).isGreaterThan(KILLS);
    assertThat(integrity(file)).isEqualTo("ok");
  }

  @Test
  @Timeout(60)
  void anotherProcess_writes_whileThisOneReadsAndWrites() throws Exception {
    Path file = folder.resolve("store.db");
    try (Store store = SqlStore.open(StoreOptions.sqlite(file))) {
      Process writer = startWriter(file, 0);
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
        for (int last = -1; last < 8; ) {
          last = acknowledged(required(lines.readLine()), last);
          assertThat(store.orders().find(ACCOUNT, List.of("order-" + last + "-0")).size())
              .isEqualTo(last < 0 ? 0 : 1);
          String id = "mine-" + last;
          if (store.orders().find(SampleWrites.ONE, List.of(id)).isEmpty()) {
            assertThat(store.orders().write(SampleWrites.batch(SampleWrites.ONE, order(id))))
                .isTrue();
          }
        }
      } finally {
        writer.destroyForcibly().waitFor();
      }
      assertThat(assertWhole(store)).isGreaterThan(8);
      assertThat(store.orders().holdings(SampleWrites.ONE).records()).isGreaterThan(8);
    }
  }

  /** Returns how many batches are acknowledged in all. */
  private static int writeUntilKilled(Path file, int from, Random chance) throws Exception {
    Process writer = startWriter(file, from);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
      int last = from - 1;
      for (int wanted = from + chance.nextInt(12); last < wanted; ) {
        last = acknowledged(required(lines.readLine()), last);
      }
      // Wherever it has come to within its next batch, or behind it.
      writer.waitFor(chance.nextInt(6_000), TimeUnit.MICROSECONDS);
      // By its handle, which leaves what it has printed readable.
      writer.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = acknowledged(line, last);
      }
      return last + 1;
    } finally {
      writer.destroyForcibly();
    }
  }

  private static Process startWriter(Path file, int from) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            file.toString(),
            Integer.toString(from))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String required(String line) throws IOException {
    if (line == null) {
      throw new IOException("the writer ended by itself");
    }
    return line;
  }

  /** Returns the last number acknowledged; the log writes to the same place. */
  private static int acknowledged(String line, int before) {
    return line.startsWith(ACKNOWLEDGED)
        ? Integer.parseInt(line.substring(ACKNOWLEDGED.length()))
        : before;
  }

  /** Returns how many batches are stored, each of them whole. */
  private static int assertWhole(Store store) {
    StoredDocument marker = store.orders().find(ACCOUNT, List.of(MARKER)).get(MARKER);
    int batches = marker == null ? 0 : (int) marker.revision();
    assertThat(store.orders().holdings(ACCOUNT).records())
        .isEqualTo(marker == null ? 0 : (long) batches * NEW_ORDERS + 1);
    Scan all =
        new Scan(
            ACCOUNT,
            SampleWrites.BY_DATE,
            Instant.EPOCH,
            Instant.MAX,
            null,
            Integer.MAX_VALUE,
            List.of());
    List<String> pieces = SampleWrites.texts(store.orders().scan(all));
    assertThat(pieces).hasSize(marker == null ? 0 : batches * NEW_ORDERS + 1);
    assertThat(pieces.stream().filter(piece -> piece.startsWith(MARKER)))
        .containsExactly(SampleWrites.text(MARKER, batches));
    return batches;
  }

  private static String integrity(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      row.next();
      return row.getString(1);
    }
  }
}
