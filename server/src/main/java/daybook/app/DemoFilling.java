package daybook.app;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.ingest.Observed;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.money.DemoTransactions;
import daybook.world.seller.DemoSales;
import daybook.world.seller.SellingPartner;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Puts a demo world into a store, buyer by buyer: what they ordered, what they paid, and what
 * sellers sold them. No more than a batch of each account is kept in memory.
 */
final class DemoFilling {

  private final Workspace workspace;
  private final DemoWorld world;
  private final DemoBatches<BusinessOrder> orders;
  private final DemoBatches<Transaction> transactions;
  private final DemoBatches<SellerOrder> sales;

  /** Takes a listener that learns how many orders of buyers have been written. */
  DemoFilling(Workspace workspace, DemoWorld world, LongConsumer written) {
    this.workspace = workspace;
    this.world = world;
    Catalogue catalogue = workspace.catalogue();
    orders = new DemoBatches<>(workspace.writer(catalogue.orders()), written);
    transactions = new DemoBatches<>(workspace.writer(catalogue.transactions()), count -> {});
    sales = new DemoBatches<>(workspace.writer(catalogue.sellerOrders()), count -> {});
  }

  /** Writes everything; returns the busiest purchase order of every buyer, empty if it has none. */
  Map<AccountId, String> fill() {
    for (SellingPartner seller : SellingPartner.all()) {
      addAccount(seller.id(), AccountKind.SELLER, seller.name());
    }
    Map<AccountId, String> busiest = new HashMap<>();
    for (DemoAccount account : world.accounts()) {
      addAccount(account.id(), account.kind(), account.name());
      busiest.put(account.id(), fill(account));
    }
    sales.finish();
    return busiest;
  }

  private String fill(DemoAccount account) {
    PurchaseOrderCount purchaseOrders = new PurchaseOrderCount();
    Iterator<Observed<BusinessOrder>> ordered = world.orders(account);
    while (ordered.hasNext()) {
      Observed<BusinessOrder> next = ordered.next();
      purchaseOrders.add(next.row().purchaseOrderNumber());
      orders.add(account.id(), next);
    }
    orders.finish();
    new DemoTransactions(world)
        .transactions(account)
        .forEachRemaining(next -> transactions.add(account.id(), next));
    transactions.finish();
    new DemoSales(world)
        .soldTo(account)
        .forEachRemaining(sold -> sales.add(sold.seller(), sold.order()));
    return purchaseOrders.busiest();
  }

  private void addAccount(AccountId id, AccountKind kind, String name) {
    workspace
        .store()
        .directory()
        .addAccount(new Account(id, kind, name, workspace.clock().instant()));
  }
}
