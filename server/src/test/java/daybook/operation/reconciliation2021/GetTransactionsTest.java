package daybook.operation.reconciliation2021;

import static daybook.listing.Requests.CALLER;
import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.TOKENS;
import static daybook.listing.Requests.accepted;
import static daybook.listing.Requests.messages;
import static daybook.listing.Requests.query;
import static daybook.listing.Requests.refused;
import static daybook.listing.Requests.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.PageToken;
import daybook.contract.Role;
import daybook.listing.ListingQuery;
import daybook.listing.Requests;
import daybook.store.Position;
import daybook.store.Scan;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What getTransactions reads from a request, and how it answers (CONTRACT 1.6). */
final class GetTransactionsTest {

  private static final String START = "feedStartDate=2025-01-01T00:00:00Z";
  private static final String END = "feedEndDate=2025-04-24T00:00:00Z";
  private static final Position LAST =
      new Position(Instant.parse("2025-01-20T00:00:00.123Z"), "T1/CHARGE");

  private final GetTransactions operation = new GetTransactions(false);

  @Test
  void operation_isAsTheModelSays() {
    OperationSpec spec = operation.spec();
    assertThat(spec.path()).isEqualTo("/reconciliation/2021-01-08/transactions");
    assertThat(spec.role()).isEqualTo(Role.BUSINESS_PURCHASE_RECONCILIATION);
    assertThat(spec.plan().header()).isEqualTo("2.0");
    assertThat(spec.plan().burst()).isEqualTo(10);
    assertThat(spec.dialect()).isEqualTo(Dialect.BUSINESS_2021);
  }

  @Test
  void request_asksForItsRangeInPagesOf100() {
    assertThat(accepted(operation, query(START, END)).scan())
        .isEqualTo(
            new Scan(
                CALLER.account(),
                TransactionView.ID,
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-04-24T00:00:00Z"),
                null,
                100,
                List.of()));
  }

  @ParameterizedTest(name = "CONTRACT 2 #10: {0}")
  @CsvSource({
    "2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "2025-01-01T01:00:00.115+01:00, 2025-01-01T00:00:00.115Z",
    "2025-01-01T00:00:00.000 UTC, 2025-01-01T00:00:00Z",
    "2025-01-01T01:00:00 0100, 2025-01-01T00:00:00Z",
    "2025-01-01T00:00:00, 2025-01-01T00:00:00Z",
    "2025-01-01, 2025-01-01T00:00:00Z"
  })
  void dates_areReadInEverySpelling(String text, String instant) {
    assertThat(accepted(operation, query("feedStartDate=" + text, END)).scan().from())
        .isEqualTo(Instant.parse(instant));
    assertThat(
            accepted(operation, query("feedStartDate=2000-01-01", "feedEndDate=" + text))
                .scan()
                .to())
        .isEqualTo(Instant.parse(instant));
  }

  @Test
  void range_mayBeOfAnyLength() {
    assertThat(accepted(operation, query("feedStartDate=1999-01-01", "feedEndDate=2025-06-01")))
        .isNotNull();
  }

  @Test
  void range_mayBeOneInstant() {
    Scan scan =
        accepted(operation, query("feedStartDate=2025-01-01", "feedEndDate=2025-01-01")).scan();
    assertThat(scan.from()).isEqualTo(scan.to());
  }

  @ParameterizedTest(name = "nothing is shown before its feed date: {0}")
  @ValueSource(strings = {"2025-06-01T12:00:00.001Z", "2025-06-01T13:00:00Z", "9999-12-31"})
  void end_inTheFutureIsNow(String end) {
    assertThat(accepted(operation, query(START, "feedEndDate=" + end)).scan().to()).isEqualTo(NOW);
  }

  @Test
  void end_isCutToMillisecondsLikeTheToken() {
    Instant now = Instant.parse("2025-06-01T12:00:00.123456789Z");
    assertThat(
            accepted(operation, request(now, Map.of(), START, "feedEndDate=2026-01-01"))
                .scan()
                .to())
        .isEqualTo(Instant.parse("2025-06-01T12:00:00.123Z"));
  }

  @Test
  void range_whollyInTheFutureIsAsked() {
    Scan scan =
        accepted(operation, query("feedStartDate=2030-01-01", "feedEndDate=2030-02-01")).scan();
    assertThat(scan.to()).isBefore(scan.from());
  }

  @Test
  void dates_areRequired() {
    assertThat(messages(refused(operation, query())))
        .containsExactly(
            "The required parameter feedStartDate is missing.",
            "The required parameter feedEndDate is missing.");
    assertThat(messages(refused(operation, query(START, "feedEndDate="))))
        .containsExactly("The required parameter feedEndDate is missing.");
  }

  @Test
  void dates_thatAreNoneAreRefusedAsInTheSandbox() {
    List<Fault> faults =
        refused(operation, query("feedStartDate=incorrectFormatDate", "feedEndDate=x"));
    assertThat(messages(faults))
        .containsExactly(
            "Input date [incorrectFormatDate] is not in the expected ISO8601 format.",
            "Input date [x] is not in the expected ISO8601 format.");
    assertThat(((Fault.BadParameter) faults.get(0)).details()).isNull();
  }

