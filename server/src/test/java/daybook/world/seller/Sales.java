package daybook.world.seller;

import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.seller.SellerOrder;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests of the sellers ask a demo world for. */
final class Sales {

  static final Instant END = Instant.parse("2025-11-19T15:42:17.250Z");

  private Sales() {}

  /** A seller's order beside the purchase as it truly is, and as its buyer is shown it. */
  record Deal(AccountId seller, SellerOrder order, Purchase purchase, BusinessOrder bought) {

    SellingPartner partner() {
      return SellingPartner.all().stream()
          .filter(partner -> partner.id().equals(seller))
          .findFirst()
          .orElseThrow();
    }

    /** The lines that the seller sold. */
    List<Purchase.Line> lines() {
      String shop = partner().shops().get(purchase.market().region());
      return purchase.lines().stream()
          .filter(line -> line.vendor().seller().name().equals(shop))
          .toList();
    }
  }

  /** All that was sold in a world. */
  static List<DemoSales.Sold> sold(DemoWorld world) {
    List<DemoSales.Sold> all = new ArrayList<>();
    for (DemoAccount account : world.accounts()) {
      new DemoSales(world).soldTo(account).forEachRemaining(all::add);
    }
    return all;
  }

  /** The same beside what its buyers know. */
  static List<Deal> deals(DemoWorld world) {
    Map<String, Purchase> purchases = new HashMap<>();
    Map<String, BusinessOrder> orders = new HashMap<>();
    for (DemoAccount account : world.accounts()) {
      world.purchases(account).forEachRemaining(it -> purchases.put(it.orderId(), it));
      world.orders(account).forEachRemaining(it -> orders.put(it.row().orderId(), it.row()));
    }
    return sold(world).stream()
        .map(
            sold -> {
              SellerOrder order = sold.order().row();
              String id = order.amazonOrderId();
              return new Deal(sold.seller(), order, purchases.get(id), orders.get(id));
            })
        .toList();
  }
}
