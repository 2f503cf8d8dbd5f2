package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Request;
import conformance.Times;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What real clients send, and must not hurt: CONTRACT 1.1, and the rows of section 2 about it. */
final class LeniencyCases {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private LeniencyCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    LeniencyCases leniency = new LeniencyCases(kit);
    Op.LISTINGS.forEach(leniency::addHeaders);
    leniency.addDates();
    leniency.addSecondQuestionMark();
    leniency.cases.addAll(TableCases.alike(kit));
    return leniency.cases;
  }

  private void addHeaders(Op op) {
    Map<String, Function<Request, Request>> habits = new LinkedHashMap<>();
    habits.put("Content-Type on a GET", get -> get.with("Content-Type", "application/json"));
    habits.put("an unknown Content-Type on a GET", get -> get.with("Content-Type", "text/xml"));
    habits.put("SigV4 headers", LeniencyCases::signed);
    habits.put("another Host", get -> get.with("Host", "api.business.amazon.com"));
    habits.put("x-amz-user-email", get -> get.with("x-amz-user-email", "someone@example.com"));
    habits.put("an Accept for anything", get -> get.with("Accept", "*/*"));
    habits.forEach(
        (habit, change) ->
            add(
                "1.1",
                habit + " does not hurt",
                op,
                () -> {
                  Request plain = kit.request(op, op.goodQuery());
                  TableCases.sameRecords(
                      op, kit.wire.send(plain), kit.wire.send(change.apply(plain)));
                }));
    add(
        "1.1",
        "a body with a GET does not hurt",
        op,
        () -> {
          Request plain = kit.request(op, op.goodQuery());
          Request body = new Request("GET", plain.target(), plain.headers(), "{}");
          TableCases.sameRecords(op, kit.wire.send(plain), kit.wire.send(body));
        });
    add(
        "1.1",
        "a trailing slash does not hurt",
        op,
        () -> {
          Request slash =
              Request.get(kit.variables.fill(op.path) + "/")
                  .query(kit.variables.fill(op.goodQuery()));
          TableCases.sameRecords(
              op, kit.ask(op, op.goodQuery()), kit.wire.send(slash.as(kit.tokenFor(op))));
        });
  }

  private void add(String row, String promise, Op op, Case.Body body) {
    cases.add(Case.of(row, promise + " (" + op + ")", body));
  }

  private static Request signed(Request request) {
    return request
        .with(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAXXXX/20250101/us-east-1/execute-api/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=0000")
        .with("x-amz-date", "20250101T000000Z")
        .with("x-amz-security-token", "none");
  }

  private void addDates() {
    Map<String, Function<Instant, String>> spellings = spellings();
    for (Op op : List.of(Op.REPORTS, Op.BY_DATE, Op.TRANSACTIONS, Op.ORDERS)) {
      spellings.forEach(
          (name, spelling) ->
              add("2 #10", "dates are read " + name, op, () -> checkDate(op, spelling)));
      add(
          "2 #10",
          "dates are read without a time",
          op,
          () -> {
            Instant day = middle(op).truncatedTo(ChronoUnit.DAYS);
            TableCases.sameRecords(
                op, from(op, Times.text(day)), from(op, day.toString().substring(0, 10)));
          });
    }
  }

  // Values go into the query as they stand here.
  private static Map<String, Function<Instant, String>> spellings() {
    Map<String, Function<Instant, String>> spellings = new LinkedHashMap<>();
    spellings.put("with colons encoded", at -> Times.text(at).replace(":", "%3A"));
    spellings.put("with colons encoded in lower case", at -> Times.text(at).replace(":", "%3a"));
    spellings.put("with +00:00", at -> local(at, 0) + "%2B00:00");
    spellings.put("with +01:00", at -> local(at, 60) + "%2B01:00");
    spellings.put("with -05:30", at -> local(at, -330) + "-05:30");
    spellings.put("with +0100", at -> local(at, 60) + "%2B0100");
    spellings.put("with -08", at -> local(at, -480) + "-08");
    spellings.put("with a + that was not encoded", at -> local(at, 60) + "+01:00");
    spellings.put("with a blank for a lost +", at -> local(at, 60) + "%2001:00");
    spellings.put("with a zone name", at -> local(at, 0) + ".000%20UTC");
    spellings.put("with the name of a region", at -> local(at, 540) + "%20Asia/Tokyo");
    spellings.put("without a zone", at -> local(at, 0));
    spellings.put("with one decimal", at -> local(at, 0) + ".0Z");
    spellings.put("with milliseconds", at -> local(at, 0) + ".000Z");
    spellings.put("with nine decimals", at -> local(at, 0) + ".000000000Z");
    return spellings;
  }

  private static String local(Instant at, int offsetMinutes) {
    return LOCAL.format(
        at.plus(Duration.ofMinutes(offsetMinutes)).atOffset(ZoneOffset.UTC).toLocalDateTime());
  }

  private void checkDate(Op op, Function<Instant, String> spelling) throws Exception {
    Instant middle = middle(op);
    TableCases.sameRecords(op, from(op, Times.text(middle)), from(op, spelling.apply(middle)));
  }

  private Answer from(Op op, String start) throws Exception {
    String query = op.goodQuery().replace("{start}", "#");
    return kit.wire.send(
        Request.get(op.path)
            .query(kit.variables.fill(query).replace("#", start))
            .as(kit.tokenFor(op)));
  }

  // The date of a record in the middle: read an hour off, the page would begin elsewhere.
  private Instant middle(Op op) throws Exception {
    List<JsonNode> records = kit.data.of(op, false);
    if (records.isEmpty()) {
      return kit.data.start();
    }
    return Dates.of(op, records.get(records.size() / 2)).truncatedTo(ChronoUnit.SECONDS);
  }

  private void addSecondQuestionMark() {
    add(
        "2 #11",
        "a second ? begins further parameters",
        Op.REPORTS,
        () -> {
          String query = "orderStartDate={start}&orderEndDate={end}";
          TableCases.sameRecords(
              Op.REPORTS,
              kit.ask(Op.REPORTS, query + "&region={region}"),
              kit.ask(Op.REPORTS, query + "?region={region}"));
        });
    add(
        "2 #11",
        "a second ? begins further parameters",
        Op.TRANSACTIONS,
        () -> {
          Op op = Op.TRANSACTIONS;
          String token = PagingCases.firstToken(kit, op);
          TableCases.sameRecords(
              op,
              kit.ask(op, op.goodQuery() + "&nextPageToken=" + token),
              kit.ask(op, op.goodQuery() + "?nextPageToken=" + token));
        });
  }
}
