package daybook.http;

import static daybook.http.PagingTest.token;
import static daybook.http.TestServer.NOW;
import static daybook.http.TestServer.TRANSACTIONS;
import static daybook.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of getTransactions over the wire (CONTRACT 1.6, 2, 4.6, 5, 7). */
final class TransactionsTest {

  static final String YEAR = "?feedStartDate=2025-01-01T00:00:00Z&feedEndDate=2026-01-01";
  private static final Pattern ID = Pattern.compile("\"transactionId\":\"([^\"]+)\"");

  @TempDir static Path directory;
  private static TestServer server;
  private static int accounts;

  // Every test has an account of its own.
  private AccountId account;
  private String token;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.GENEROUS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    account = new AccountId("buyer-" + ++accounts);
    server.addAccount(account);
    token = server.tokenFor(account, Role.BUSINESS_PURCHASE_RECONCILIATION);
  }

  private Answer get(String query) {
    return server.getAs(token, TRANSACTIONS + query);
  }

  private void fed(String id, String instant) {
    server.writeTransactions(
        account, List.of(SampleTransactions.charge(id, Instant.parse(instant))));
  }

  static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    ID.matcher(answer.body()).results().forEach(match -> ids.add(match.group(1)));
    return ids;
  }

  @Test
  void published_isAnsweredAsPublished() {
    server.writeTransactions(account, GoldenTransactions.published());
    Answer answer = get("?feedStartDate=2023-01-01T00:00:00Z&feedEndDate=2024-04-24T00:00:00Z");
    assertThat(ids(answer))
        .containsExactly(
            "6XZQYLZOW1S", "5XWRJ9D1DH1R", "2pQhc4tpJbBydGkURsZl", "3Q9IwkUp5KALWzoHgABc");
    assertThat(answer.body()).startsWith("{\"transactions\":[{\"marketplaceId\":");
    assertThat(answer.body()).endsWith("}]}],\"nextPageToken\":null}");
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("2.0");
    assertThat(answer.header("x-amzn-requestid")).isPresent();
  }

  @ParameterizedTest(name = "CONTRACT 2 #9, by feed date, both ends inclusive: {0} to {1}")
  @CsvSource({
    "2025-03-04T05:36:19.351Z, 2025-03-04T05:36:19.351Z, true",
    "2025-03-04T05:36:19.352Z, 2025-03-05, false",
    "2025-03-04, 2025-03-04T05:36:19.350Z, false",
    "2025-03-04, 2025-03-04T05:36:19Z, false",
    "2025-03-04T05:06:00Z, 2025-03-04T05:07:00Z, false"
  })
  void range_isThatOfTheFeedDate(String from, String to, boolean found) {
    fed("T1", SampleTransactions.FED.toString());
    List<String> ids = ids(get("?feedStartDate=" + from + "&feedEndDate=" + to));
    assertThat(ids).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest(name = "CONTRACT 2 #10: {0}")
  @ValueSource(
      strings = {
        "2025-03-04T05:36:19.351Z",
        "2025-03-04T05:36:19.351",
        "2025-03-04T06:36:19.351+01:00",
        "2025-03-04T06:36:19.351%2B0100",
        "2025-03-04T00:36:19.351-05",
        "2025-03-04T05:36:19.351%20UTC",
        "2025-03-04%2005:36:19.351"
      })
  void dates_areReadInEverySpelling(String date) {
    fed("T1", SampleTransactions.FED.toString());
    assertThat(ids(get("?feedStartDate=" + date + "&feedEndDate=" + date))).containsExactly("T1");
  }

  @Test
  void range_whollyInTheFutureIsEmpty() {
    fed("T1", "2025-07-01T00:00:00Z");
    assertThat(get("?feedStartDate=2025-07-01&feedEndDate=2025-07-02").body())
        .isEqualTo("{\"transactions\":[],\"nextPageToken\":null}");
  }

  @ParameterizedTest(name = "CONTRACT 2 #7, #11: {0}")
  @ValueSource(
      strings = {
        "?nextPageToken=$",
        "?pageToken=$",
        YEAR + "&nextPageToken=$",
        YEAR + "?nextPageToken=$",
        "?feedStartDate=2020-01-01&feedEndDate=2019-01-01&nextPageToken=$",
        "?feedStartDate=yesterday&nextPageToken=$",
        "/?nextPageToken=$"
      })
  void token_winsOverAllElse(String query) {
    server.writeTransactions(account, many());
    String page = token(get(YEAR));
    for (String form : List.of(page, encoded(page), encoded(encoded(page)))) {
      assertThat(ids(get(query.replace("$", form)))).first().isEqualTo("100");
    }
  }

  @Test
  void accounts_seeOnlyTheirOwn() {
    fed("T1", SampleTransactions.FED.toString());
    AccountId rival = new AccountId("rival");
    server.addAccount(rival);
    server.writeTransactions(rival, List.of(SampleTransactions.charge("T2")));
    String access = server.tokenFor(rival, Role.BUSINESS_PURCHASE_RECONCILIATION);
    assertThat(ids(server.getAs(access, TRANSACTIONS + YEAR))).containsExactly("T2");
    assertThat(ids(get(YEAR))).containsExactly("T1");
  }

  @Test
  void typesOfOneIdentifier_areAllShown() {
    List.of(TransactionType.values())
        .forEach(
            type ->
                server.writeTransactions(
                    account, List.of(SampleTransactions.draft("T1").type(type).build())));
    assertThat(ids(get(YEAR))).containsExactly("T1", "T1", "T1");
  }

  @Test
  void transactionThatIsFedLater_movesAndIsShownOnce() {
    fed("T1", "2025-02-01T00:00:00Z");
    fed("T1", "2025-03-01T00:00:00Z");
    Answer answer = get(YEAR);
    assertThat(ids(answer)).containsExactly("T1");
    assertThat(answer.body()).contains("\"feedDate\":\"2025-03-01T00:00:00Z\"");
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of(
            "REC sandbox",
            "?feedStartDate=incorrectFormatDate&feedEndDate=2020-08-01T00:00:00",
            error("Input date [incorrectFormatDate] is not in the expected ISO8601 format.", null)),
        Arguments.of(
            "both bad",
            "?feedStartDate=a&feedEndDate=b",
            error("Input date [a] is not in the expected ISO8601 format.", null)
                + ","
                + error("Input date [b] is not in the expected ISO8601 format.", null)),
        Arguments.of(
            "end missing",
            "?feedStartDate=2025-01-01",
            error(
                "The required parameter feedEndDate is missing.",
                "Please provide the required parameter feedEndDate in the request.")),
        Arguments.of(
            "start after end",
            "?feedStartDate=2025-02-01&feedEndDate=2025-01-01",
            error(
                "The feedStartDate must be before or equal to feedEndDate.",
                "Please ensure feedStartDate is chronologically before feedEndDate.")),
        Arguments.of(
            "bad token",
            "?nextPageToken=token123",
            error(
                "The parameter nextPageToken is invalid or has expired.",
                "Please provide the nextPageToken of the previous response, or start again"
                    + " without it.")));
  }

  private static String error(String message, String details) {
    return "{\"code\":\"INVALID_REQUEST_PARAMETER\",\"message\":\""
        + message
        + "\""
        + (details == null ? "" : ",\"details\":\"" + details + "\"")
        + "}";
  }

  @ParameterizedTest(name = "CONTRACT 4.6, {0}")
  @MethodSource("badRequests")
  void parameter_bad(String row, String query, String errors) {
    Answer answer = get(query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"errors\":[" + errors + "]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("2.0");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, token missing or bad is 401 here: {0}")
  @ValueSource(strings = {"-", "", "x", "Atza|x.y.z", "Bearer x"})
  void token_thatSaysNothingIs401(String text) {
    Answer answer = server.getAs(text.equals("-") ? null : text, TRANSACTIONS + YEAR);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"Unauthorized\"");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("2.0");
  }

  @Test
  void token_expiredIs403() {
    String old = server.accessTokens.issue(server.grant.grant(), NOW.minus(Duration.ofHours(1)));
    Answer answer = server.getAs(old, TRANSACTIONS + YEAR);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("The access token you provided has expired.");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("2.0");
  }

  @Test
  void role_ofReportsAloneIs403() {
    String other = server.tokenFor(account, Role.AMAZON_BUSINESS_ANALYTICS);
    assertThat(server.getAs(other, TRANSACTIONS + YEAR).status()).isEqualTo(403);
    assertThat(get(YEAR).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void otherMethods_are403(String method) {
    Answer answer =
        server.send(TestServer.request(method, TRANSACTIONS + YEAR, server.accessToken));
    assertThat(answer.status()).isEqualTo(403);
  }

  static List<Transaction> many() {
    List<Transaction> many = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      many.add(GoldenTransactions.bare("%03d".formatted(i), SampleTransactions.FED));
    }
    return many;
  }
}