  @Test
  void start_afterTheEndIsRefused() {
    assertThat(messages(refused(operation, query("feedStartDate=2025-04-24T00:00:00.001Z", END))))
        .containsExactly("The feedStartDate must be before or equal to feedEndDate.");
  }

  @ParameterizedTest(name = "CONTRACT 2 #7: {0}")
  @ValueSource(
      strings = {
        "nextPageToken=$",
        "pageToken=$",
        "nextPageToken=$ feedStartDate=2025-01-01T00:00:00Z feedEndDate=2025-04-24T00:00:00Z",
        "nextPageToken=$ feedStartDate=2019-01-01 feedEndDate=2018-01-01",
        "nextPageToken=$ feedStartDate=nonsense",
        "feedEndDate=2024-04-24T00:00:00Z?nextPageToken=$"
      })
  void token_winsOverAllElse(String pairs) {
    String[] sent = pairs.replace("$", token(START, END)).split(" ");
    Scan scan = accepted(operation, query(sent)).scan();
    assertThat(scan.from()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(scan.to()).isEqualTo(Instant.parse("2025-04-24T00:00:00Z"));
    assertThat(scan.after()).isEqualTo(LAST);
  }

  @Test
  void token_mustBeAloneInTheStrictProfile() {
    GetTransactions strict = new GetTransactions(true);
    String token = "nextPageToken=" + token(START, END);
    assertThat(accepted(strict, query(token)).scan().after()).isEqualTo(LAST);
    for (String other : new String[] {START, "feedEndDate=junk"}) {
      assertThat(refused(strict, query(token, other)))
          .extracting(Fault::reason)
          .containsExactly("sent beside the page token: " + other.substring(0, other.indexOf('=')));
    }
    assertThat(accepted(strict, query(token, "feedStartDate=")).scan().after()).isEqualTo(LAST);
    assertThat(accepted(strict, query(START, END))).isNotNull();
  }

  @Test
  void token_keepsTheUpperBoundOfPageOne() {
    String token = token(START, "feedEndDate=2026-01-01");
    Scan later =
        accepted(
                operation,
                request(NOW.plus(Duration.ofHours(5)), Map.of(), "nextPageToken=" + token))
            .scan();
    assertThat(later.to()).isEqualTo(NOW);
  }

  @Test
  void token_mustBeAloneWhenTheSwitchIsOn() {
    GetTransactions strict = new GetTransactions(true);
    String token = "nextPageToken=" + token(START, END);
    assertThat(accepted(strict, query(token, "feedStartDate=", "foo=bar"))).isNotNull();
    assertThat(messages(refused(strict, query(token, "feedEndDate=2025-01-01"))))
        .containsExactly("The parameter nextPageToken must be the only parameter.");
  }

  @Test
  void token_thatIsBadIsTheOnlyFault() {
    List<Fault> faults = refused(operation, query("nextPageToken=token123", "feedEndDate=x"));
    assertThat(messages(faults))
        .containsExactly("The parameter nextPageToken is invalid or has expired.");
  }

  @Test
  void token_ofAnotherCallerOrOperationIsRefused() {
    String token = token(START, END);
    assertThat(
            refused(
                operation,
                request(Requests.caller("rival"), NOW, Map.of(), "nextPageToken=" + token)))
        .hasSize(1);
    String foreign = TOKENS.seal(new PageToken("", NOW, LAST), "getOrderReports", CALLER, NOW);
    assertThat(refused(operation, query("nextPageToken=" + foreign)))
        .extracting(Fault::reason)
        .containsExactly("page token of operation getOrderReports");
  }

  @Test
  void token_expiresAfterADay() {
    String token = token(START, END);
    assertThat(
            refused(
                operation,
                request(NOW.plus(Duration.ofHours(24)), Map.of(), "nextPageToken=" + token)))
        .hasSize(1);
  }

  @Test
  void unknownParameters_areIgnored() {
    assertThat(accepted(operation, query(START, END, "region=US", "size=5")).scan())
        .isEqualTo(accepted(operation, query(START, END)).scan());
  }

  @Test
  void body_hasNoSize() {
    ListingQuery query = accepted(operation, query(START, END));
    assertThat(text(operation.render(new Page(List.of(), null), query, query(START, END))))
        .isEqualTo("{\"transactions\":[],\"nextPageToken\":null}");
    List<byte[]> two = List.of("{\"a\":1}".getBytes(UTF_8), "{\"b\":2}".getBytes(UTF_8));
    assertThat(text(operation.render(new Page(two, "next"), query, query(START, END))))
        .isEqualTo("{\"transactions\":[{\"a\":1},{\"b\":2}],\"nextPageToken\":\"next\"}");
  }

  private String token(String... pairs) {
    ListingQuery query = accepted(operation, query(pairs));
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), LAST);
    return TOKENS.seal(token, operation.spec().operationId(), CALLER, NOW);
  }

  private static String text(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.segments().forEach(bytes::writeBytes);
    return bytes.toString(UTF_8);
  }
}
