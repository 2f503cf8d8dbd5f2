package daybook.operation.reporting2021;

import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.accepted;
import static daybook.listing.Requests.messages;
import static daybook.listing.Requests.query;
import static daybook.listing.Requests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.PageToken;
import daybook.listing.ListingQuery;
import daybook.listing.Requests;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.ViewId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What getOrdersByOrderDate reads from a request (CONTRACT 1.4). */
final class GetOrdersByOrderDateTest {

  private static final String START = "startDate=2025-01-01T00:00:00Z";
  private static final String END = "endDate=2025-02-01T00:00:00Z";
  private static final Position LAST = new Position(Instant.parse("2025-01-20T00:00:00Z"), "114-1");
  private static final OrderViews VIEWS = new OrderViews(StatusSpelling.DOCUMENTED);

  private final GetOrdersByOrderDate operation =
      new GetOrdersByOrderDate(VIEWS, OrderSwitches.OF_CONTRACT);
  private final GetOrdersByOrderDate strict = with(DateLimits.STRICT, true);

  @Test
  void request_withDatesAloneAsksForHeads() {
    assertThat(scan(START, END))
        .isEqualTo(
            new Scan(
                Requests.CALLER.account(),
                VIEWS.head(),
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-02-01T00:00:00Z"),
                null,
                100,
                List.of(),
                List.of()));
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {0} asks for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "includeLineItems=true|lineItems2021",
        "includeShipments=True|shipments2021",
        "includeCharges=1|charges2021",
        "includeCharges=TRUE&includeLineItems=tRUE|lineItems2021 charges2021",
        "includeCharges=1&includeShipments=1&includeLineItems=1|lineItems2021 shipments2021"
            + " charges2021",
        "includeLineItems=false&includeShipments=False&includeCharges=0|''",
        "includeLineItems=&includeShipments= |''",
        "includelineitems=true|''",
        "includeLineItems=true&includeLineItems=false|lineItems2021"
      })
  void flags_askForLists(String pairs, String names) {
    assertThat(String.join(" ", parts(scan(with(pairs))))).isEqualTo(names);
  }

  @ParameterizedTest(name = "CONTRACT 2 #19: {0} is refused")
  @ValueSource(
      strings = {
        "includeLineItems=yes",
        "includeShipments=2",
        "includeCharges=null",
        "includeCharges=on"
      })
  void flags_thatAreNeitherTrueNorFalseAreRefused(String pair) {
    String name = pair.substring(0, pair.indexOf('='));
    assertThat(messages(refused(operation, query(with(pair)))))
        .containsExactly("The parameter " + name + " is not a boolean value.");
  }

  @Test
  void dates_missingBothAreRefusedInTheOfficialWords() {
    assertThat(refused(operation, query("includeLineItems=true")))
        .containsExactly(
            new Fault.BadParameter(
                "Bad number of query parameters. Please specify either a date range or a purchase"
                    + " order number.",
                null,
                "startDate and endDate are missing"));
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {1} is missing")
  @CsvSource({START + ",endDate", END + ",startDate"})
  void date_missingAloneIsNamed(String pair, String missing) {
    assertThat(messages(refused(operation, query(pair))))
        .containsExactly("The required parameter " + missing + " is missing.");
  }

  @Test
  void faults_areReportedAllAtOnce() {
    assertThat(refused(operation, query("startDate=x", "includeLineItems=y", "includeCharges=z")))
        .extracting(Fault::reason)
        .containsExactly(
            "endDate is missing",
            "startDate is no date: x",
            "includeLineItems is neither true nor false: y",
            "includeCharges is neither true nor false: z");
  }

  @ParameterizedTest(name = "CONTRACT 1.4, 2 #20: {0} to {1}")
  @CsvSource({
    "2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "2020-12-01T00:00:00, 2020-12-01T23:00:00",
    "2001-01-01, 2030-01-01",
    "2023-01-01T00:00:00.000 UTC, 2025-01-01T00:00:00.000 PST",
    "2025-06-01T00:00:00Z, 2025-12-31T00:00:00Z"
  })
  void range_isAccepted(String start, String end) {
    assertThat(scan("startDate=" + start, "endDate=" + end)).isNotNull();
  }

  @ParameterizedTest(name = "CONTRACT 4.6: {0} to {1} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-12-01T00:00:00|2020-08-01T00:00:00|The startDate must be before or equal to endDate.",
        "2025-01-01T00:00:00.001Z|2025-01-01T00:00:00Z|The startDate must be before or equal to"
            + " endDate.",
        "never|2025-06-01|Input date [never] is not in the expected ISO8601 format.",
        "2025-06-01|soon|Input date [soon] is not in the expected ISO8601 format."
      })
  void range_thatBreaksARuleIsRefused(String start, String end, String message) {
    assertThat(messages(refused(operation, query("startDate=" + start, "endDate=" + end))))
        .containsExactly(message);
  }

  @ParameterizedTest(name = "CONTRACT 2 #20, switched on: {0} to {1}")
  @CsvSource({
    "2025-05-02T12:00:00Z, 2025-05-03T12:00:00Z",
    "2025-05-31T00:00:00Z, 2025-05-31T23:59:59Z",
    "2025-06-01T12:00:00Z, 2025-06-01T12:00:00Z"
  })
  void strictRange_isAccepted(String start, String end) {
    assertThat(accepted(strict, query("startDate=" + start, "endDate=" + end))).isNotNull();
  }

  @ParameterizedTest(name = "CONTRACT 2 #20, switched on: {0} to {1} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-05-02T12:00:00Z|2025-05-03T12:00:00.001Z|The startDate must not be more than 24 hours"
            + " before endDate.",
        "2025-05-02T11:59:59.999Z|2025-05-03T00:00:00Z|The startDate must not be more than 30 days"
            + " in the past."
      })
  void strictRange_thatIsTooLongOrTooOldIsRefused(String start, String end, String message) {
    assertThat(messages(refused(strict, query("startDate=" + start, "endDate=" + end))))
        .containsExactly(message);
  }

  @Test
  void strictRange_thatBreaksBothRulesIsRefusedForBoth() {
    assertThat(messages(refused(strict, query("startDate=2024-01-01", "endDate=2025-01-01"))))
        .hasSize(2);
  }

  @ParameterizedTest(name = "a limit of {0} is {1}")
  @CsvSource({
    "PT24H,24 hours",
    "PT48H,2 days",
    "PT720H,30 days",
    "PT1H,60 minutes",
    "PT90M,90 minutes",
    "PT36H,36 hours",
    "PT1M,60 seconds",
    "PT5S,5 seconds"
  })
  void limit_isNamedInWords(Duration limit, String words) {
    GetOrdersByOrderDate limited = with(new DateLimits(limit, null), false);
    assertThat(messages(refused(limited, query("startDate=2024-01-01", "endDate=2025-01-01"))))
        .containsExactly("The startDate must not be more than " + words + " before endDate.");
  }

  @ParameterizedTest(name = "CONTRACT 2 #7: {0}")
  @ValueSource(
      strings = {
        "nextPageToken=$",
        "pageToken=$",
        "startDate=2025-01-01T00:00:00Z&endDate=2025-02-01T00:00:00Z&nextPageToken=$",
        "startDate=2024-01-01&endDate=2023-01-01&nextPageToken=$",
        "startDate=never&includeLineItems=perhaps&nextPageToken=$",
        "includeLineItems=false&includeCharges=true&nextPageToken=$",
        "purchaseOrderNumber=other&nextPageToken=$",
        "endDate=2025-02-01T00:00:00Z?nextPageToken=$"
      })
  void token_winsOverEverythingElse(String pairs) {
    String token = token(START, END, "includeLineItems=true", "includeShipments=1");
    Scan scan = scan(pairs.replace("$", token).split("&"));
    assertThat(scan)
        .isEqualTo(
            new Scan(
                Requests.CALLER.account(),
                VIEWS.head(),
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-02-01T00:00:00Z"),
                LAST,
                100,
                List.of(),
                VIEWS.of(new Included(List.of(Part.LINE_ITEMS, Part.SHIPMENTS)))));
  }

  @Test
  void token_isNotHeldToLimitsThatPageOneWasHeldTo() {
    OperationRequest first =
        query("startDate=2025-05-02T12:00:00Z", "endDate=2025-05-02T13:00:00Z");
    String token = token(accepted(strict, first));
    OperationRequest later =
        Requests.request(NOW.plus(Duration.ofHours(1)), Map.of(), "nextPageToken=" + token);
    assertThat(accepted(strict, later).scan().after()).isEqualTo(LAST);
  }

  @Test
  void token_thatIsBadIsTheOnlyFault() {
    for (String token : List.of("damaged", "null", "AAAA")) {
      assertThat(messages(refused(operation, query("startDate=x", "nextPageToken=" + token))))
          .containsExactly("The parameter nextPageToken is invalid or has expired.");
    }
  }

  @Test
  void token_ofAnotherOperationOrCallerIsRefused() {
    ListingQuery query = accepted(operation, query(START, END));
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), LAST);
    String others = Requests.TOKENS.seal(token, "getOrderReports", Requests.CALLER, NOW);
    assertThat(refused(operation, query("nextPageToken=" + others)))
        .extracting(Fault::reason)
        .containsExactly("page token of operation getOrderReports");
    OperationRequest rival =
        Requests.request(
            Requests.caller("rival"), NOW, Map.of(), "nextPageToken=" + token(START, END));
    assertThat(refused(operation, rival)).hasSize(1);
  }

  @Test
  void purchaseOrder_isAFilter() {
    Scan scan = scan(START, END, "purchaseOrderNumber=PO 1");
    assertThat(scan.filters())
        .containsExactly(Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO 1")));
    assertThat(scan.from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    String token = token(START, END, "purchaseOrderNumber=PO 1");
    assertThat(scan("nextPageToken=" + token).filters()).isEqualTo(scan.filters());
  }

  @Test
  void purchaseOrder_aloneAsksForAnyDateUpToNow() {
    OperationRequest request =
        Requests.request(NOW.plusNanos(1_234_567), Map.of(), "purchaseOrderNumber=PO-1");
    Scan scan = accepted(operation, request).scan();
    assertThat(scan.from()).isEqualTo(Instant.EPOCH);
    assertThat(scan.to()).isEqualTo(NOW.plusMillis(1));
    assertThat(scan("purchaseOrderNumber=P", END).to()).isEqualTo("2025-02-01T00:00:00Z");
    assertThat(scan("purchaseOrderNumber=P", START).to()).isEqualTo(NOW);
  }

  @Test
  void purchaseOrder_tooLongForATokenIsRefused() {
    assertThat(scan(START, END, "purchaseOrderNumber=" + "\u20ac".repeat(500))).isNotNull();
    assertThat(messages(refused(operation, query("purchaseOrderNumber=" + "x".repeat(501)))))
        .containsExactly("The required parameter purchaseOrderNumber is missing or invalid.");
  }

  @ParameterizedTest(name = "CONTRACT 2 #7, switched on: {0} beside a token is refused")
  @CsvSource({
    "startDate=2025-01-01,startDate",
    "endDate=x,endDate",
    "purchaseOrderNumber=PO,purchaseOrderNumber",
    "includeCharges=false,includeCharges",
    "includeCharges=1&includeLineItems=1&startDate=1,'startDate, includeLineItems, includeCharges'"
  })
  void token_mustBeAloneWhenTheSwitchIsOn(String pairs, String named) {
    String token = token(START, END);
    List<Fault> faults = refused(strict, query((pairs + "&nextPageToken=" + token).split("&")));
    assertThat(messages(faults))
        .containsExactly("The parameter nextPageToken must be the only parameter.");
    assertThat(faults.get(0).reason()).isEqualTo("sent beside the page token: " + named);
    assertThat(accepted(operation, query((pairs + "&nextPageToken=" + token).split("&"))))
        .isNotNull();
  }

  @Test
  void token_isAloneBesideEmptyAndUnknownParameters() {
    String token = "nextPageToken=" + token(START, END);
    assertThat(accepted(strict, query(token, "startDate=", "foo=bar"))).isNotNull();
    assertThat(refused(strict, query("nextPageToken=x", "startDate=1"))).hasSize(2);
  }

  private static GetOrdersByOrderDate with(DateLimits limits, boolean tokenAlone) {
    return new GetOrdersByOrderDate(
        VIEWS, new OrderSwitches(StatusSpelling.DOCUMENTED, limits, false, tokenAlone));
  }

  private Scan scan(String... pairs) {
    return accepted(operation, query(pairs)).scan();
  }

  private static List<String> parts(Scan scan) {
    return scan.parts().stream().map(ViewId::name).toList();
  }

  private static String[] with(String pairs) {
    return Stream.concat(Stream.of(START, END), Arrays.stream(pairs.split("&")))
        .toArray(String[]::new);
  }

  private String token(String... pairs) {
    return token(accepted(operation, query(pairs)));
  }

  private String token(ListingQuery query) {
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), LAST);
    return Requests.TOKENS.seal(token, operation.spec().operationId(), Requests.CALLER, NOW);
  }

  @ParameterizedTest(name = "CONTRACT 2 #7, strict: the token must be alone, {0}")
  @ValueSource(
      strings = {
        "startDate=2025-01-01",
        "endDate=junk",
        "includeLineItems=true",
        "includeShipments=0",
        "includeCharges=1",
        "purchaseOrderNumber=PO-1"
      })
  void token_besideAnotherParameterIsRefusedInTheStrictProfile(String other) {
    assertThat(messages(refused(strict, query("nextPageToken=x", other))))
        .contains("The parameter nextPageToken must be the only parameter.");
  }
}
