package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Listings;
import conformance.sight.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Orders v0: CONTRACT 1.5. */
final class SellerOrderCases {

  private static final Op OP = Op.ORDERS;

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private SellerOrderCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    SellerOrderCases orders = new SellerOrderCases(kit);
    orders.addDates();
    orders.addIds();
    orders.addOtherIds();
    orders.addPages();
    orders.addWhere();
    orders.cases.addAll(SellerFilterCases.of(kit));
    return orders.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of("1.5 " + row, promise, body));
  }

  private void addDates() {
    Listings listings = new Listings(kit, OP);
    add("CreatedAfter", "all dates lie in the range", listings::checkRange);
    add(
        "CreatedAfter, CreatedBefore",
        "both ends are inclusive",
        () -> listings.checkInclusive("CreatedAfter", "CreatedBefore"));
    cases.add(
        Case.of(
            "7",
            "ascending by date, then by id (ORDERS)",
            () -> Dates.checkOrder(OP, kit.data.of(OP, false))));
    add(
        "LastUpdatedAfter",
        "ascending by the date of the last change",
        () -> {
          Instant before = Instant.MIN;
          for (JsonNode order : byUpdate("{start}", "{end}")) {
            Instant date = Instant.parse(order.path("LastUpdateDate").asText());
            Mismatch.unless(!date.isBefore(before), "not before " + before, date);
            Mismatch.unless(!date.isBefore(kit.data.start()), "from " + kit.data.start(), date);
            before = date;
          }
        });
    add(
        "LastUpdatedAfter, LastUpdatedBefore",
        "both ends are inclusive",
        () -> {
          String date = kit.data.ofSellerOrders("LastUpdateDate");
          for (JsonNode order : byUpdate(date, date)) {
            Mismatch.unlessEqual("LastUpdateDate", date, order.path("LastUpdateDate").asText());
          }
        });
    add(
        "CreatedBefore",
        "three minutes ago is accepted",
        () ->
            kit.page(
                OP, "CreatedAfter={start}&CreatedBefore={now-3m}&MarketplaceIds={marketplaces}"));
    echo("CreatedAfter", "CreatedBefore", "LastUpdatedBefore");
    echo("LastUpdatedAfter", "LastUpdatedBefore", "CreatedBefore");
  }

  private void echo(String after, String before, String other) {
    String query = after + "={start}&MarketplaceIds={marketplaces}";
    add(
        "OrdersList." + before,
        "echoed as it was sent, and not " + other,
        () -> {
          JsonNode payload = kit.page(OP, query + "&" + before + "={end}").path("payload");
          Mismatch.unlessEqual(before, Times.text(kit.data.end()), payload.path(before).asText());
          Mismatch.unless(!payload.has(other), "no " + other, names(payload));
        });
    add(
        "OrdersList." + before,
        "filled in when it was not sent, two minutes ago at most",
        () -> {
          JsonNode payload = kit.page(OP, query).path("payload");
          Mismatch.unless(!payload.has(other), "no " + other, names(payload));
          Instant echoed = Instant.parse(payload.path(before).asText());
          Instant now = Instant.now();
          Mismatch.unless(
              !echoed.isAfter(now.minus(Duration.ofSeconds(119)))
                  && echoed.isAfter(now.minus(Duration.ofMinutes(10))),
              "about two minutes before " + now,
              echoed);
        });
  }

  private static List<String> names(JsonNode payload) {
    return Answer.names(payload);
  }

  private void addIds() {
    add(
        "SellerOrderId",
        "gives its order",
        () -> {
          String id = kit.data.ofSellerOrders("SellerOrderId");
          List<String> ids =
              Data.ids(
                  OP,
                  kit.page(
                      OP, "SellerOrderId=" + Times.encoded(id) + "&MarketplaceIds={marketplaces}"));
          Mismatch.unless(!ids.isEmpty(), "the order " + id, ids);
        });
    add(
        "AmazonOrderIds",
        "need no dates (2 #26)",
        () -> {
          List<String> ids = some(3);
          JsonNode page =
              kit.page(
                  OP, "AmazonOrderIds=" + String.join(",", ids) + "&MarketplaceIds={marketplaces}");
          Mismatch.unlessEqual("orders", Set.copyOf(ids), Set.copyOf(Data.ids(OP, page)));
        });
  }

  private void addOtherIds() {
    add(
        "AmazonOrderIds",
        "comma-separated, encoded or repeated",
        () -> {
          List<String> ids = some(3);
          for (String list :
              List.of(String.join("%2C", ids), String.join("&AmazonOrderIds=", ids))) {
            JsonNode page =
                kit.page(OP, "AmazonOrderIds=" + list + "&MarketplaceIds={marketplaces}");
            Mismatch.unlessEqual("orders", Set.copyOf(ids), Set.copyOf(Data.ids(OP, page)));
          }
        });
    add(
        "AmazonOrderIds",
        "fifty are accepted, unknown ones give nothing",
        () -> {
          JsonNode page = kit.page(OP, "AmazonOrderIds={ids50}&MarketplaceIds={marketplaces}");
          Mismatch.unlessEqual(
              "payload.Orders", "[]", page.path("payload").path("Orders").toString());
          Mismatch.unless(!page.path("payload").has("NextToken"), "no NextToken", page);
        });
    add(
        "AmazonOrderIds",
        "an order of another marketplace is left out",
        () -> {
          String id = kit.data.ofSellerOrders("AmazonOrderId");
          JsonNode order = kit.data.any(OP, each -> Data.id(OP, each).equals(id), "it");
          String other =
              order.path("MarketplaceId").asText().equals("A17E79C6D8DWNP")
                  ? "ARBP9OOSHTCHU"
                  : "A17E79C6D8DWNP";
          JsonNode page = kit.page(OP, "AmazonOrderIds=" + id + "&MarketplaceIds=" + other);
          Mismatch.unlessEqual("orders", List.of(), Data.ids(OP, page));
        });
  }

  private List<String> some(int count) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode order : kit.data.of(OP, false)) {
      if (ids.size() < count) {
        ids.add(Data.id(OP, order));
      }
    }
    if (ids.isEmpty()) {
      throw new NotApplicable("no such data: no orders");
    }
    return ids;
  }

  private void addPages() {
    for (int size : new int[] {1, 5}) {
      add(
          "MaxResultsPerPage",
          size + " gives " + size + " orders",
          () -> {
            JsonNode page = kit.page(OP, OP.goodQuery() + "&MaxResultsPerPage=" + size);
            Mismatch.unlessEqual(
                "orders", Math.min(size, kit.data.of(OP, false).size()), Data.ids(OP, page).size());
          });
    }
    add(
        "Orders",
        "[] when there are none",
        () -> {
          JsonNode page = kit.page(OP, "CreatedAfter={now-121s}&MarketplaceIds=ARBP9OOSHTCHU");
          Mismatch.unlessEqual("Orders", "[]", page.path("payload").path("Orders").toString());
          Mismatch.unless(!page.path("payload").has("NextToken"), "no NextToken", page);
        });
    add(
        "Order",
        "null is never printed",
        () -> {
          String body = kit.ask(OP, OP.goodQuery()).is(200).body();
          Mismatch.unless(!body.matches("(?s).*:\\s*null.*"), "no null", body.substring(0, 200));
        });
  }

  // Members that only some orders have.
  private void addWhere() {
    only(
        "ReplacedOrderId",
        "only on replacements",
        order -> order.path("IsReplacementOrder").asText().equals("true"));
    only(
        "PromiseResponseDueDate",
        "only on Sourcing on Demand",
        has("OrderType", "SourcingOnDemandOrder"));
    only(
        "IsEstimatedShipDateSet",
        "only on Sourcing on Demand",
        has("OrderType", "SourcingOnDemandOrder"));
    only("BuyerTaxInformation", "only in TR", has("MarketplaceId", "A33AVAJ2PDY3EV"));
    only("BuyerInvoicePreference", "only in TR", has("MarketplaceId", "A33AVAJ2PDY3EV"));
    only("MarketplaceTaxInfo", "only in BR", has("MarketplaceId", "A2Q3Y263D00KWC"));
    only("SellerDisplayName", "only in BR", has("MarketplaceId", "A2Q3Y263D00KWC"));
    for (String date :
        List.of(
            "EarliestShipDate", "LatestShipDate", "EarliestDeliveryDate", "LatestDeliveryDate")) {
      only(date, "only on MFN", has("FulfillmentChannel", "MFN"));
    }
    only(
        "LatestDeliveryDate",
        "not on PendingAvailability, Pending, Canceled",
        order ->
            !Set.of("PendingAvailability", "Pending", "Canceled")
                .contains(order.path("OrderStatus").asText()));
    only(
        "ShippingAddress",
        "only Unshipped, PartiallyShipped, Shipped, InvoiceUnconfirmed",
        order ->
            Set.of("Unshipped", "PartiallyShipped", "Shipped", "InvoiceUnconfirmed")
                .contains(order.path("OrderStatus").asText()));
    only("ShippingAddress.Phone", "never on AFN", has("FulfillmentChannel", "MFN"));
    only(
        "ShippingAddress.Phone",
        "not on what was shipped past LatestDeliveryDate",
        order ->
            !order.path("OrderStatus").asText().equals("Shipped")
                || !order.has("LatestDeliveryDate")
                || Instant.parse(order.path("LatestDeliveryDate").asText()).isAfter(Instant.now()));
  }

  private void only(String path, String promise, Predicate<JsonNode> test) {
    add(
        "Order." + path,
        promise,
        () -> {
          boolean any = false;
          for (JsonNode order : kit.data.restrictedOrders()) {
            if (!Json.all(order, path).isEmpty()) {
              any = true;
              Mismatch.unless(test.test(order), "no " + path + " on such an order", order);
            }
          }
          if (!any) {
            throw new NotApplicable("no such data: no order has " + path);
          }
        });
  }

  private List<JsonNode> byUpdate(String from, String to) throws Exception {
    List<JsonNode> orders = new ArrayList<>();
    Data.records(
            OP,
            kit.page(
                OP,
                "LastUpdatedAfter=%s&LastUpdatedBefore=%s&MarketplaceIds={marketplaces}"
                    .formatted(from, to)))
        .forEach(orders::add);
    if (orders.isEmpty()) {
      throw new NotApplicable("no such data: no orders");
    }
    return orders;
  }

  private static Predicate<JsonNode> has(String member, String value) {
    return order -> order.path(member).asText().equals(value);
  }
}
