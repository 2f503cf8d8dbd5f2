package daybook.app;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the purchase order with the most orders, for a guide that shows how it is paged. */
final class PurchaseOrderCount {

  // Enough to find one that recurs; a world of millions must not be kept in memory.
  private static final int MOST = 50_000;

  private final Map<String, Integer> orders = new HashMap<>();

  /** Counts an order; null is one without purchase order. */
  void add(@Nullable String purchaseOrderNumber) {
    if (purchaseOrderNumber != null
        && (orders.size() < MOST || orders.containsKey(purchaseOrderNumber))) {
      orders.merge(purchaseOrderNumber, 1, Integer::sum);
    }
  }

  /** Returns the number of the busiest one, the first by name of several; empty if none. */
  String busiest() {
    return orders.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
