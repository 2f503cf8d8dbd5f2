package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Times;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Page after page: CONTRACT 7, and 2 #3, #7, #8, #16, #25. */
final class PagingCases {

  private static final List<Op> PAGED =
      List.of(Op.REPORTS, Op.BY_PO, Op.BY_DATE, Op.TRANSACTIONS, Op.ORDERS);

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private PagingCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    PagingCases paging = new PagingCases(kit);
    for (Op op : PAGED) {
      paging.addPages(op);
      paging.addEnds(op);
      paging.addSpellings(op);
      paging.addStrangers(op);
    }
    paging.addParameters();
    paging.addIgnored();
    paging.addCarried();
    return paging.cases;
  }

  /** Returns the token of page two of everything. */
  static String firstToken(Kit kit, Op op) throws Exception {
    String token = Data.next(op, kit.page(op, op.goodQuery()));
    if (token.isEmpty()) {
      throw new NotApplicable("no such data: one page holds all (" + op + ")");
    }
    return token;
  }

  private void add(String row, String promise, Op op, Case.Body body) {
    cases.add(Case.of(row, promise + " (" + op + ")", body));
  }

  private void addPages(Op op) {
    add(
        "7",
        "100 records a page",
        op,
        () -> {
          JsonNode page = kit.page(op, op.goodQuery());
          firstToken(kit, op);
          Mismatch.unlessEqual("records", 100, Data.records(op, page).size());
        });
    add(
        "7",
        "all pages together hold no record twice",
        op,
        () -> {
          firstToken(kit, op);
          List<String> ids = new ArrayList<>();
          kit.data.of(op, false).forEach(entry -> ids.add(Data.id(op, entry)));
          Mismatch.unlessEqual("different ids", ids.size(), new HashSet<>(ids).size());
        });
    add(
        "7",
        "a token goes on right after its page",
        op,
        () -> {
          List<JsonNode> all = kit.data.of(op, false);
          JsonNode second =
              next(op, op.goodQuery() + "&" + Data.tokenName(op) + "=" + firstToken(kit, op));
          List<String> expected = new ArrayList<>();
          for (int i = 100; i < Math.min(200, all.size()); i++) {
            expected.add(Data.id(op, all.get(i)));
          }
          Mismatch.unlessEqual("ids", expected, Data.ids(op, second));
        });
  }

  private void addEnds(Op op) {
    add(
        "2 #16",
        op == Op.ORDERS ? "no NextToken on the last page" : "null on the last page",
        op,
        () -> {
          firstToken(kit, op);
          List<JsonNode> pages = kit.data.records("page of " + op);
          JsonNode last = pages.get(1);
          JsonNode token =
              op == Op.ORDERS
                  ? last.path("payload").path("NextToken")
                  : last.path(Data.tokenName(op));
          boolean right = op == Op.ORDERS ? token.isMissingNode() : token.isNull();
          Mismatch.unless(right, "the end of the list", token.toString());
        });
    add(
        "7",
        "tokens are of letters, digits, - and _",
        op,
        () -> {
          String token = firstToken(kit, op);
          Mismatch.unless(token.matches("[A-Za-z0-9_-]+"), "[A-Za-z0-9_-]+", token);
        });
  }

  private void addSpellings(Op op) {
    add(
        "2 #7",
        "a token alone is enough",
        op,
        () -> {
          String token = firstToken(kit, op);
          TableCases.sameRecords(op, after(op, token, op.goodQuery()), after(op, token, ""));
        });
    add(
        "7",
        "a token encoded once or twice is the same",
        op,
        () -> {
          String token = firstToken(kit, op);
          String once = percent(token);
          TableCases.sameRecords(
              op, after(op, token, op.goodQuery()), after(op, once, op.goodQuery()));
          String twice = Times.encoded(Times.encoded(token));
          TableCases.sameRecords(
              op, after(op, token, op.goodQuery()), after(op, twice, op.goodQuery()));
        });
    add(
        "7",
        "a token is good more than once",
        op,
        () -> {
          String token = firstToken(kit, op);
          TableCases.sameRecords(
              op, after(op, token, op.goodQuery()), after(op, token, op.goodQuery()));
        });
  }

  private void addStrangers(Op op) {
    String code = op == Op.ORDERS ? "InvalidInput" : "INVALID_REQUEST_PARAMETER";
    add(
        "7",
        "a damaged token is 400",
        op,
        () -> {
          String token = firstToken(kit, op);
          int middle = token.length() / 2;
          char other = token.charAt(middle) == 'A' ? 'B' : 'A';
          String damaged = token.substring(0, middle) + other + token.substring(middle + 1);
          Kit.error(after(op, damaged, op.goodQuery()), 400, code);
          Kit.error(after(op, token.substring(0, middle), op.goodQuery()), 400, code);
        });
    add(
        "7",
        "a token of another caller is 400",
        op,
        () -> {
          String token = firstToken(kit, op);
          String stranger = op == Op.ORDERS ? kit.seller(1) : kit.business(1);
          Request request =
              kit.anonymous(op, op.goodQuery() + "&" + Data.tokenName(op) + "=" + token);
          Kit.error(kit.wire.send(request.as(stranger)), 400, code);
        });
    add(
        "7",
        "a token of another operation is 400",
        op,
        () -> {
          Op other = op == Op.REPORTS ? Op.BY_DATE : Op.REPORTS;
          String token = firstToken(kit, other);
          Kit.error(after(op, token, op.goodQuery()), 400, code);
        });
  }

  private void addParameters() {
    add(
        "2 #3",
        "pageToken is the same as nextPageToken",
        Op.REPORTS,
        () -> {
          Op op = Op.REPORTS;
          String token = firstToken(kit, op);
          TableCases.sameRecords(
              op,
              after(op, token, op.goodQuery()),
              kit.ask(op, op.goodQuery() + "&pageToken=" + token));
        });
    for (String change : List.of("&region=JP", "&orderStatuses=PENDING")) {
      add(
          "2 #7",
          "parameters changed beside a token are 400: " + change,
          Op.REPORTS,
          () ->
              Kit.error(
                  after(Op.REPORTS, firstToken(kit, Op.REPORTS), Op.REPORTS.goodQuery() + change),
                  400,
                  "INVALID_REQUEST_PARAMETER"));
    }
    add(
        "2 #7",
        "dates changed beside a token are 400",
        Op.REPORTS,
        () ->
            Kit.error(
                after(
                    Op.REPORTS,
                    firstToken(kit, Op.REPORTS),
                    "orderStartDate={now-9d}&orderEndDate={end}"),
                400,
                "INVALID_REQUEST_PARAMETER"));
  }

  private void addIgnored() {
    ignored(
        "2 #7",
        Op.BY_DATE,
        "startDate={now-3d}&endDate={now-2d}",
        "startDate=junk&includeCharges=perhaps");
    ignored(
        "2 #7",
        Op.TRANSACTIONS,
        "feedStartDate={now-3d}&feedEndDate={now-2d}",
        "feedStartDate=junk");
    ignored(
        "2 #25",
        Op.ORDERS,
        "MarketplaceIds=ATVPDKIKX0DER&OrderStatuses=Pending",
        "CreatedAfter=junk",
        "LastUpdatedAfter={start}&CreatedAfter={start}");
    add(
        "2 #25",
        "a token carries its own filters",
        Op.ORDERS,
        () -> {
          Op op = Op.ORDERS;
          String query = op.goodQuery() + "&OrderStatuses=Shipped";
          String token = Data.next(op, kit.page(op, query + "&MaxResultsPerPage=5"));
          if (token.isEmpty()) {
            throw new NotApplicable("no such data: fewer than six shipped orders");
          }
          for (JsonNode order : Data.records(op, after(op, token, "").is(200).json())) {
            Mismatch.unlessEqual("OrderStatus", "Shipped", order.path("OrderStatus").asText());
          }
        });
  }

  private void addCarried() {
    add(
        "2 #7",
        "a token carries what was included",
        Op.BY_DATE,
        () -> {
          Op op = Op.BY_DATE;
          String token = Data.next(op, kit.page(op, op.goodQuery() + "&includeCharges=true"));
          if (token.isEmpty()) {
            throw new NotApplicable("no such data: one page holds all");
          }
          for (JsonNode order : Data.records(op, after(op, token, "").is(200).json())) {
            Mismatch.unless(order.has("charges") && !order.has("shipments"), "charges only", order);
          }
        });
    add(
        "7",
        "CreatedBefore is frozen at page one",
        Op.ORDERS,
        () -> {
          JsonNode first = kit.page(Op.ORDERS, Op.ORDERS.goodQuery() + "&MaxResultsPerPage=2");
          String token = Data.next(Op.ORDERS, first);
          if (token.isEmpty()) {
            throw new NotApplicable("no such data: fewer than three orders");
          }
          JsonNode second = after(Op.ORDERS, token, "").is(200).json();
          Mismatch.unlessEqual(
              "CreatedBefore",
              first.path("payload").path("CreatedBefore"),
              second.path("payload").path("CreatedBefore"));
        });
  }

  private void ignored(String row, Op op, String... others) {
    for (String other : others) {
      add(
          row,
          "other parameters beside a token are ignored: " + other,
          op,
          () -> {
            String token = firstToken(kit, op);
            TableCases.sameRecords(op, after(op, token, op.goodQuery()), after(op, token, other));
          });
    }
  }

  private Answer after(Op op, String token, String query) throws Exception {
    String joint = query.isEmpty() ? "" : query + "&";
    return kit.ask(op, joint + Data.tokenName(op) + "=" + token);
  }

  private JsonNode next(Op op, String query) throws Exception {
    return kit.page(op, query);
  }

  private static String percent(String token) {
    StringBuilder encoded = new StringBuilder();
    token.chars().forEach(each -> encoded.append("%%%02X".formatted(each)));
    return encoded.toString();
  }
}
