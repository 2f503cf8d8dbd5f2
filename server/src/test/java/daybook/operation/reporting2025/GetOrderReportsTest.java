package daybook.operation.reporting2025;

import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.accepted;
import static daybook.listing.Requests.messages;
import static daybook.listing.Requests.query;
import static daybook.listing.Requests.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.Page;
import daybook.contract.PageToken;
import daybook.listing.ListingQuery;
import daybook.listing.Requests;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import java.io.ByteArrayOutputStream;
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

/** What getOrderReports reads from a request (CONTRACT 1.2). */
final class GetOrderReportsTest {

  private static final String START = "orderStartDate=2025-01-01T00:00:00Z";
  private static final String END = "orderEndDate=2025-02-01T00:00:00Z";
  private static final Position LAST = new Position(Instant.parse("2025-01-20T00:00:00Z"), "114-1");

  private final GetOrderReports operation = new GetOrderReports(Duration.ofSeconds(60));

  @Test
  void request_withDatesAloneAsksForAllOfThem() {
    assertThat(scan(START, END))
        .isEqualTo(
            new Scan(
                Requests.CALLER.account(),
                OrderReportView.ID,
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-02-01T00:00:00Z"),
                null,
                100,
                List.of()));
  }

  @ParameterizedTest(name = "CONTRACT 1.2: orderStatuses as {0}")
  @ValueSource(
      strings = {
        "orderStatuses=CLOSED,CANCELLED",
        "orderStatuses=CANCELLED&orderStatuses=CLOSED",
        "orderStatuses[]=CANCELLED&orderStatuses[]=CLOSED",
        "orderStatuses= closed , Cancelled ,",
        "orderStatuses=CLOSED,CLOSED&orderStatuses=CANCELLED"
      })
  void statuses_areReadInEverySpelling(String pairs) {
    assertThat(scan(with(pairs)).filters())
        .containsExactly(Filter.of(Column.ORDER_STATUS, Set.of("CLOSED", "CANCELLED")));
  }

  @ParameterizedTest(name = "CONTRACT 1.2: region {0} is {1}")
  @CsvSource({"US,US", "GB,UK", "uk,UK", "gb,UK", "AU,AU", "IN,IN", "MX,MX"})
  void region_isReadWithItsAlias(String sent, String meant) {
    assertThat(scan(START, END, "region=" + sent).filters())
        .containsExactly(Filter.of(Column.REGION, Set.of(meant)));
  }

  @ParameterizedTest(name = "CONTRACT 1.1: {0} is not set")
  @ValueSource(
      strings = {
        "region=",
        "region= ",
        "orderStatuses=",
        "orderStatuses=,",
        "nextPageToken=",
        "pageToken=",
        "orderIds=1,2",
        "Region=XX"
      })
  void parameter_thatIsEmptyOrUnknownIsIgnored(String pair) {
    assertThat(scan(START, END, pair)).isEqualTo(scan(START, END));
  }

  @Test
  void dates_missingBothAreReportedBoth() {
    List<Fault> faults = refused(operation, query("region="));
    assertThat(messages(faults))
        .containsExactly(
            "The required parameter orderStartDate is missing.",
            "The required parameter orderEndDate is missing.");
    assertThat(((Fault.BadParameter) faults.get(0)).details())
        .isEqualTo("Please provide the required parameter orderStartDate in the request.");
  }

  @Test
  void faults_areReportedAllAtOnce() {
    List<Fault> faults =
        refused(
            operation,
            query("orderStartDate=x", "orderStatuses=SHIPPED,LOST", "region=EU", "pageToken=?"));
    assertThat(faults)
        .extracting(Fault::reason)
        .containsExactly(
            "orderStartDate is no date: x",
            "orderStatuses has the unknown value SHIPPED",
            "orderStatuses has the unknown value LOST",
            "region has the unknown value EU",
            "page token is not base64url");
  }

  @ParameterizedTest(name = "CONTRACT 1.2: {0} to {1}")
  @CsvSource({
    "2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "2025-06-01T00:00:00Z, 2025-06-01T12:01:00Z",
    "2024-06-01, 2025-06-01",
    "2023-12-31T23:59:59.999Z, 2024-12-31T23:59:59.999Z",
    "2025-01-01T00:00:00 02:00, 2025-01-01T00:00:00 UTC",
  })
  void range_isAccepted(String start, String end) {
    assertThat(accepted(operation, query("orderStartDate=" + start, "orderEndDate=" + end)).scan())
        .isNotNull();
  }

