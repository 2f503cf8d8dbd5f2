package daybook.app;

import daybook.access.NewApplication;
import daybook.access.NewGrant;
import daybook.app.DemoFacts.AccountFacts;
import daybook.config.StoreSettings;
import daybook.contract.Role;
import daybook.contract.Timestamps;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.store.Records.Holdings;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.seller.SellingPartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final Set<Role> BUYER_ROLES =
      Set.of(Role.AMAZON_BUSINESS_ANALYTICS, Role.BUSINESS_PURCHASE_RECONCILIATION);
  private static final Set<Role> SELLER_ROLES =
      Set.of(
          Role.INVENTORY_AND_ORDER_TRACKING, Role.DIRECT_TO_CONSUMER_SHIPPING, Role.TAX_INVOICING);

  private final Workspace workspace;
  private final Path directory;

  /** Works on the data directory that is open. */
  public Demo(Workspace workspace) {
    this.workspace = workspace;
    this.directory = directory(workspace.settings().store());
  }

  // A demo is in one store. The files of one in a database must not be taken for those of another.
  private static Path directory(StoreSettings store) {
    return store
        .url()
        .map(url -> store.dataDir().resolve("demo-" + Integer.toHexString(url.hashCode())))
        .orElse(store.dataDir());
  }

  /** Returns where scripts find the facts. */
  public Path factsFile() {
    return directory.resolve(FACTS_FILE);
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

  /** Makes the world; the listener learns how many orders of buyers have been written. */
  public DemoFacts create(DemoPlan wanted, LongConsumer written) {
    try {
      Files.createDirectories(directory);
      DemoPlan plan = wanted.keptIn(directory);
      DemoWorld world = new DemoWorld(plan.seed(), plan.end(), plan.orders());
      DemoFacts facts = register(world, new DemoFilling(workspace, world, written).fill());
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

  private DemoFacts register(DemoWorld world, Map<AccountId, String> busiest) {
    NewApplication application = workspace.registrar().createApplication("demo");
    List<AccountFacts> facts = new ArrayList<>();
    for (DemoAccount account : world.accounts()) {
      facts.add(
          facts(
              grant(application, account.id(), BUYER_ROLES),
              account.kind(),
              account.regions().stream().map(Enum::name).toList(),
              workspace.store().orders().holdings(account.id()),
              busiest.getOrDefault(account.id(), "")));
    }
    for (SellingPartner seller : SellingPartner.all()) {
      facts.add(
          facts(
              grant(application, seller.id(), SELLER_ROLES),
              AccountKind.SELLER,
              seller.marketplaceIds(),
              workspace.store().sellerOrders().holdings(seller.id()),
              ""));
    }
    return new DemoFacts(
        "http://127.0.0.1:8080", application.clientId(), application.clientSecret(), facts);
  }

  private NewGrant grant(NewApplication application, AccountId account, Set<Role> roles) {
    return workspace.registrar().createGrant(application.clientId(), account, roles);
  }

  private static AccountFacts facts(
      NewGrant grant,
      AccountKind kind,
      List<String> places,
      Holdings holdings,
      String purchaseOrderNumber) {
    return new AccountFacts(
        grant.grant().account().value(),
        kind.label(),
        grant.grant().grantId(),
        grant.credential(),
        grant.grant().roles().stream().map(name -> Role.valueOf(name).title()).sorted().toList(),
        places,
        date(holdings.first()),
        date(holdings.last()),
        purchaseOrderNumber);
  }

  private static String date(@Nullable Instant instant) {
    return instant == null ? DemoFacts.NO_DATE : Timestamps.format(instant);
  }
}
