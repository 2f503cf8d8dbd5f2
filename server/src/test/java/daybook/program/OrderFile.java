package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.contract.Timestamps;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.BusinessOrder;
import daybook.ingest.Observed;
import daybook.operation.reporting2025.OrderReportShape;
import daybook.store.Account;
import daybook.store.RecordKind;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Orders in a file, and what a store has kept of them.
 *
 * @param file one order a line
 * @param ids the orders' ids, as they come
 */
record OrderFile(Path file, List<String> ids) {

  /** Whose orders they are. */
  static final AccountId ACCOUNT = new AccountId("acme");

  /** How many orders an import writes at once. */
  static final int BATCH = 1_000;

  private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

  /** Writes a file of so many orders. */
  static OrderFile write(Path file, int orders) throws IOException {
    OrderReportShape shape = new OrderReportShape();
    DemoWorld world = new DemoWorld(7, END, orders, 1);
    DemoAccount account = world.accounts().get(0);
    List<String> ids = new ArrayList<>(orders);
    try (OutputStream out = Files.newOutputStream(file)) {
      Iterator<Observed<BusinessOrder>> all = world.orders(account);
      while (all.hasNext()) {
        BusinessOrder order = all.next().row();
        ids.add(order.orderId());
        out.write(shape.write(order));
        out.write('\n');
      }
    }
    return new OrderFile(file, ids);
  }

  /** Returns the path of everything there is, for a client of the account. */
  static String listing() {
    return "/reports/2025-06-09/orderReports?orderStartDate="
        + Timestamps.format(END.minusSeconds(366L * 86_400))
        + "&orderEndDate="
        + Timestamps.format(END);
  }

  /** Returns the path of the last days of what there is. */
  static String lastDays() {
    return "/reports/2025-06-09/orderReports?orderStartDate="
        + Timestamps.format(END.minusSeconds(3L * 86_400))
        + "&orderEndDate="
        + Timestamps.format(END);
  }

  /** Puts so many orders into a store, without a file between. */
  static void fill(Workspace workspace, int orders) {
    DemoWorld world = new DemoWorld(7, END, orders, 1);
    List<Observed<BusinessOrder>> all = new ArrayList<>();
    world.orders(world.accounts().get(0)).forEachRemaining(all::add);
    for (int from = 0; from < all.size(); from += BATCH) {
      workspace
          .writer(workspace.catalogue().orders())
          .write(ACCOUNT, all.subList(from, Math.min(all.size(), from + BATCH)));
    }
  }

  /** Makes a store with the account and nothing else. */
  static void createAccount(Path data) {
    try (Workspace workspace = open(data)) {
      createAccount(workspace);
    }
  }

  /** Adds the account to a store that is open. */
  static void createAccount(Workspace workspace) {
    workspace
        .store()
        .directory()
        .addAccount(new Account(ACCOUNT, AccountKind.BUSINESS, "Acme", Instant.EPOCH));
  }

  static Workspace open(Path data) {
    return Workspace.open(
        Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", data.toString()))));
  }

  /** Returns how many orders whoever looks at the store now can see. */
  static long seen(Workspace workspace) {
    return workspace.store().orders().holdings(ACCOUNT).records();
  }

  /**
   * Returns how many orders were kept, after seeing that they are the first ones of the file, in
   * whole batches, and each whole itself.
   */
  int kept(Workspace workspace) {
    List<ViewId> views =
        workspace.catalogue().viewIds().stream()
            .filter(view -> view.kind() == RecordKind.BUSINESS_ORDER)
            .toList();
    List<String> kept = new ArrayList<>();
    String after = null;
    List<StoredDocument> page;
    do {
      page = workspace.store().orders().documents(ACCOUNT, after, BATCH);
      page.forEach(document -> kept.add(document.id()));
      after = page.isEmpty() ? null : page.get(page.size() - 1).id();
    } while (after != null);
    assertThat(kept).containsExactlyInAnyOrderElementsOf(ids.subList(0, kept.size()));
    assertThat(kept.size() % BATCH == 0 || kept.size() == ids.size())
        .as("%d orders are whole batches", kept.size())
        .isTrue();
    for (String id : kept) {
      assertThat(workspace.store().orders().pieces(ACCOUNT, id, views)).as(id).isPresent();
    }
    return kept.size();
  }
}
