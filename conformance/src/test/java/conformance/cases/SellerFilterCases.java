package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Listings;
import conformance.sight.Marketplaces;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The filters of Orders v0: CONTRACT 1.5. */
final class SellerFilterCases {

  private static final Op OP = Op.ORDERS;

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private SellerFilterCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    SellerFilterCases filters = new SellerFilterCases(kit);
    filters.addLists();
    filters.addMarketplaces();
    filters.addTexts();
    filters.addDeliveryDates();
    return filters.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of("1.5 " + row, promise, body));
  }

  private void addLists() {
    filterBy(
        "OrderStatuses",
        "OrderStatus",
        "PendingAvailability",
        "Pending",
        "Unshipped",
        "PartiallyShipped",
        "Shipped",
        "InvoiceUnconfirmed",
        "Canceled",
        "Unfulfillable");
    filterBy("FulfillmentChannels", "FulfillmentChannel", "AFN", "MFN");
    filterBy("PaymentMethods", "PaymentMethod", "COD", "CVS", "Other");
    filterBy(
        "EasyShipShipmentStatuses",
        "EasyShipShipmentStatus",
        "PendingSchedule",
        "PendingPickUp",
        "PendingDropOff",
        "LabelCanceled",
        "PickedUp",
        "DroppedOff",
        "AtOriginFC",
        "AtDestinationFC",
        "Delivered",
        "RejectedByBuyer",
        "Undeliverable",
        "ReturningToSeller",
        "ReturnedToSeller",
        "Lost",
        "OutForDelivery",
        "Damaged");
  }

  private void addMarketplaces() {
    filterBy(
        "ElectronicInvoiceStatuses",
        "ElectronicInvoiceStatus",
        "NotRequired",
        "NotFound",
        "Processing",
        "Errored",
        "Accepted");
    add(
        "OrderStatuses and FulfillmentChannels",
        "filters combine",
        () ->
            new Listings(kit, OP)
                .checkFilter(
                    "OrderStatuses=Shipped&FulfillmentChannels=MFN",
                    has("OrderStatus", "Shipped").and(has("FulfillmentChannel", "MFN"))));
    add(
        "MarketplaceIds",
        "only orders of those places",
        () -> {
          String place = kit.data.ofSellerOrders("MarketplaceId");
          JsonNode page = kit.page(OP, "CreatedAfter={start}&MarketplaceIds=" + place);
          checkIds(has("MarketplaceId", place), page);
        });
    add(
        "MarketplaceIds",
        "two of them are either",
        () -> {
          String place = kit.data.ofSellerOrders("MarketplaceId");
          String other = besides(place);
          JsonNode page =
              kit.page(OP, "CreatedAfter={start}&MarketplaceIds=" + place + "," + other);
          checkIds(has("MarketplaceId", place).or(has("MarketplaceId", other)), page);
        });
    add(
        "MarketplaceIds",
        "fifty are accepted",
        () -> kit.page(OP, "CreatedAfter={start}&MarketplaceIds={marketplaces},{marketplaces}"));
  }

  // Another marketplace of the same region of the world.
  private static String besides(String place) {
    for (List<String> places : Marketplaces.ENDPOINTS) {
      if (places.contains(place)) {
        return places.get(places.get(0).equals(place) ? 1 : 0);
      }
    }
    throw new Mismatch("a marketplace of CONTRACT 6", place);
  }

  private void filterBy(String parameter, String member, String... values) {
    for (String value : values) {
      add(
          parameter,
          value + " gives those and all of those",
          () -> new Listings(kit, OP).checkFilter(parameter + "=" + value, has(member, value)));
    }
  }

  private void addTexts() {
    textFilter("BuyerEmail", "BuyerInfo.BuyerEmail");
    textFilter(
        "ActualFulfillmentSupplySourceId", "FulfillmentInstruction.FulfillmentSupplySourceId");
    for (String flag : List.of("true", "false")) {
      add(
          "IsISPU",
          flag + " gives those and all of those",
          () -> new Listings(kit, OP).checkFilter("IsISPU=" + flag, has("IsISPU", flag)));
    }
    for (String parameter :
        List.of("BuyerEmail", "ActualFulfillmentSupplySourceId", "StoreChainStoreId")) {
      add(
          parameter,
          "what no order has gives an empty list",
          () ->
              Mismatch.unlessEqual(
                  "orders",
                  List.of(),
                  Data.ids(
                      OP, kit.page(OP, OP.goodQuery() + "&" + parameter + "=none@example.com"))));
    }
  }

  private void textFilter(String parameter, String path) {
    add(
        parameter,
        "gives the orders that have it, and all of them",
        () -> {
          String value = kit.data.ofSellerOrders(path);
          new Listings(kit, OP)
              .checkFilter(
                  parameter + "=" + Times.encoded(value),
                  order ->
                      Json.all(order, path).stream().anyMatch(node -> node.asText().equals(value)));
        });
  }

  private void addDeliveryDates() {
    for (String member : List.of("EarliestDeliveryDate", "LatestDeliveryDate")) {
      add(
          member + "Before",
          "at or before it; orders without one are left out",
          () -> {
            String date = median(member);
            new Listings(kit, OP)
                .checkFilter(
                    member + "Before=" + date,
                    order -> order.has(member) && order.path(member).asText().compareTo(date) <= 0);
          });
      add(
          member + "After",
          "at or after it; orders without one are left out",
          () -> {
            String date = median(member);
            new Listings(kit, OP)
                .checkFilter(
                    member + "After=" + date,
                    order -> order.has(member) && order.path(member).asText().compareTo(date) >= 0);
          });
      add(
          member + "After, " + member + "Before",
          "a range, both ends inclusive",
          () -> {
            String date = median(member);
            new Listings(kit, OP)
                .checkFilter(
                    member + "After=" + date + "&" + member + "Before=" + date, has(member, date));
          });
    }
  }

  private String median(String member) throws Exception {
    List<String> dates = new ArrayList<>();
    for (JsonNode order : kit.data.of(OP, false)) {
      if (order.has(member)) {
        dates.add(order.path(member).asText());
      }
    }
    if (dates.isEmpty()) {
      throw new NotApplicable("no such data: no order has " + member);
    }
    dates.sort(null);
    return dates.get(dates.size() / 2);
  }

  private void checkIds(Predicate<JsonNode> test, JsonNode page) throws Exception {
    List<String> expected = new ArrayList<>();
    for (JsonNode order : kit.data.of(OP, false)) {
      if (test.test(order) && expected.size() < 100) {
        expected.add(Data.id(OP, order));
      }
    }
    Mismatch.unlessEqual("orders", expected, Data.ids(OP, page));
  }

  private static Predicate<JsonNode> has(String member, String value) {
    return order -> order.path(member).asText().equals(value);
  }
}
