package daybook.bench;

import daybook.access.NewApplication;
import daybook.access.Registrar;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.contract.Role;
import daybook.domain.BusinessOrder;
import daybook.ingest.Observed;
import daybook.ingest.RecordWriter;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes stores as {@code serve --demo} does, with as many accounts as asked for. */
final class Stores {

  private static final int BATCH = 1_000;

  /** Authentication and throttling stay on; nobody is ever throttled. */
  private static final String PLAN = "throttle.plan.%s = 1000000/1000000";

  private static final List<String> LIFETIMES =
      List.of("tokens.access-lifetime = 24h", "tokens.page-lifetime = 365d");

  private Stores() {}

  /** Opens a store that was made here. */
  static Workspace open(Path directory) {
    return Workspace.open(
        Settings.load(
            new SettingsInput(
                Map.of("store.data-dir", directory.toString(), "server.port", "0"),
                Map.of(),
                directory.resolve(Settings.FILE_NAME))));
  }

  /** Writes the settings of a store. */
  static void configure(Path directory) throws IOException {
    Stream<String> plans =
        new Catalogue()
            .operations().stream().map(operation -> PLAN.formatted(operation.spec().operationId()));
    Files.createDirectories(directory);
    Files.write(
        directory.resolve(Settings.FILE_NAME), Stream.concat(plans, LIFETIMES.stream()).toList());
  }

  static void fill(Path directory, long orders, int accounts) throws IOException {
    configure(directory);
    DemoWorld world = new DemoWorld(1, Bench.END, orders, accounts);
    long started = System.nanoTime();
    try (Workspace workspace = open(directory)) {
      for (DemoAccount account : world.accounts()) {
        workspace
            .store()
            .directory()
            .addAccount(
                new Account(
                    account.id(), account.kind(), account.name(), workspace.clock().instant()));
        fill(workspace.writer(workspace.catalogue().orders()), account, world.orders(account));
      }
      register(workspace, world.accounts()).write(directory);
    }
    long millis = (System.nanoTime() - started) / 1_000_000;
    System.out.printf("orders=%d millis=%d%n", orders, millis);
  }

  private static void fill(
      RecordWriter<BusinessOrder> writer,
      DemoAccount account,
      Iterator<Observed<BusinessOrder>> orders) {
    List<Observed<BusinessOrder>> batch = new ArrayList<>(BATCH);
    while (orders.hasNext()) {
      batch.add(orders.next());
      if (batch.size() == BATCH || !orders.hasNext()) {
        writer.write(account.id(), batch);
        batch.clear();
      }
    }
  }

  private static Credentials register(Workspace workspace, List<DemoAccount> accounts) {
    Registrar registrar = workspace.registrar();
    NewApplication application = registrar.createApplication("bench");
    List<String> refreshTokens = new ArrayList<>();
    for (DemoAccount account : accounts) {
      refreshTokens.add(
          registrar
              .createGrant(
                  application.clientId(), account.id(), Set.of(Role.AMAZON_BUSINESS_ANALYTICS))
              .credential());
    }
    return new Credentials(
        application.clientId(),
        application.clientSecret(),
        accounts.stream().map(account -> account.id().value()).toList(),
        refreshTokens);
  }
}
