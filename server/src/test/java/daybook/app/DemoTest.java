package daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.DemoFacts.AccountFacts;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.store.Account;
import daybook.store.Records.Holdings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final DemoPlan PLAN = new DemoPlan(3, NOW, 400);

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace =
        Workspace.open(
            Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", directory.toString()))),
            InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void world_hasAllItsOrdersAndItsFactsAreKept() {
    List<Long> progress = new ArrayList<>();
    Demo demo = new Demo(workspace);

    DemoFacts facts = demo.create(PLAN, progress::add);

    assertThat(demo.facts()).isEqualTo(facts);
    assertThat(orders(facts)).isEqualTo(400);
    assertThat(progress).isSorted().last().isEqualTo(400L);
    assertThat(facts.accounts())
        .allSatisfy(
            account -> {
              assertThat(account.refreshToken()).startsWith("Atzr|");
              assertThat(account.hasOrders()).isTrue();
              assertThat(Instant.parse(account.lastOrderDate()))
                  .isBetween(Instant.parse(account.firstOrderDate()), NOW);
            });
    assertThat(buyers(facts))
        .hasSize(4)
        .allSatisfy(
            buyer -> {
              assertThat(buyer.kind()).isEqualTo("business");
              assertThat(buyer.roles())
                  .containsExactly("Amazon Business Analytics", "Business Purchase Reconciliation");
              assertThat(buyer.places()).isNotEmpty().allMatch(code -> code.length() == 2);
            });
  }

  @Test
  void world_hasSellersOfWhatItsBuyersBought() {
    DemoFacts facts = new Demo(workspace).create(PLAN, count -> {});

    List<AccountFacts> sellers = facts.accounts().stream().filter(AccountFacts::isSeller).toList();
    assertThat(sellers).hasSize(4);
    assertThat(sellers.get(0).places()).containsExactly("ATVPDKIKX0DER");
    for (AccountFacts seller : sellers) {
      AccountId id = new AccountId(seller.accountId());
      assertThat(seller.kind()).isEqualTo("seller");
      assertThat(seller.roles())
          .containsExactly(
              "Direct to Consumer Shipping (Restricted)",
              "Inventory and Order Tracking",
              "Tax Invoicing (Restricted)");
      assertThat(seller.purchaseOrderNumber()).isEmpty();
      assertThat(workspace.store().sellerOrders().holdings(id).records()).isPositive();
      assertThat(workspace.store().orders().holdings(id).records()).isZero();
      assertThat(workspace.store().directory().accounts())
          .anyMatch(account -> account.id().equals(id) && account.kind() == AccountKind.SELLER);
    }
  }

  @Test
  void smallestWorld_hasAccountsWithoutOrders() {
    DemoFacts facts = new Demo(workspace).create(new DemoPlan(3, NOW, 1), count -> {});

    assertThat(facts.accounts().stream().filter(AccountFacts::hasOrders).toList())
        .hasSizeBetween(1, 2);
    assertThat(facts.accounts())
        .filteredOn(account -> !account.hasOrders())
        .allMatch(account -> account.firstOrderDate().equals("-"));
  }

  @Test
  void world_hasTheTransactionsOfItsOrders() {
    DemoFacts facts = new Demo(workspace).create(PLAN, count -> {});

    for (AccountFacts account : buyers(facts)) {
      Holdings holdings =
          workspace.store().transactions().holdings(new AccountId(account.accountId()));
      assertThat(holdings.records()).isPositive();
      assertThat(holdings.last()).isBefore(NOW);
    }
    assertThat(transactions(facts)).isGreaterThan(300);
  }

  @Test
  void facts_areNoneBeforeAWorldIsMade() {
    assertThat(new Demo(workspace).facts()).isNull();
    assertThat(new Demo(workspace).wouldMixWithRealData()).isFalse();
  }

  @Test
  void secondCreation_goesOnWithTheFirstPlan() throws Exception {
    Demo demo = new Demo(workspace);
    DemoFacts made = demo.create(PLAN, count -> {});
    long transactions = transactions(made);
    long sales = sales(made);
    Files.delete(directory.resolve(Demo.FACTS_FILE));

    DemoFacts again = demo.create(new DemoPlan(99, NOW.plusSeconds(9), 7), count -> {});

    assertThat(orders(again)).isEqualTo(400);
    assertThat(transactions(again)).isEqualTo(transactions);
    assertThat(sales(again)).isEqualTo(sales).isPositive();
    assertThat(demo.wouldMixWithRealData()).isFalse();
  }

  @Test
  void realAccounts_areNotMixedWith() {
    workspace
        .store()
        .directory()
        .addAccount(new Account(new AccountId("acme"), AccountKind.BUSINESS, "Acme", NOW));

    assertThat(new Demo(workspace).wouldMixWithRealData()).isTrue();
  }

  @Test
  void purchaseOrder_ofTheFactsIsTheBusiest() {
    PurchaseOrderCount count = new PurchaseOrderCount();
    assertThat(count.busiest()).isEmpty();
    count.add("B");
    count.add(null);
    count.add("A");
    assertThat(count.busiest()).isEqualTo("A");
    count.add("B");
    assertThat(count.busiest()).isEqualTo("B");
  }

  private static List<AccountFacts> buyers(DemoFacts facts) {
    return facts.accounts().stream().filter(account -> !account.isSeller()).toList();
  }

  private long sales(DemoFacts facts) {
    return facts.accounts().stream()
        .map(AccountFacts::accountId)
        .map(id -> workspace.store().sellerOrders().holdings(new AccountId(id)))
        .mapToLong(Holdings::records)
        .sum();
  }

  private long transactions(DemoFacts facts) {
    return facts.accounts().stream()
        .map(AccountFacts::accountId)
        .map(id -> workspace.store().transactions().holdings(new AccountId(id)))
        .mapToLong(Holdings::records)
        .sum();
  }

  private long orders(DemoFacts facts) {
    return facts.accounts().stream()
        .map(account -> workspace.store().orders().holdings(new AccountId(account.accountId())))
        .mapToLong(Holdings::records)
        .sum();
  }
}
