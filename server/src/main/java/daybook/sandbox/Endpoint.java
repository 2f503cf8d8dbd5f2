package daybook.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an operation is asked.
 *
 * @param operationId its name
 * @param method HTTP method in capitals
 * @param path path template
 */
record Endpoint(String operationId, String method, String path) {

  /** The operations that a file of cases alone can be about; its name says which. */
  private static final List<Endpoint> KNOWN =
      List.of(
          get("getOrderReports", "/reports/2025-06-09/orderReports"),
          get(
              "getOrderReportsByPurchaseOrderNumber",
              "/reports/2025-06-09/purchaseOrders/{purchaseOrderNumber}/orderReports"),
          get("getOrdersByOrderDate", "/reports/2021-01-08/orders"),
          get("getOrdersByOrderId", "/reports/2021-01-08/orders/{orderId}"),
          get("getTransactions", "/reconciliation/2021-01-08/transactions"),
          get("getOrders", "/orders/v0/orders"),
          new Endpoint(
              "createRestrictedDataToken", "POST", "/tokens/2021-03-01/restrictedDataToken"));

  /** Returns the known operation after which a file is named, such as "getOrders.json". */
  static Optional<Endpoint> ofFile(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(known -> name.equals(known.operationId.toLowerCase(Locale.ROOT) + ".json"))
        .findFirst();
  }

  private static Endpoint get(String operationId, String path) {
    return new Endpoint(operationId, "GET", path);
  }
}
