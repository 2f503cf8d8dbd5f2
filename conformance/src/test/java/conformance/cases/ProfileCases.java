package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Profile;
import conformance.Request;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the profiles observed and strict do otherwise: rows of CONTRACT 1.5, 2 and 5. */
final class ProfileCases {

  private static final Duration DAY = Duration.ofHours(24);
  private static final String REFUSED = "INVALID_REQUEST_PARAMETER";
  private static final int PAGE = 100;

  private final Kit kit;
  private final Profile profile;
  private final List<Case> cases = new ArrayList<>();
  private final List<JsonNode> orders = new ArrayList<>();

  private ProfileCases(Kit kit, Profile profile) {
    this.kit = kit;
    this.profile = profile;
  }

  static List<Case> of(Kit kit, Profile profile) {
    ProfileCases cases = new ProfileCases(kit, profile);
    cases.addStates();
    cases.addRanges();
    cases.addTokens();
    cases.addRegion();
    cases.addReplacement();
    cases.addRetryAfter();
    return cases.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise + " (profile " + profile.text() + ")", body));
  }

  private boolean isObserved() {
    return profile == Profile.OBSERVED;
  }

  private void addStates() {
    List<String> orders =
        isObserved()
            ? List.of(
                "PENDING_APPROVAL",
                "PAYMENT_CONFIRMED",
                "PENDING_FULFILLMENT",
                "PENDING",
                "CANCELLED",
                "CLOSED")
            : List.of(
                "Pending Approval",
                "Payment Confirmed",
                "Pending Fulfillment",
                "Pending",
                "Cancelled",
                "Closed");
    addState("orderStatus", "orderStatus", orders);
    addState(
        "shipmentStatus",
        "shipments[].shipmentStatus",
        List.of(isObserved() ? "SHIPPED" : "Shipped"));
    addState(
        "deliveryStatus",
        "shipments[].deliveryInformation.deliveryStatus",
        isObserved()
            ? List.of("DELIVERED", "NOT_DELIVERED", "NOT_AVAILABLE")
            : List.of("DELIVERED", "NOT DELIVERED", "NOT AVAILABLE"));
  }

  private void addState(String name, String path, List<String> states) {
    add(
        "2 #4 " + name,
        "one of " + states,
        () -> {
          int seen = 0;
          for (JsonNode order : someOfEachStatus()) {
            for (JsonNode state : Json.all(order, path)) {
              Mismatch.unless(states.contains(state.asText()), "one of " + states, state);
              seen++;
            }
          }
          if (seen == 0) {
            throw new NotApplicable("no such data: no order has " + name);
          }
        });
  }

  // By id: an order of any age is to be had so.
  private List<JsonNode> someOfEachStatus() throws Exception {
    if (!orders.isEmpty()) {
      return orders;
    }
    Set<String> statuses = new HashSet<>();
    for (JsonNode report : kit.data.of(Op.REPORTS, false)) {
      if (statuses.add(report.path("orderStatus").asText())) {
        String path = Op.BY_DATE.path + "/" + Data.id(Op.REPORTS, report);
        Request request = Request.get(path).query(Data.ALL.substring(1)).as(kit.business(0));
        orders.add(kit.wire.send(request).is(200).json().path("orders").path(0));
      }
    }
    return orders;
  }

  private void addRanges() {
    add("2 #20", "24 hours are accepted", () -> kit.page(Op.BY_DATE, lastDays(3, DAY)));
    add(
        "2 #20",
        "a second more than 24 hours is refused",
        () -> Kit.error(kit.ask(Op.BY_DATE, lastDays(3, DAY.plusSeconds(1))), 400, REFUSED));
    add("2 #20", "29 days ago is accepted", () -> kit.page(Op.BY_DATE, lastDays(29, DAY)));
    add(
        "2 #20",
        "31 days ago is refused",
        () -> Kit.error(kit.ask(Op.BY_DATE, lastDays(31, DAY)), 400, REFUSED));
    add(
        "1.4 orderId",
        "an order of more than 31 days ago is found by its id",
        () -> {
          Instant limit = Instant.now().minus(Duration.ofDays(31));
          JsonNode old =
              kit.data.any(
                  Op.REPORTS,
                  report -> Dates.of(Op.REPORTS, report).isBefore(limit),
                  "no order is older than 31 days");
          String id = Data.id(Op.REPORTS, old);
          Answer answer =
              kit.wire.send(Request.get(Op.BY_DATE.path + "/" + id).as(kit.business(0))).is(200);
          Mismatch.unlessEqual("orders", List.of(id), Data.ids(Op.BY_ID, answer.json()));
        });
  }

  private static String lastDays(int ago, Duration length) {
    Instant start = Instant.now().minus(Duration.ofDays(ago));
    return "startDate="
        + Times.encoded(Times.text(start))
        + "&endDate="
        + Times.encoded(Times.text(start.plus(length)));
  }

  private void addTokens() {
    if (profile == Profile.STRICT) {
      String promise = "a page token is the only parameter, or refused ";
      add("2 #7", promise + "in BY_DATE", () -> checkToken(Op.BY_DATE));
      add("2 #7", promise + "in TRANSACTIONS", () -> checkToken(Op.TRANSACTIONS));
    }
  }

  private void checkToken(Op op) throws Exception {
    for (int i = 0; i < kit.target.businesses().size(); i++) {
      String accessToken = kit.business(i);
      String query = op == Op.BY_DATE ? busyDay(accessToken) : kit.variables.fill(op.goodQuery());
      Request request = Request.get(op.path).query(query).as(accessToken);
      Answer first = kit.wire.send(request);
      // A business may lack the role for transactions.
      String token = first.status() == 200 ? Data.next(op, first.json()) : "";
      if (!token.isEmpty()) {
        String page = Data.tokenName(op) + "=" + token;
        Request alone = Request.get(op.path).query(page).as(accessToken);
        List<String> second = Data.ids(op, kit.wire.send(alone).is(200).json());
        Mismatch.unless(!second.isEmpty(), "records on page two", second);
        Kit.error(kit.wire.send(request.query(page)), 400, REFUSED);
        return;
      }
    }
    throw new NotApplicable("no such data: one page holds all of a day");
  }

  // The day of the last four weeks that has most orders, as the reports of 2025 have them.
  private String busyDay(String accessToken) throws Exception {
    Instant end = Instant.now().minusSeconds(60);
    Request page =
        Request.get(Op.REPORTS.path)
            .query("orderStartDate=" + Times.encoded(Times.text(end.minus(DAY.multipliedBy(28)))))
            .query("orderEndDate=" + Times.encoded(Times.text(end)))
            .as(accessToken);
    List<Instant> dates = new ArrayList<>();
    String token = "";
    do {
      Request next = token.isEmpty() ? page : page.query("nextPageToken=" + token);
      JsonNode json = kit.wire.send(next).is(200).json();
      Data.records(Op.REPORTS, json).forEach(each -> dates.add(Dates.of(Op.REPORTS, each)));
      token = Data.next(Op.REPORTS, json);
    } while (!token.isEmpty() && dates.size() < 20 * PAGE);
    Instant best = end.minus(DAY);
    int most = 0;
    for (int i = 0, from = 0; i < dates.size(); i++) {
      while (dates.get(from).plus(DAY).isBefore(dates.get(i))) {
        from++;
      }
      if (i - from + 1 > most) {
        most = i - from + 1;
        best = dates.get(from);
      }
    }
    return "startDate="
        + Times.encoded(best.toString())
        + "&endDate="
        + Times.encoded(best.plus(DAY).toString());
  }

  private void addRegion() {
    add("2 #2 region", "good with it (BY_PO)", () -> kit.page(Op.BY_PO, "region={region}"));
    if (profile == Profile.STRICT) {
      add("2 #2 region", "required", () -> Kit.error(kit.ask(Op.BY_PO, ""), 400, REFUSED));
    } else {
      add("2 #2 region", "optional", () -> kit.page(Op.BY_PO, ""));
    }
  }

  private void addReplacement() {
    add(
        "1.5 Order.IsReplacementOrder",
        isObserved() ? "the text true or false" : "a boolean",
        () -> {
          int seen = 0;
          for (JsonNode order : kit.data.of(Op.ORDERS, true)) {
            JsonNode value = order.path("IsReplacementOrder");
            if (!value.isMissingNode()) {
              boolean good =
                  isObserved()
                      ? value.isTextual() && Set.of("true", "false").contains(value.asText())
                      : value.isBoolean();
              Mismatch.unless(good, isObserved() ? "text" : "a boolean", value);
              seen++;
            }
          }
          if (seen == 0) {
            throw new NotApplicable("no such data: no order has IsReplacementOrder");
          }
        });
  }

  private void addRetryAfter() {
    add(
        "5 Retry-After",
        isObserved() ? "not on a 429" : "on a 429",
        () -> {
          LimitCases.needLimits();
          // A number that nobody used costs a token all the same, and the least work.
          Request request =
              Request.get(Op.BY_PO.path.replace("{po}", "no-such-purchase-order"))
                  .query(kit.variables.fill("region={region}"))
                  .as(kit.business(0));
          Answer answer = kit.wire.sendOnce(request);
          for (int i = 0; i < 3 * Op.BY_PO.burst && answer.status() == 200; i++) {
            answer = kit.wire.sendOnce(request);
          }
          LimitCases.checkThrottled(answer);
          Mismatch.unlessEqual(
              "Retry-After is there", !isObserved(), !answer.header("Retry-After").isEmpty());
        });
  }
}
