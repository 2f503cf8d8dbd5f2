package conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Orders with what the demo world's buyers do not have: more than a page of them within a day, and
 * a purchase order number that was used more than two years ago and again last week.
 */
final class BuyerFixture {

  private static final int BUSY_DAY = 103;
  private static final List<String> SUMS =
      List.of("SUBTOTAL", "SHIPPING_AND_HANDLING", "PROMOTION", "TAX", "NET_TOTAL");

  private BuyerFixture() {}

  /** Returns an answer of getOrderReports. */
  static String orders(Instant now) {
    ObjectNode answer = (ObjectNode) Json.read("{\"ordersReport\":[],\"nextPageToken\":null}");
    ArrayNode orders = (ArrayNode) answer.path("ordersReport");
    Instant day = now.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(5));
    for (int i = 0; i < BUSY_DAY; i++) {
      orders.add(order(i, day.plus(Duration.ofMinutes(10L * i)), "BUSY"));
    }
    orders.add(order(BUSY_DAY, day.minus(Duration.ofDays(830)), "AGAIN-AND-AGAIN"));
    orders.add(order(BUSY_DAY + 1, day.minus(Duration.ofDays(2)), "AGAIN-AND-AGAIN"));
    orders.add(order(BUSY_DAY + 2, day.minus(Duration.ofDays(3)), "AGAIN-AND-AGAIN"));
    return answer.toString();
  }

  private static ObjectNode order(int number, Instant date, String purchaseOrder) {
    ObjectNode order = (ObjectNode) Json.read("{}");
    order
        .putObject("orderMetadata")
        .put("orderDate", date.toString())
        .put("orderId", "113-%07d-%07d".formatted(7_654_321 - number, number))
        .put("region", "US");
    order.put("purchaseOrderNumber", purchaseOrder);
    ArrayNode charges = order.putArray("charges");
    for (String sum : SUMS) {
      boolean isTotal = sum.equals("SUBTOTAL") || sum.equals("NET_TOTAL");
      charges
          .addObject()
          .put("type", sum)
          .putObject("amount")
          .put("currencyCode", "USD")
          .put("amount", isTotal ? 12.5 : 0.0);
    }
    order.put("orderStatus", "CLOSED");
    order.putObject("buyingCustomer").put("name", "Kit").put("email", "kit@business.example");
    order.putObject("buyerGroup").put("name", "Kit");
    order.putNull("businessOrderInfo");
    order.putNull("approverDetails");
    return order;
  }
}
