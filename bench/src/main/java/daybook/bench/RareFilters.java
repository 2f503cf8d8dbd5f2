package daybook.bench;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Filters of getOrders that about one order in a thousand passes, found by counting what a seller's
 * orders have.
 */
final class RareFilters {

  private static final double WANTED = 1 / 1_000.0;

  /** How far from wanted the share of a filter may be; the nearest is taken however far it is. */
  private static final double TOLERANCE = Math.log(2);

  private static final int MOST = 50;

  private final Listing all;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int orders;

  private RareFilters(Listing all) {
    this.all = all;
  }

  /** Finds filters for a seller whose listing is given. */
  static RareFilters of(Listing all, Client client, String accessToken) {
    RareFilters filters = new RareFilters(all);
    all.walk(
        client,
        accessToken,
        (target, body) -> {
          Objects.requireNonNull(Json.readObject(body).object("payload").optObjects("Orders"))
              .forEach(filters::count);
          return true;
        });
    return filters;
  }

  /** Returns the listing once for each filter. */
  List<Listing> listings() {
    return chosen().stream()
        .map(filter -> new Listing(all.path(), all.query() + "&" + filter, all.tokenAlone()))
        .toList();
  }

  /** Returns for each filter how many of the orders pass it, of how many, and the filter. */
  List<String> shares() {
    return chosen().stream()
        .map(filter -> counts.get(filter) + "\t" + orders + "\t" + filter)
        .toList();
  }

  private void count(JsonObject order) {
    orders++;
    String status = "OrderStatuses=" + order.text("OrderStatus");
    String channel = "FulfillmentChannels=" + order.text("FulfillmentChannel");
    counts.merge(status + "&" + channel, 1, Integer::sum);
    if (order.has("EasyShipShipmentStatus")) {
      String easyShip = "EasyShipShipmentStatuses=" + order.text("EasyShipShipmentStatus");
      counts.merge(easyShip, 1, Integer::sum);
    }
    if (order.has("BuyerInfo") && order.object("BuyerInfo").has("BuyerEmail")) {
      String email = "BuyerEmail=" + Client.encode(order.object("BuyerInfo").text("BuyerEmail"));
      counts.merge(email, 1, Integer::sum);
      counts.merge(email + "&" + status, 1, Integer::sum);
    }
  }

  private List<String> chosen() {
    List<String> nearest =
        counts.keySet().stream().sorted(Comparator.comparingDouble(this::distance)).toList();
    long within = nearest.stream().filter(filter -> distance(filter) <= TOLERANCE).count();
    return nearest.stream().limit(Math.min(MOST, Math.max(1, within))).toList();
  }

  private double distance(String filter) {
    double share = counts.getOrDefault(filter, 0) / (double) orders;
    return Math.abs(Math.log(share / WANTED));
  }
}
