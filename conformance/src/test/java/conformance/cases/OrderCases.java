package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Listings;
import conformance.sight.Op;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reporting 2021-01-08: CONTRACT 1.4. */
final class OrderCases {

  private static final List<String> LISTS = List.of("lineItems", "shipments", "charges");

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private OrderCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    OrderCases orders = new OrderCases(kit);
    orders.addDates();
    orders.addLists(Op.BY_DATE);
    orders.addLists(Op.BY_ID);
    orders.addById();
    orders.addByStrangeIds();
    orders.addFields();
    orders.addAmounts();
    return orders.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise, body));
  }

  private void addDates() {
    Listings listings = new Listings(kit, Op.BY_DATE);
    add("1.4", "all dates lie in the range", listings::checkRange);
    add("1.4", "both ends are inclusive", () -> listings.checkInclusive("startDate", "endDate"));
    add(
        "7",
        "ascending by date, then by id (BY_DATE)",
        () -> Dates.checkOrder(Op.BY_DATE, kit.data.of(Op.BY_DATE, false)));
    add(
        "2 #20",
        "a range of more than 24 hours is accepted",
        () -> kit.page(Op.BY_DATE, "startDate={now-20d}&endDate={now-10d}"));
    add(
        "2 #20",
        "dates more than 30 days ago are accepted",
        () -> kit.page(Op.BY_DATE, "startDate={now-200d}&endDate={now-199d}"));
    add(
        "1.4 purchaseOrderNumber",
        "the filter of the older model gives those and all of those",
        () -> {
          String number = kit.data.purchaseOrder();
          listings.checkFilter(
              "purchaseOrderNumber=" + Times.encoded(number),
              order -> order.path("purchaseOrderNumber").asText().equals(number));
        });
    add(
        "1.4 orders",
        "[] when there are none, and no next page",
        () ->
            kit.ask(Op.BY_DATE, "startDate=1995-01-01T00:00:00Z&endDate=1995-01-02T00:00:00Z")
                .isExactly(200, "{\"orders\":[],\"nextPageToken\":null,\"size\":0}"));
    add(
        "1.4 size",
        "the count of the page",
        () -> {
          for (JsonNode page : kit.data.records("page of BY_DATE")) {
            Mismatch.unlessEqual("size", page.path("orders").size(), page.path("size").asInt());
          }
        });
  }

  private void addLists(Op op) {
    String good = op.goodQuery();
    add(
        "1.4",
        "no lists unless they are asked for (" + op + ")",
        () -> checkLists(op, kit.page(op, good), List.of()));
    for (String list : LISTS) {
      String flag = flag(list);
      add(
          "1.4 " + flag,
          "adds " + list + " and nothing else (" + op + ")",
          () -> checkLists(op, kit.page(op, good + "&" + flag + "=true"), List.of(list)));
      add(
          "1.4 " + flag,
          "false adds nothing (" + op + ")",
          () -> checkLists(op, kit.page(op, good + "&" + flag + "=false"), List.of()));
    }
    add(
        "1.4",
        "all lists together (" + op + ")",
        () -> checkLists(op, kit.page(op, good + Data.ALL), LISTS));
  }

  private static String flag(String list) {
    return "include" + Character.toUpperCase(list.charAt(0)) + list.substring(1);
  }

  // A list that was asked for is there even if it is empty.
  private static void checkLists(Op op, JsonNode page, List<String> expected) {
    for (JsonNode order : Data.records(op, page)) {
      for (String list : LISTS) {
        boolean there = order.path(list).isArray();
        Mismatch.unlessEqual(list + " is there", expected.contains(list), there);
        Mismatch.unless(there || order.path(list).isMissingNode(), "no " + list, order.path(list));
      }
    }
  }

  private void addById() {
    Op op = Op.BY_ID;
    add(
        "1.4",
        "one order by its id, no next page, size 1",
        () -> {
          JsonNode page = kit.page(op, "");
          Mismatch.unlessEqual("orders", List.of(kit.data.orderId()), Data.ids(op, page));
          Mismatch.unlessEqual("nextPageToken", "null", page.path("nextPageToken").toString());
          Mismatch.unlessEqual("size", 1, page.path("size").asInt());
        });
    add(
        "1.4",
        "the same order by id as by date",
        () -> {
          List<JsonNode> orders = kit.data.of(Op.BY_DATE, false);
          for (int i = 0; i < orders.size(); i += 1 + orders.size() / 20) {
            JsonNode page = byId(Data.id(op, orders.get(i)), Data.ALL.substring(1)).is(200).json();
            Mismatch.unlessEqual("order", orders.get(i), page.path("orders").path(0));
          }
        });
    add(
        "1.4",
        "an order of any age by its id",
        () -> {
          JsonNode old =
              kit.data.any(
                  Op.BY_DATE,
                  order -> Dates.of(op, order).isBefore(Instant.now().minus(Duration.ofDays(60))),
                  "no order older than 60 days");
          byId(Data.id(op, old), "").is(200);
        });
  }

  private void addByStrangeIds() {
    add(
        "4.6",
        "an unknown order id is 404",
        () ->
            Kit.exactly(
                byId("000-0000000-0000000", ""),
                404,
                "NotFound",
                "The requested resource doesn't exist.",
                ""));
    add("4.6", "what is no order id is 404", () -> byId("nonsense", "").is(404));
    add(
        "1.1",
        "an empty order id is getOrdersByOrderDate",
        () -> {
          Answer answer =
              kit.wire.send(
                  Request.get(Op.BY_DATE.path + "/")
                      .query(kit.variables.fill(Op.BY_DATE.goodQuery()))
                      .as(kit.business(0)));
          TableCases.sameRecords(Op.BY_DATE, kit.ask(Op.BY_DATE, Op.BY_DATE.goodQuery()), answer);
        });
  }

  private Answer byId(String id, String query) throws Exception {
    return kit.wire.send(
        Request.get(Op.BY_ID.path.replace("{id}", Times.encoded(id)))
            .query(query)
            .as(kit.business(0)));
  }

  private void addFields() {
    add(
        "1.4 paymentInstrumentLast4Digits",
        "null for Pay by Invoice",
        () -> {
          boolean any = false;
          for (JsonNode order : kit.data.of(Op.BY_DATE, true)) {
            for (JsonNode charge : order.path("charges")) {
              if (charge.path("paymentInstrumentType").asText().equals("Pay by Invoice")) {
                any = true;
                Mismatch.unlessEqual(
                    "digits", "null", charge.path("paymentInstrumentLast4Digits").toString());
              }
            }
          }
          applicable(any, "no order is paid by invoice");
        });
    add(
        "2 #21 Customer.id",
        "a string, empty unless the data has one",
        () ->
            Mismatch.unless(
                Json.all(kit.data.any(Op.BY_DATE, "buyingCustomer"), "buyingCustomer.id")
                    .get(0)
                    .isTextual(),
                "a string",
                "something else"));
  }

  private void addAmounts() {
    add(
        "1.4 shipments, charges",
        "[] where there are none",
        () -> {
          boolean any = false;
          for (JsonNode order : kit.data.of(Op.BY_DATE, true)) {
            any |= order.path("shipments").isEmpty() && order.path("shipments").isArray();
          }
          applicable(any, "every order has shipments");
        });
    add(
        "2 #5 Money.amount",
        "the same sum as getOrderReports shows",
        () -> {
          for (JsonNode report : kit.data.of(Op.REPORTS, false)) {
            String id = Data.id(Op.REPORTS, report);
            JsonNode order =
                kit.data.any(
                    Op.BY_DATE, each -> Data.id(Op.BY_DATE, each).equals(id), "order " + id);
            JsonNode charges = report.path("charges");
            JsonNode total = charges.path(charges.size() - 1).path("amount").path("amount");
            String text = order.path("orderNetTotal").path("amount").asText();
            Mismatch.unless(
                new BigDecimal(text).compareTo(total.decimalValue()) == 0,
                "orderNetTotal " + total,
                text);
          }
        });
  }

  private static void applicable(boolean any, String otherwise) {
    if (!any) {
      throw new NotApplicable("no such data: " + otherwise);
    }
  }
}
