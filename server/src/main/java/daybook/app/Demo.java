package daybook.app;

import daybook.access.NewApplication;
import daybook.access.NewGrant;
import daybook.access.Registrar;
import daybook.app.DemoFacts.AccountFacts;
import daybook.contract.Role;
import daybook.contract.Timestamps;
import daybook.document.Family;
import daybook.domain.AccountId;
import daybook.domain.payment.Transaction;
import daybook.ingest.Observed;
import daybook.ingest.RecordWriter;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.store.Records.Holdings;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.money.DemoTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the demo world in a data directory once, and tells its facts ever after.
 *
 * <p>{@code demo.json} is written last, so its presence means that the world is complete. A start
 * that was interrupted goes on from its plan: the same plan makes the same orders, and writing an
 * order twice changes nothing.
 */
public final class Demo {

  /** Name of the facts' file within the data directory. */
  public static final String FACTS_FILE = "demo.json";

  private static final int BATCH = 1_000;
  private static final Set<Role> ROLES =
      Set.of(Role.AMAZON_BUSINESS_ANALYTICS, Role.BUSINESS_PURCHASE_RECONCILIATION);

  private final Workspace workspace;
  private final Path directory;

  /** Works on the data directory that is open. */
  public Demo(Workspace workspace) {
    this.workspace = workspace;
    this.directory = workspace.settings().store().dataDir();
  }

  /** Returns the facts of the demo world that is there, or null if there is none yet. */
  public @Nullable DemoFacts facts() {
    Path file = directory.resolve(FACTS_FILE);
    try {
      return Files.exists(file) ? DemoFacts.read(Files.readAllBytes(file)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Says whether the store holds somebody's accounts, which a demo must not mix with. */
  public boolean wouldMixWithRealData() {
    return !Files.exists(directory.resolve(DemoPlan.FILE))
        && !workspace.store().directory().accounts().isEmpty();
  }

  /** Makes the world; the listener learns how many orders have been written. */
  public DemoFacts create(DemoPlan wanted, LongConsumer written) {
    try {
      DemoPlan plan = wanted.keptIn(directory);
      DemoWorld world = new DemoWorld(plan.seed(), plan.end(), plan.orders());
      long before = 0;
      Map<AccountId, String> busiest = new HashMap<>();
      for (DemoAccount account : world.accounts()) {
        PurchaseOrderCount purchaseOrders = new PurchaseOrderCount();
        before += fill(world, account, before, written, purchaseOrders);
        busiest.put(account.id(), purchaseOrders.busiest());
      }
      DemoFacts facts = register(world.accounts(), busiest);
      save(facts);
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the demo's files in " + directory, e);
    }
  }

  /** Keeps the facts where scripts find them. */
  public void save(DemoFacts facts) {
    try {
      PrivateFile.write(directory.resolve(FACTS_FILE), facts.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + directory.resolve(FACTS_FILE), e);
    }
  }

  private long fill(
      DemoWorld world,
      DemoAccount account,
      long before,
      LongConsumer written,
      PurchaseOrderCount purchaseOrders) {
    Instant now = workspace.clock().instant();
    workspace
        .store()
        .directory()
        .addAccount(new Account(account.id(), account.kind(), account.name(), now));
    Catalogue catalogue = workspace.catalogue();
    long count =
        write(
            account.id(),
            catalogue.orders(),
            world.orders(account),
            order -> purchaseOrders.add(order.purchaseOrderNumber()),
            done -> written.accept(before + done));
    Iterator<Observed<Transaction>> transactions =
        new DemoTransactions(world).transactions(account);
    write(account.id(), catalogue.transactions(), transactions, row -> {}, done -> {});
    return count;
  }

  private <R> long write(
      AccountId account,
      Family<R> family,
      Iterator<Observed<R>> rows,
      Consumer<R> seen,
      LongConsumer written) {
    RecordWriter<R> writer = workspace.writer(family);
    long count = 0;
    List<Observed<R>> batch = new ArrayList<>(BATCH);
    while (rows.hasNext()) {
      Observed<R> next = rows.next();
      seen.accept(next.row());
      batch.add(next);
      if (batch.size() == BATCH || !rows.hasNext()) {
        writer.write(account, batch);
        count += batch.size();
        written.accept(count);
        batch = new ArrayList<>(BATCH);
      }
    }
    return count;
  }

  private DemoFacts register(List<DemoAccount> accounts, Map<AccountId, String> busiest) {
    Registrar registrar = workspace.registrar();
    NewApplication application = registrar.createApplication("demo");
    List<AccountFacts> facts = new ArrayList<>();
    for (DemoAccount account : accounts) {
      NewGrant grant = registrar.createGrant(application.clientId(), account.id(), ROLES);
      Holdings holdings = workspace.store().orders().holdings(account.id());
      facts.add(
          new AccountFacts(
              account.id().value(),
              account.kind().label(),
              grant.grant().grantId(),
              grant.credential(),
              ROLES.stream().map(Role::title).sorted().toList(),
              account.regions().stream().map(Enum::name).toList(),
              date(holdings.first()),
              date(holdings.last()),
              busiest.getOrDefault(account.id(), "")));
    }
    return new DemoFacts(
        "http://127.0.0.1:8080", application.clientId(), application.clientSecret(), facts);
  }

  private static String date(@Nullable Instant instant) {
    return instant == null ? "-" : Timestamps.format(instant);
  }
}
