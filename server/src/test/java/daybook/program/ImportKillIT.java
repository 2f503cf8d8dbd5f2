package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.BusinessOrder;
import daybook.ingest.Observed;
import daybook.operation.reporting2025.OrderReportShape;
import daybook.operation.reporting2025.OrderReportView;
import daybook.store.Account;
import daybook.store.Store;
import daybook.store.StoredDocument;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed at random moments. */
class ImportKillIT {

  private static final int KILLS = 50;
  private static final int ORDERS = 8_000;
  private static final int BATCH = 1_000;
  private static final AccountId ACCOUNT = new AccountId("acme");

  @TempDir Path directory;

  @Test
  void killedImport_losesNoAcknowledgedBatchAndLeavesNoHalfOne() throws Exception {
    Path file = directory.resolve("orders.jsonl");
    List<String> ids = writeOrders(file);
    // A fixed seed: what the moments hit differs from run to run all the same.
    Random random = new Random(20260302);
    int cutShort = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path data = directory.resolve("data-" + kill);
      Program program = new Program(directory);
      createAccount(data);
      long killAt = random.nextInt(ORDERS);
      long acknowledged = importUntil(killAt, program, data, file);
      long kept = keptAfter(data, ids);
      assertThat(kept).as("kill %d", kill).isGreaterThanOrEqualTo(acknowledged);
      cutShort += kept < ORDERS ? 1 : 0;
      if (kill % 10 == 0) {
        program
            .run("import", "--account", "acme", "--data", data.toString(), file.toString())
            .good();
        assertThat(keptAfter(data, ids)).isEqualTo(ORDERS);
      }
    }
    assertThat(cutShort).as("kills that came before the end").isGreaterThan(KILLS / 4);
  }

  private static void createAccount(Path data) throws Exception {
    Files.createDirectories(data);
    try (Store store = open(data)) {
      store
          .directory()
          .addAccount(new Account(ACCOUNT, AccountKind.BUSINESS, "Acme", Instant.EPOCH));
      store.views().complete(List.of(OrderReportView.ID));
    }
  }

  // What another process can read is acknowledged: returns how much that was just before the kill.
  private static long importUntil(long killAt, Program program, Path data, Path file)
      throws Exception {
    try (Store store = open(data)) {
      Path out = data.resolve("import.out");
      Process process =
          program.start(
              out, out, "import", "--account", "acme", "--data", data.toString(), file.toString());
      long seen = 0;
      boolean ended = false;
      while (!ended && seen <= killAt) {
        seen = store.orders().holdings(ACCOUNT).records();
        ended = process.waitFor(1, TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
      return seen;
    }
  }

  private static long keptAfter(Path data, List<String> ids) {
    try (Store store = open(data)) {
      Set<String> kept = new HashSet<>();
      String after = null;
      List<StoredDocument> page;
      do {
        page = store.orders().documents(ACCOUNT, after, 1_000);
        page.forEach(document -> kept.add(document.id()));
        after = page.isEmpty() ? null : page.get(page.size() - 1).id();
      } while (after != null);
      assertThat(kept).isEqualTo(new HashSet<>(ids.subList(0, kept.size())));
      assertThat(kept.size() % BATCH).as("orders beyond whole batches").isZero();
      return kept.size();
    }
  }

  private static Store open(Path data) {
    return SqlStore.open(StoreOptions.sqlite(data.resolve("daybook.db")));
  }

  private static List<String> writeOrders(Path file) throws Exception {
    OrderReportShape shape = new OrderReportShape();
    DemoWorld world = new DemoWorld(7, Instant.parse("2026-06-01T00:00:00Z"), ORDERS, 1);
    DemoAccount account = world.accounts().get(0);
    List<String> ids = new ArrayList<>(ORDERS);
    try (OutputStream out = Files.newOutputStream(file)) {
      Iterator<Observed<BusinessOrder>> orders = world.orders(account);
      while (orders.hasNext()) {
        Observed<BusinessOrder> next = orders.next();
        ids.add(next.row().orderId());
        out.write(shape.write(next.row()));
        out.write('\n');
      }
    }
    return ids;
  }
}
