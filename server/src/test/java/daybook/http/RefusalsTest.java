package daybook.http;

import static daybook.http.TestServer.NOW;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.access.NewGrant;
import daybook.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of CONTRACT 4.6 over the wire: status, body and headers, for both operations. */
final class RefusalsTest {

  private static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.GENEROUS);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "CONTRACT 4.6, no x-amz-access-token: {0}")
  @ValueSource(strings = {REPORTS + RANGE, BY_PO})
  void token_missing(String target) {
    assertDenied(server.getAs(null, target), "Access token is missing in the request header.");
    assertDenied(server.getAs("", target), "Access token is missing in the request header.");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, token bad, revoked: {0}")
  @ValueSource(strings = {REPORTS + RANGE, BY_PO})
  void token_malformed(String target) {
    String details = "The access token you provided is revoked, malformed or invalid.";
    String good = server.accessToken;
    for (String token :
        new String[] {
          "x", "Atza|", "Atza|x.y.z", good + "x", good.substring(5), "Bearer " + good
        }) {
      assertDenied(server.getAs(token, target), details);
    }
  }

  @ParameterizedTest(name = "CONTRACT 4.6, token bad, revoked: {0}")
  @ValueSource(strings = {REPORTS + RANGE, BY_PO})
  void token_ofARevokedGrant(String target) {
    NewGrant grant =
        server.registrar.createGrant(
            server.application.clientId(), TestServer.ACME, Set.of(Role.values()));
    String token = server.accessTokens.issue(grant.grant(), NOW);
    assertThat(server.getAs(token, target).status()).isEqualTo(200);
    server.registrar.revokeGrant(grant.grant().grantId());
    server.revoked.refresh();
    assertDenied(
        server.getAs(token, target),
        "The access token you provided is revoked, malformed or invalid.");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, token expired: {0}")
  @ValueSource(strings = {REPORTS + RANGE, BY_PO})
  void token_expired(String target) {
    String token = server.accessTokens.issue(server.grant.grant(), NOW.minus(Duration.ofHours(1)));
    assertDenied(server.getAs(token, target), "The access token you provided has expired.");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, no role: {0}")
  @ValueSource(strings = {REPORTS + RANGE, BY_PO})
  void role_missing(String target) {
    String token =
        server.tokenFor(TestServer.ACME, Role.BUSINESS_PURCHASE_RECONCILIATION, Role.TAX_INVOICING);
    assertDenied(server.getAs(token, target), "");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, unknown path: {0}")
  @ValueSource(
      strings = {
        "GET /",
        "GET /nowhere",
        "GET /Reports/2025-06-09/orderReports",
        "GET /reports/2025-06-09/orderreports",
        "GET /reports/2025-06-09/orderReports/1",
        "GET /reports/2025-06-09//orderReports",
        "GET //reports/2025-06-09/orderReports",
        "GET /reports/2025-06-09/orderReports;a=b",
        "GET /reports/2025-06-09/purchaseOrders/PO-1",
        "GET /reports/2025-06-09/purchaseOrders/PO/1/orderReports",
        "GET /reports%2F2025-06-09/orderReports",
        "POST /reports/2025-06-09/orderReports",
        "PUT /reports/2025-06-09/orderReports",
        "DELETE /reports/2025-06-09/orderReports",
        "PATCH /reports/2025-06-09/orderReports",
        "OPTIONS /reports/2025-06-09/orderReports",
        "TRACE /reports/2025-06-09/orderReports",
        "BREW /reports/2025-06-09/orderReports",
        "POST /health/live",
        "GET /auth/o2/token",
        "GET /metrics/x"
      })
  void path_unknown(String line) {
    String[] parts = line.split(" ", -1);
    assertDenied(server.send(request(parts[0], parts[1], server.accessToken)), "");
    assertDenied(server.send(request(parts[0], parts[1], null)), "");
  }

  static Stream<Arguments> badRequests() {
    String missing = "The required parameter %s is missing.";
    String provide = "Please provide the required parameter %s in the request.";
    return Stream.of(
        bad(
            "start missing",
            REPORTS + "?orderEndDate=2025-04-01T00:00:00Z",
            error(missing.formatted("orderStartDate"), provide.formatted("orderStartDate"))),
        bad(
            "both missing",
            REPORTS,
            error(missing.formatted("orderStartDate"), provide.formatted("orderStartDate"))
                + ","
                + error(missing.formatted("orderEndDate"), provide.formatted("orderEndDate"))),
        bad(
            "start > end",
            REPORTS + "?orderStartDate=2025-04-01T00:00:00Z&orderEndDate=2025-02-01T00:00:00Z",
            error(
                "The orderStartDate must be before or equal to orderEndDate.",
                "Please ensure orderStartDate is chronologically before orderEndDate.")),
        bad(
            "start more than 366 days before end",
            REPORTS + "?orderStartDate=2024-01-01&orderEndDate=2025-01-02",
            error(
                "The orderStartDate must not be more than 366 days before orderEndDate.",
                "Please ensure the range from orderStartDate to orderEndDate is 366 days or"
                    + " shorter.")),
        bad(
            "end in the future",
            REPORTS + "?orderStartDate=2025-06-01&orderEndDate=2025-06-01T12:01:01Z",
            error(
                "The orderEndDate must not be in the future.",
                "Please ensure orderEndDate is not later than the current time.")),
        bad(
            "bad date",
            REPORTS + "?orderStartDate=%22%3C%0A&orderEndDate=2025-06-01",
            error(
                "The parameter orderStartDate is not in the expected ISO 8601 format.",
                "Please provide orderStartDate as a date and time such as 2025-01-31T00:00:00Z.")),
        bad(
            "unknown status",
            REPORTS + RANGE + "&orderStatuses=CLOSED,SHIPPED",
            error(
                "The parameter orderStatuses contains an unknown value.",
                "Please provide only values of PENDING_APPROVAL, PAYMENT_CONFIRMED,"
                    + " PENDING_FULFILLMENT, PENDING, CANCELLED, CLOSED in orderStatuses.")),
        bad("unknown region", REPORTS + RANGE + "&region=EU", regionError()),
        bad("unknown region, PO", BY_PO + "?region=EU", regionError()),
        bad("PO empty", "/reports/2025-06-09/purchaseOrders//orderReports", purchaseOrderError()),
        bad(
            "PO blank",
            "/reports/2025-06-09/purchaseOrders/%20%09/orderReports",
            purchaseOrderError()),
        bad("damaged page token", REPORTS + RANGE + "&nextPageToken=123asda", tokenError()),
        bad("damaged page token, PO", BY_PO + "?pageToken=123asda", tokenError()));
  }

  @ParameterizedTest(name = "CONTRACT 4.6, Business 400, {0}")
  @MethodSource("badRequests")
  void parameter_bad(String row, String target, String errors) {
    Answer answer = server.get(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"errors\":[" + errors + "]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("0.5");
    assertThat(answer.header("x-amzn-errortype")).isEmpty();
    assertCommonHeaders(answer);
  }

  @ParameterizedTest(name = "CONTRACT 4.6, query string not parseable by the gateway: {0}")
  @ValueSource(
      strings = {
        REPORTS + "?orderStartDate=%zz",
        REPORTS + "?orderStartDate=%",
        REPORTS + "?orderStartDate=%2",
        REPORTS + "?%=",
        REPORTS + "?a=%00",
        REPORTS + "?orderStartDate=%ff",
        REPORTS + "?a=\u00ff",
        "/reports/2025-06-09/purchaseOrders/%C3/orderReports",
        "/reports/2025-06-09/purchaseOrders/%g0/orderReports",
        "/reports/2025-06-09/purchaseOrders/50%/orderReports",
        "/reports/../reports",
        "/reports/%2e%2e/reports"
      })
  void target_unreadable(String target) {
    Answer answer = server.get(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"errors\":[{\"code\":\"InvalidInput\",\"message\":null}]}");
    assertThat(answer.header("x-amzn-errortype")).contains("InvalidQueryStringException");
    assertCommonHeaders(answer);
  }

  @Test
  void userAgent_ofMoreThan500CharactersIsRefused() {
    assertThat(server.get(REPORTS + RANGE, "User-Agent: " + "u".repeat(500)).status())
        .isEqualTo(200);
    Answer answer = server.get(REPORTS + RANGE, "User-Agent: " + "u".repeat(501));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"The user-agent header is longer"
                + " than 500 characters.\",\"details\":\"Please send a user-agent of at most 500"
                + " characters.\"}]}");
    assertCommonHeaders(answer);
  }

  @Test
  void token_isLookedAtBeforeParameters() {
    assertThat(server.getAs(null, REPORTS + "?region=EU").status()).isEqualTo(403);
  }

  private static void assertDenied(Answer answer, String details) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"Unauthorized\",\"message\":\"Access to requested resource is"
                + " denied.\",\"details\":\""
                + details
                + "\"}]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).isEmpty();
    assertThat(answer.header("x-amzn-errortype")).contains("AccessDeniedException");
    assertCommonHeaders(answer);
  }

  static void assertCommonHeaders(Answer answer) {
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.header("content-length"))
        .contains(
            Integer.toString(
                answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
    assertThat(answer.header("x-amzn-requestid").orElse(""))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(answer.header("x-amz-apigw-id").orElse("")).matches("[A-Za-z0-9+/]{15}=");
    assertThat(answer.header("x-amzn-trace-id").orElse(""))
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
    assertThat(answer.header("server")).isEmpty();
  }

  private static Arguments bad(String row, String target, String errors) {
    return Arguments.of(row, target, errors);
  }

  private static String error(String message, String details) {
    return "{\"code\":\"INVALID_REQUEST_PARAMETER\",\"message\":\""
        + message
        + "\",\"details\":\""
        + details
        + "\"}";
  }

  private static String regionError() {
    return error(
        "The parameter region contains an unknown value.",
        "Please provide only values of DE, FR, UK, IT, ES, IN, US, CA, MX, JP, AU in region.");
  }

  private static String purchaseOrderError() {
    return error(
        "The required parameter purchaseOrderNumber is missing or invalid.",
        "Please provide a valid purchase order number.");
  }

  private static String tokenError() {
    return error(
        "The parameter nextPageToken is invalid or has expired.",
        "Please provide the nextPageToken of the previous response, or start again without it.");
  }
}
