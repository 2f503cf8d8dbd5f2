package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders with what the demo world's sellers do not have: Easy Ship, cash on delivery, tax data of
 * Brazil and Turkey, every status.
 */
final class SellerFixture {

  /** More than a page of them in one region of the world. */
  private static final int COPIES = 6;

  private SellerFixture() {}

  /** Returns an answer of getOrders, its orders spread over the year before now. */
  static String orders(Instant now) {
    ObjectNode answer = (ObjectNode) Json.read("{\"payload\":{\"Orders\":[]}}");
    ArrayNode orders = (ArrayNode) answer.path("payload").path("Orders");
    List<JsonNode> templates = new ArrayList<>();
    Json.read(String.join("\n", Table.lines("/conformance/seller-orders.json")))
        .forEach(templates::add);
    for (int i = 0; i < COPIES * templates.size(); i++) {
      ObjectNode order = (ObjectNode) templates.get(i % templates.size()).deepCopy();
      Instant purchased =
          now.truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(24L * 10 + 44L * i));
      order.put("AmazonOrderId", "404-%07d-%07d".formatted(7_654_321 - i, i));
      order.put("SellerOrderId", "far-" + i);
      setDates(order, purchased);
      orders.add(order);
    }
    return answer.toString();
  }

  // A template has days after the purchase in place of dates.
  private static void setDates(ObjectNode order, Instant purchased) {
    for (String name : Answer.names(order)) {
      if (name.endsWith("Date") && order.path(name).isInt()) {
        Duration later = Duration.ofDays(order.path(name).asInt());
        order.put(name, purchased.plus(later).toString());
      }
    }
  }
}
