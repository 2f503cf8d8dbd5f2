package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Listings;
import conformance.sight.Marketplaces;
import conformance.sight.Op;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reporting 2025-06-09: CONTRACT 1.2 and 1.3. */
final class ReportCases {

  private static final List<String> TYPES =
      List.of("SUBTOTAL", "SHIPPING_AND_HANDLING", "PROMOTION", "TAX", "NET_TOTAL");
  private static final List<String> STATUSES =
      List.of(
          "PENDING_APPROVAL",
          "PAYMENT_CONFIRMED",
          "PENDING_FULFILLMENT",
          "PENDING",
          "CANCELLED",
          "CLOSED");
  private static final Pattern AMOUNT = Pattern.compile("\"amount\":\\s*([^{\\s][^,}\\s]*)");

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private ReportCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    ReportCases reports = new ReportCases(kit);
    reports.addDates();
    reports.addFilters();
    reports.addCharges();
    reports.addPurchaseOrders();
    reports.addNumbers();
    return reports.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise, body));
  }

  private void addDates() {
    Listings listings = new Listings(kit, Op.REPORTS);
    add("1.2", "all dates lie in the range", listings::checkRange);
    add(
        "1.2",
        "both ends are inclusive",
        () -> listings.checkInclusive("orderStartDate", "orderEndDate"));
    add(
        "7",
        "ascending by date, then by id (REPORTS)",
        () -> Dates.checkOrder(Op.REPORTS, kit.data.of(Op.REPORTS, false)));
    add(
        "1.2 orderEndDate",
        "fifty seconds in the future are forgiven",
        () -> kit.page(Op.REPORTS, "orderStartDate={start}&orderEndDate={now+50s}"));
    add(
        "1.2 orderStartDate",
        "366 days before orderEndDate are accepted",
        () ->
            kit.page(
                Op.REPORTS,
                "orderStartDate=2024-01-01T00:00:00Z&orderEndDate=2025-01-01T00:00:00Z"));
    add(
        "1.2 orderStartDate",
        "may equal orderEndDate",
        () -> kit.page(Op.REPORTS, "orderStartDate={end}&orderEndDate={end}"));
    add(
        "1.2 ordersReport",
        "[] when there are none, and no next page",
        () -> {
          JsonNode page =
              kit.page(
                  Op.REPORTS,
                  "orderStartDate=1995-01-01T00:00:00Z&orderEndDate=1995-01-02T00:00:00Z");
          Mismatch.unlessEqual(
              "body", "{\"ordersReport\":[],\"nextPageToken\":null,\"size\":0}", page.toString());
        });
    add(
        "1.2 size",
        "the count of the page",
        () -> {
          for (JsonNode page : kit.data.records("page of REPORTS")) {
            Mismatch.unlessEqual(
                "size", page.path("ordersReport").size(), page.path("size").asInt());
          }
        });
  }

  private void addFilters() {
    Listings listings = new Listings(kit, Op.REPORTS);
    for (String status : STATUSES) {
      add(
          "1.2 orderStatuses",
          status + " gives those and all of those",
          () -> listings.checkFilter("orderStatuses=" + status, has("orderStatus", status)));
    }
    add(
        "1.2 orderStatuses",
        "two of them are either",
        () ->
            listings.checkFilter(
                "orderStatuses=CLOSED,CANCELLED",
                has("orderStatus", "CLOSED").or(has("orderStatus", "CANCELLED"))));
    add(
        "1.2 region",
        "a region gives its orders and all of them",
        () -> {
          String region = kit.data.region();
          listings.checkFilter("region=" + region, of(region));
        });
    add(
        "1.2 region and orderStatuses",
        "filters combine",
        () -> {
          String region = kit.data.region();
          listings.checkFilter(
              "region=" + region + "&orderStatuses=CLOSED",
              of(region).and(has("orderStatus", "CLOSED")));
        });
    add(
        "1.2 region",
        "one that the business is not in gives an empty result",
        () ->
            Mismatch.unlessEqual(
                "records",
                0,
                kit.page(Op.REPORTS, Op.REPORTS.goodQuery() + "&region=" + absent())
                    .path("ordersReport")
                    .size()));
    add("6 region", "GB is read as UK", this::checkGreatBritain);
  }

  private void checkGreatBritain() throws Exception {
    String query = Op.REPORTS.goodQuery() + "&region=";
    for (int i = 0; i < kit.target.businesses().size(); i++) {
      Answer uk = kit.wire.send(kit.anonymous(Op.REPORTS, query + "UK").as(kit.business(i)));
      if (!Data.records(Op.REPORTS, uk.is(200).json()).isEmpty()) {
        Answer gb = kit.wire.send(kit.anonymous(Op.REPORTS, query + "GB").as(kit.business(i)));
        TableCases.sameRecords(Op.REPORTS, uk, gb);
        return;
      }
    }
    throw new NotApplicable("no such data: no order of the UK");
  }

  private void addCharges() {
    add(
        "1.2 Charge",
        "digital orders have SUBTOTAL, TAX, NET_TOTAL only",
        () -> checkTypes(id -> id.startsWith("D"), List.of("SUBTOTAL", "TAX", "NET_TOTAL")));
    add(
        "1.2 Charge",
        "orders of goods have all five, in their order",
        () -> checkTypes(id -> !id.startsWith("D"), TYPES));
    add(
        "1.2 Charge",
        "PROMOTION is 0.0 or negative",
        () -> {
          for (JsonNode order : kit.data.of(Op.REPORTS, true)) {
            BigDecimal promotion = amount(order, "PROMOTION");
            Mismatch.unless(promotion.signum() <= 0, "at most 0.0", promotion);
          }
        });
    add(
        "1.2 Charge",
        "NET_TOTAL is the sum of the others",
        () -> {
          for (JsonNode order : kit.data.of(Op.REPORTS, true)) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String type : TYPES.subList(0, 4)) {
              sum = sum.add(amount(order, type));
            }
            Mismatch.unless(
                sum.compareTo(amount(order, "NET_TOTAL")) == 0, "NET_TOTAL " + sum, order);
          }
        });
    add(
        "2 #5 Money.amount",
        "a number as a double is printed, in plain digits",
        () -> {
          Matcher amount =
              AMOUNT.matcher(kit.ask(Op.REPORTS, Op.REPORTS.goodQuery()).is(200).body());
          while (amount.find()) {
            Mismatch.unless(
                amount.group(1).matches("-?(0|[1-9]\\d*)\\.(\\d|\\d*[1-9])"),
                "such as 11.74",
                amount.group(1));
          }
        });
  }

  private void addPurchaseOrders() {
    Op op = Op.BY_PO;
    add(
        "1.3",
        "all orders of the purchase order, and no others",
        () -> {
          String number = kit.data.purchaseOrder();
          List<String> expected = new ArrayList<>();
          for (JsonNode order : kit.data.of(Op.REPORTS, false)) {
            if (order.path("purchaseOrderNumber").asText().equals(number)) {
              expected.add(Data.id(op, order));
            }
          }
          Set<String> seen = new HashSet<>();
          for (JsonNode order : kit.data.of(op, false)) {
            Mismatch.unlessEqual(
                "purchaseOrderNumber", number, order.path("purchaseOrderNumber").asText());
            seen.add(Data.id(op, order));
          }
          expected.removeAll(seen);
          Mismatch.unless(expected.isEmpty(), "also orders " + expected, seen);
        });
    add(
        "1.3",
        "the same order as getOrderReports shows",
        () -> {
          Map<String, JsonNode> reports = new HashMap<>();
          kit.data.of(Op.REPORTS, false).forEach(order -> reports.put(Data.id(op, order), order));
          int same = 0;
          for (JsonNode order : kit.data.of(op, false)) {
            JsonNode report = reports.getOrDefault(Data.id(op, order), order);
            Mismatch.unlessEqual("order", report.toString(), order.toString());
            same++;
          }
          Mismatch.unless(same > 0, "orders of " + kit.data.purchaseOrder(), same);
        });
    add("1.3", "the past two years only", this::checkTwoYears);
    add(
        "1.3",
        "an unknown purchase order gives an empty result",
        () -> checkEmpty("no-such-purchase-order"));
  }

  private void checkTwoYears() throws Exception {
    String range = "orderStartDate={now-1094d}&orderEndDate={now-733d}";
    for (int i = 0; i < kit.target.businesses().size(); i++) {
      String token = kit.business(i);
      Request old = Request.get(Op.REPORTS.path).query(kit.variables.fill(range)).as(token);
      for (JsonNode order : Data.records(Op.REPORTS, kit.wire.send(old).is(200).json())) {
        String number = order.path("purchaseOrderNumber").asText("");
        if (!number.isEmpty()) {
          String path = Op.BY_PO.path.replace("{po}", Times.encoded(number));
          JsonNode page = kit.wire.send(Request.get(path).as(token)).is(200).json();
          String id = Data.id(Op.REPORTS, order);
          List<String> seen = Data.ids(Op.BY_PO, page);
          Mismatch.unless(!seen.contains(id), "no order as old as " + id, seen);
          return;
        }
      }
    }
    throw new NotApplicable("no such data: no order with a purchase order is that old");
  }

  private void addNumbers() {
    Op op = Op.BY_PO;
    add(
        "1.3 purchaseOrderNumber",
        "%2F inside is a slash, not a path",
        () -> checkEmpty("PO%2F2025%2F1"));
    add(
        "1.3 purchaseOrderNumber",
        "is percent-decoded",
        () -> {
          StringBuilder encoded = new StringBuilder();
          kit.data
              .purchaseOrder()
              .chars()
              .forEach(each -> encoded.append("%%%02X".formatted(each)));
          TableCases.sameRecords(op, kit.ask(op, ""), byNumber(encoded.toString()));
        });
    add(
        "1.3 region",
        "only orders of that region",
        () -> {
          List<JsonNode> all = kit.data.of(op, false);
          String region = all.get(all.size() / 2).path("orderMetadata").path("region").asText();
          List<String> expected = new ArrayList<>();
          for (JsonNode order : all) {
            if (of(region).test(order) && expected.size() < 100) {
              expected.add(Data.id(op, order));
            }
          }
          Mismatch.unlessEqual("orders", expected, Data.ids(op, kit.page(op, "region=" + region)));
        });
    add("1.3 region", "may be left out", () -> kit.page(op, ""));
    add(
        "7",
        "ascending by date, then by id (BY_PO)",
        () -> {
          List<JsonNode> orders = new ArrayList<>();
          Data.records(op, kit.page(op, "")).forEach(orders::add);
          Dates.checkOrder(op, orders);
        });
  }

  private void checkEmpty(String number) throws Exception {
    byNumber(number).isExactly(200, "{\"ordersReport\":[],\"nextPageToken\":null,\"size\":0}");
  }

  private Answer byNumber(String encoded) throws Exception {
    return kit.wire.send(Request.get(Op.BY_PO.path.replace("{po}", encoded)).as(kit.business(0)));
  }

  private void checkTypes(Predicate<String> ids, List<String> types) throws Exception {
    boolean any = false;
    for (JsonNode order : kit.data.of(Op.REPORTS, true)) {
      if (ids.test(Data.id(Op.REPORTS, order))) {
        List<String> seen = new ArrayList<>();
        order.path("charges").forEach(charge -> seen.add(charge.path("type").asText()));
        Mismatch.unlessEqual("charges", types, seen);
        any = true;
      }
    }
    if (!any) {
      throw new NotApplicable("no such data: no such order");
    }
  }

  private String absent() throws Exception {
    List<String> regions = new ArrayList<>(Marketplaces.REGIONS);
    for (JsonNode order : kit.data.of(Op.REPORTS, false)) {
      regions.remove(order.path("orderMetadata").path("region").asText());
    }
    if (regions.isEmpty()) {
      throw new NotApplicable("no such data: the business has orders in all regions");
    }
    return regions.get(0);
  }

  private static BigDecimal amount(JsonNode order, String type) {
    for (JsonNode charge : order.path("charges")) {
      if (charge.path("type").asText().equals(type)) {
        return charge.path("amount").path("amount").decimalValue();
      }
    }
    return BigDecimal.ZERO;
  }

  private static Predicate<JsonNode> has(String member, String value) {
    return order -> order.path(member).asText().equals(value);
  }

  private static Predicate<JsonNode> of(String region) {
    return order -> order.path("orderMetadata").path("region").asText().equals(region);
  }
}
