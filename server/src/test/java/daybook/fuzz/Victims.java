package daybook.fuzz;

import static daybook.domain.SampleOrders.usd;

import daybook.access.AccessTokens;
import daybook.access.NewApplication;
import daybook.access.NewGrant;
import daybook.access.Registrar;
import daybook.access.RevokedGrants;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.SampleOrders;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.ingest.Observed;
import daybook.store.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two businesses and two sellers with records of the same days, and one application that all of
 * them trust.
 *
 * @param clientId names the application
 * @param clientSecret its secret
 * @param all the four accounts
 */
public record Victims(String clientId, String clientSecret, List<Victim> all) {

  private static final int RECORDS = 110;
  private static final Instant FIRST = Instant.parse("2025-03-04T05:06:07Z");

  /** Makes the store of a server that does not run yet. */
  public static Victims settle(Path directory) throws IOException {
    Settings settings =
        Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", directory.toString())));
    try (Workspace workspace = Workspace.open(settings)) {
      NewApplication application = workspace.registrar().createApplication("trusted by all");
      List<Victim> all = new ArrayList<>();
      all.add(account(workspace, application, AccountKind.BUSINESS, "alder", "111"));
      all.add(account(workspace, application, AccountKind.BUSINESS, "birch", "222"));
      all.add(account(workspace, application, AccountKind.SELLER, "cedar", "333"));
      all.add(account(workspace, application, AccountKind.SELLER, "dogwood", "444"));
      return new Victims(application.clientId(), application.clientSecret(), all);
    }
  }

  /** Returns the same world with other accounts. */
  public Victims with(List<Victim> others) {
    return new Victims(clientId, clientSecret, List.copyOf(others));
  }

  private static Victim account(
      Workspace workspace, NewApplication app, AccountKind kind, String name, String prefix) {
    AccountId id = new AccountId(name);
    Instant now = workspace.clock().instant();
    workspace.store().directory().addAccount(new Account(id, kind, name, now));
    Registrar registrar = workspace.registrar();
    NewGrant grant = registrar.createGrant(app.clientId(), id, Set.of(Role.values()));
    NewGrant withdrawn = registrar.createGrant(app.clientId(), id, Set.of(Role.values()));
    AccessTokens tokens = workspace.accessTokens(new RevokedGrants(workspace.store().directory()));
    String access = tokens.issue(grant.grant(), now);
    String revoked = tokens.issue(withdrawn.grant(), now);
    String expired = tokens.issue(grant.grant(), now.minus(Duration.ofDays(2)));
    registrar.revokeGrant(withdrawn.grant().grantId());
    Victim victim =
        new Victim(
            name,
            prefix + "-7777777-",
            "marker" + name,
            "secret" + name,
            grant.credential(),
            access,
            access,
            expired,
            revoked,
            List.of());
    if (kind == AccountKind.BUSINESS) {
      buy(workspace, id, victim);
    } else {
      sell(workspace, id, victim);
    }
    return victim;
  }

  private static void buy(Workspace workspace, AccountId account, Victim victim) {
    List<Observed<BusinessOrder>> orders = new ArrayList<>();
    List<Observed<Transaction>> transactions = new ArrayList<>();
    Customer buyer = new Customer("id" + victim.marker(), victim.marker(), email(victim.marker()));
    for (int i = 0; i < RECORDS; i++) {
      String id = victim.idPrefix() + "%07d".formatted(i);
      Instant at = FIRST.plus(Duration.ofHours(i));
      BusinessOrder order =
          SampleOrders.draft(id).placedAt(at).purchaseOrder("PO-" + i % 3).build();
      orders.add(observed(of(order, buyer)));
      transactions.add(
          observed(
              SampleTransactions.draft("T" + id)
                  .fedAt(at)
                  .buyer(buyer)
                  .lines(List.of(SampleTransactions.line(id, 1, usd("35.0"))))
                  .build()));
    }
    workspace.writer(workspace.catalogue().orders()).write(account, orders);
    workspace.writer(workspace.catalogue().transactions()).write(account, transactions);
  }

  private static void sell(Workspace workspace, AccountId account, Victim victim) {
    List<Observed<SellerOrder>> orders = new ArrayList<>();
    BuyerInfo buyer =
        new BuyerInfo(
            email(victim.marker()), victim.secret(), victim.secret(), null, victim.secret());
    for (int i = 0; i < RECORDS; i++) {
      String id = victim.idPrefix() + "%07d".formatted(i);
      orders.add(
          observed(
              SampleSellerOrders.draft(id)
                  .placedAt(FIRST.plus(Duration.ofHours(i)))
                  .updatedAt(FIRST.plus(Duration.ofHours(i + 1)))
                  .sellerOrderId("S" + id)
                  .to(SampleSellerOrders.address(victim.secret()))
                  .boughtBy(buyer)
                  .build()));
    }
    workspace.writer(workspace.catalogue().sellerOrders()).write(account, orders);
  }

  private static <R> Observed<R> observed(R row) {
    return new Observed<>(row, new AsOf(FIRST, 1));
  }

  private static String email(String name) {
    return name + "@example.com";
  }

  private static BusinessOrder of(BusinessOrder order, Customer buyer) {
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        order.region(),
        order.purchaseOrderNumber(),
        order.status(),
        order.quantity(),
        order.amounts(),
        buyer,
        buyer.name(),
        Map.of("costCenter", buyer.name()),
        buyer,
        buyer.name(),
        order.lineItems(),
        order.shipments(),
        order.charges());
  }
}
