package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.Orders2021Test.DATES;
import static daybook.http.Orders2021Test.ORDERS;
import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.access.NewGrant;
import daybook.contract.Role;
import daybook.domain.OrderStatus;
import daybook.domain.SampleOrders;
import daybook.operation.Catalogue;
import daybook.operation.reporting2021.DateLimits;
import daybook.operation.reporting2021.OrderSwitches;
import daybook.operation.reporting2021.StatusSpelling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals and switches of Reporting 2021 (CONTRACT 4.6, 2 #4, #20, #22), over the wire. */
final class Orders2021RefusalsTest {

  private static final String BY_ID = ORDERS + "/1";
  private static final String INVALID = "\"code\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"";

  @TempDir static Path directory;
  @TempDir static Path strictDirectory;
  @TempDir static Path limitedDirectory;
  private static TestServer server;
  private static TestServer strict;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.GENEROUS);
    strict =
        new TestServer(
            strictDirectory,
            TestServer.UNLIMITED.with(
                new Catalogue(
                    Catalogue.Switches.OF_CONTRACT.with(
                        new OrderSwitches(
                            StatusSpelling.OBSERVED, DateLimits.STRICT, true, true)))));
    for (TestServer each : List.of(server, strict)) {
      each.write(
          ACME,
          List.of(
              SampleOrders.draft("1")
                  .status(OrderStatus.PENDING_FULFILLMENT)
                  .placedAt(NOW.minus(Duration.ofDays(2)))
                  .build()));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    strict.close();
  }

  @ParameterizedTest(name = "CONTRACT 2 #22, 4.6, missing is 401: {0}")
  @ValueSource(strings = {ORDERS + DATES, ORDERS, BY_ID, ORDERS + "/none"})
  void token_missing(String target) {
    for (String none : new String[] {null, ""}) {
      assertDenied(
          server.getAs(none, target), 401, "Access token is missing in the request header.");
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #22, 4.6, malformed, unknown or revoked is 401: {0}")
  @ValueSource(strings = {ORDERS + DATES, BY_ID})
  void token_malformedOrRevoked(String target) {
    String details = "The access token you provided is revoked, malformed or invalid.";
    String good = server.accessToken;
    for (String token : new String[] {"x", "Atza|", "Atza|x.y.z", good + "x", "Bearer " + good}) {
      assertDenied(server.getAs(token, target), 401, details);
    }
    NewGrant grant =
        server.registrar.createGrant(
            server.application.clientId(), ACME, Set.of(Role.AMAZON_BUSINESS_ANALYTICS));
    String token = server.accessTokens.issue(grant.grant(), NOW);
    server.registrar.revokeGrant(grant.grant().grantId());
    server.revoked.refresh();
    assertDenied(server.getAs(token, target), 401, details);
  }

  @ParameterizedTest(name = "CONTRACT 2 #22, 4.6, expired is 403: {0}")
  @ValueSource(strings = {ORDERS + DATES, BY_ID})
  void token_expired(String target) {
    String token = server.accessTokens.issue(server.grant.grant(), NOW.minus(Duration.ofHours(1)));
    assertDenied(server.getAs(token, target), 403, "The access token you provided has expired.");
  }

  @ParameterizedTest(name = "CONTRACT 4.3, no role is 403: {0}")
  @ValueSource(strings = {ORDERS + DATES, BY_ID, ORDERS + "/none"})
  void role_missing(String target) {
    String token = server.tokenFor(ACME, Role.BUSINESS_PURCHASE_RECONCILIATION);
    assertDenied(server.getAs(token, target), 403, "");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, v2021 400: \"{0}\"")
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Bad number of query parameters. Please specify either a date range or a purchase order"
            + " number.\"}",
        "?startDate=&endDate=|Bad number of query parameters. Please specify either a date range or"
            + " a purchase order number.\"}",
        "?startDate=2025-01-01|The required parameter endDate is missing.\",\"details\":\"Please"
            + " provide the required parameter endDate in the request.\"}",
        "?endDate=2025-01-01|The required parameter startDate is missing.\",\"details\":\"Please"
            + " provide the required parameter startDate in the request.\"}",
        "?startDate=2020-12-01T00:00:00&endDate=2020-08-01T00:00:00|The startDate must be before or"
            + " equal to endDate.\",\"details\":\"Please ensure startDate is chronologically before"
            + " endDate.\"}",
        "?startDate=yesterday&endDate=2025-01-01|Input date [yesterday] is not in the expected"
            + " ISO8601 format.\"}",
        "?nextPageToken=x|The parameter nextPageToken is invalid or has"
            + " expired.\",\"details\":\"Please provide the nextPageToken of the previous response,"
            + " or start again without it.\"}"
      })
  void parameter_bad(String query, String entry) {
    Answer answer = server.get(ORDERS + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"errors\":[{" + INVALID + entry + "]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("0.5");
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
    assertCommonHeaders(answer);
  }

  @Test
  void query_thatCannotBeReadIsRefusedByTheGateway() {
    for (String target : new String[] {ORDERS + "?startDate=%", ORDERS + "/%zz"}) {
      Answer answer = server.get(target);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo("{\"errors\":[{\"code\":\"InvalidInput\",\"message\":null}]}");
    }
  }

  @Test
  void throttled_isToldTheRateAndOtherOperationsAreNot() {
    try (TestServer limited = new TestServer(limitedDirectory, TestServer.LIMITED)) {
      for (int i = 0; i < 10; i++) {
        assertThat(limited.get(ORDERS + "/none").status()).isEqualTo(404);
      }
      Answer answer = limited.get(ORDERS + "/none");
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.body())
          .isEqualTo(
              "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota for"
                  + " the requested resource.\",\"details\":\"\"}]}");
      assertThat(answer.header("x-amzn-ratelimit-limit")).contains("0.5");
      assertThat(answer.header("retry-after")).contains("2");
      assertThat(limited.get(ORDERS + DATES).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #20, switched on: {0} is {1}")
  @CsvSource({
    "?startDate=2025-05-30T12:00:00Z&endDate=2025-05-31T12:00:00Z,200",
    "?startDate=2025-05-30T12:00:00Z&endDate=2025-05-31T12:00:00.001Z,400",
    "?startDate=2025-05-02T12:00:00Z&endDate=2025-05-02T13:00:00Z,200",
    "?startDate=2025-05-02T11:59:59Z&endDate=2025-05-02T13:00:00Z,400"
  })
  void dates_areLimitedWhenTheSwitchIsOn(String query, int status) {
    assertThat(strict.get(ORDERS + query).status()).isEqualTo(status);
    assertThat(server.get(ORDERS + query).status()).isEqualTo(200);
  }

  @Test
  void unknownOrder_isAnEmptyListWhenTheSwitchIsOn() {
    Answer answer = strict.get(ORDERS + "/none?includeLineItems=true");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"orders\":[],\"nextPageToken\":null,\"size\":0}");
    assertThat(ids(strict.get(BY_ID))).containsExactly("1");
  }

  @Test
  void states_areSpelledAsObservedWhenTheSwitchIsOn() {
    String query =
        "?startDate=2025-05-30T00:00:00Z&endDate=2025-05-31T00:00:00Z&includeShipments=true";
    for (String target : new String[] {ORDERS + query, BY_ID + "?includeShipments=true"}) {
      assertThat(strict.get(target).body())
          .contains("\"orderStatus\":\"PENDING_FULFILLMENT\"")
          .contains("\"shipmentStatus\":\"SHIPPED\"");
      assertThat(server.get(target).body())
          .contains("\"orderStatus\":\"Pending Fulfillment\"")
          .contains("\"shipmentStatus\":\"Shipped\"");
    }
  }

  private static void assertDenied(Answer answer, int status, String details) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"Unauthorized\",\"message\":\"Access to requested resource is"
                + " denied.\",\"details\":\""
                + details
                + "\"}]}");
    assertThat(answer.header("x-amzn-errortype")).contains("AccessDeniedException");
    assertCommonHeaders(answer);
  }
}