  @ParameterizedTest(name = "CONTRACT 1.2: {0} to {1} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-02-01T00:00:00Z|2025-01-01T00:00:00Z|The orderStartDate must be before or equal to"
            + " orderEndDate.",
        "2025-01-01T00:00:00.001Z|2025-01-01T00:00:00Z|The orderStartDate must be before or equal"
            + " to orderEndDate.",
        "2024-01-01T00:00:00Z|2025-01-01T00:00:00.001Z|The orderStartDate must not be more than"
            + " 366 days before orderEndDate.",
        "2025-06-01T00:00:00Z|2025-06-01T12:01:00.001Z|The orderEndDate must not be in the future.",
        "never|2025-06-01T12:00:00Z|The parameter orderStartDate is not in the expected ISO 8601"
            + " format.",
        "2025-06-01|soon|The parameter orderEndDate is not in the expected ISO 8601 format."
      })
  void range_thatBreaksARuleIsRefused(String start, String end, String message) {
    OperationRequest request = query("orderStartDate=" + start, "orderEndDate=" + end);
    assertThat(messages(refused(operation, request))).containsExactly(message);
  }

  @Test
  void range_thatEndsInTheFutureAndIsTooLongIsRefusedForBoth() {
    assertThat(
            messages(
                refused(operation, query("orderStartDate=2024-01-01", "orderEndDate=2026-01-01"))))
        .containsExactly(
            "The orderEndDate must not be in the future.",
            "The orderStartDate must not be more than 366 days before orderEndDate.");
  }

  @ParameterizedTest(name = "CONTRACT 2 #7: {0}")
  @ValueSource(
      strings = {
        "nextPageToken=$",
        "pageToken=$",
        "orderStartDate=2025-01-01T00:00:00Z&orderEndDate=2025-02-01T00:00:00Z&region=GB"
            + "&orderStatuses=CLOSED,PENDING&nextPageToken=$",
        "orderStartDate=2025-01-01&orderEndDate=2025-01-31T19:00:00-05&region=uk"
            + "&orderStatuses=PENDING&orderStatuses=CLOSED&pageToken=$",
        "region=UK&orderStatuses=PENDING,CLOSED&nextPageToken=$",
        "orderEndDate=2025-02-01T00:00:00Z?nextPageToken=$&region=UK&orderStatuses=PENDING,CLOSED"
      })
  void token_goesOnWhereThePageBeforeEnded(String pairs) {
    String token = token(START, END, "region=UK", "orderStatuses=PENDING,CLOSED");
    Scan scan = scan(pairs.replace("$", token).split("&"));
    assertThat(scan.after()).isEqualTo(LAST);
    assertThat(scan.from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(scan.to()).isEqualTo(Instant.parse("2025-02-01T00:00:00Z"));
    assertThat(scan.filters())
        .containsExactly(
            Filter.of(Column.ORDER_STATUS, Set.of("PENDING", "CLOSED")),
            Filter.of(Column.REGION, Set.of("UK")));
  }

  @ParameterizedTest(name = "CONTRACT 2 #7: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "region=US&orderStatuses=CLOSED|region was UK, is US",
        "region=UK&orderStatuses=PENDING|orderStatuses was CLOSED, is PENDING",
        "region=UK|orderStatuses was CLOSED, is not set",
        "orderStartDate=2025-01-01|orderStatuses was CLOSED, is not set; region was UK, is not set",
        "region=UK&orderStatuses=CLOSED&orderStartDate=2025-01-02|orderStartDate was"
            + " 2025-01-01T00:00:00Z, is 2025-01-02T00:00:00Z",
        "region=UK&orderStatuses=CLOSED&orderEndDate=2025-01-31|orderEndDate was"
            + " 2025-02-01T00:00:00Z, is 2025-01-31T00:00:00Z"
      })
  void token_withChangedParametersIsRefusedAndTheReasonNamesThem(String pairs, String reason) {
    String token = token(START, END, "region=UK", "orderStatuses=CLOSED");
    String[] sent = (pairs + "&nextPageToken=" + token).split("&");
    List<Fault> faults = refused(operation, query(sent));
    assertThat(messages(faults))
        .containsExactly(
            "The parameters must be the same as in the request that returned the nextPageToken.");
    assertThat(faults.get(0).reason()).isEqualTo("parameters changed while paging: " + reason);
  }

  @Test
  void token_thatIsDamagedAsksForNoDates() {
    assertThat(messages(refused(operation, query("nextPageToken=damaged"))))
        .containsExactly("The parameter nextPageToken is invalid or has expired.");
  }

  @Test
  void token_ofAnotherCallerIsRefused() {
    OperationRequest request =
        Requests.request(
            Requests.caller("rival"), NOW, Map.of(), "nextPageToken=" + token(START, END));
    assertThat(refused(operation, request))
        .extracting(Fault::reason)
        .containsExactly("page token of another application or account");
  }

  @Test
  void token_thatHasExpiredIsRefusedLikeADamagedOne() {
    OperationRequest request =
        Requests.request(
            NOW.plus(Duration.ofHours(24)), Map.of(), "nextPageToken=" + token(START, END));
    assertThat(messages(refused(operation, request)))
        .isEqualTo(messages(refused(operation, query("nextPageToken=damaged"))));
  }

  @Test
  void body_ofAnEmptyPageHasAllMembers() {
    assertThat(body(new Page(List.of(), null)))
        .isEqualTo("{\"ordersReport\":[],\"nextPageToken\":null,\"size\":0}");
  }

  @Test
  void body_joinsPiecesWithCommas() {
    List<byte[]> pieces = Stream.of("{\"a\":1}", "{\"b\":2}").map(s -> s.getBytes(UTF_8)).toList();
    assertThat(body(new Page(pieces, "t-_0")))
        .isEqualTo(
            "{\"ordersReport\":[{\"a\":1},{\"b\":2}],\"nextPageToken\":\"t-_0\",\"size\":2}");
  }

  private String body(Page page) {
    OperationRequest request = query(START, END);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    operation
        .render(page, accepted(operation, request), request)
        .segments()
        .forEach(bytes::writeBytes);
    return bytes.toString(UTF_8);
  }

  private Scan scan(String... pairs) {
    return accepted(operation, query(pairs)).scan();
  }

  private static String[] with(String pairs) {
    return Stream.concat(Stream.of(START, END), Arrays.stream(pairs.split("&")))
        .toArray(String[]::new);
  }

  private String token(String... pairs) {
    ListingQuery query = accepted(operation, query(pairs));
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), LAST);
    return Requests.TOKENS.seal(token, operation.spec().operationId(), Requests.CALLER, NOW);
  }
}
