package daybook.http;

import static daybook.http.SellerCalls.CREATED;
import static daybook.http.SellerCalls.TOKENS;
import static daybook.http.SellerCalls.UPDATED;
import static daybook.http.SellerCalls.restricted;
import static daybook.http.SellerCalls.tokenRequest;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.NOW;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.TRANSACTIONS;
import static daybook.http.TestServer.encoded;
import static daybook.http.TestServer.request;
import static daybook.web.OpenApi.DESCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.contract.Role;
import daybook.domain.SampleOrders;
import daybook.domain.seller.SampleSellerOrders;
import daybook.operation.Catalogue;
import daybook.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers over a socket are what the description says: status, body and headers. */
final class DescribedAnswersTest {

  private static final String ORDERS = "/reports/2021-01-08/orders";
  private static final String DATES =
      "?startDate=2025-01-01T00:00:00Z&endDate=2025-06-01T00:00:00Z";
  private static final String FED = "?feedStartDate=2023-01-01&feedEndDate=2025-06-01";
  private static final String LISTS =
      "includeLineItems=true&includeShipments=1&includeCharges=True";

  /** A good request of each operation; where it has a body, it stands after a space. */
  private static final Map<String, List<String>> GOOD =
      Map.of(
          "getOrderReports",
          List.of(REPORTS + RANGE, REPORTS + RANGE + "&region=JP"),
          "getOrderReportsByPurchaseOrderNumber",
          List.of("/reports/2025-06-09/purchaseOrders/PO-1/orderReports"),
          "getOrdersByOrderDate",
          List.of(
              ORDERS + DATES, ORDERS + DATES + "&" + LISTS, ORDERS + DATES + "&includeCharges=1"),
          "getOrdersByOrderId",
          List.of(ORDERS + "/1", ORDERS + "/1?" + LISTS),
          "getTransactions",
          List.of(TRANSACTIONS + FED),
          "getOrders",
          List.of(CREATED, UPDATED, CREATED + "&MaxResultsPerPage=1", CREATED + "&IsISPU=true"),
          "createRestrictedDataToken",
          List.of(TOKENS + " " + tokenRequest("buyerInfo")));

  @TempDir static Path directory;
  @TempDir static Path limitedDirectory;
  @TempDir static Path brokenDirectory;
  private static TestServer server;
  private static TestServer limited;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.GENEROUS);
    limited = new TestServer(limitedDirectory, TestServer.LIMITED);
    for (int i = 1; i <= 3; i++) {
      server.write(
          ACME,
          List.of(
              SampleOrders.draft("" + i)
                  .purchaseOrder("PO-1")
                  .lines(i - 2)
                  .placedAt(NOW.minus(Duration.ofDays(i)))
                  .build()));
      server.sell(ACME, SampleSellerOrders.full("114-0000000-000000" + i));
    }
    server.writeTransactions(ACME, GoldenTransactions.all());
  }

  @AfterAll
  static void stop() {
    server.close();
    limited.close();
  }

  static List<OperationSpec> specs() {
    return new Catalogue().operations().stream().map(Operation::spec).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void goodAnswer_isAsDescribed(OperationSpec spec) {
    for (String target : GOOD.get(spec.operationId())) {
      Answer answer = send(server, spec, target, server.accessToken);
      assertThat(answer.status()).as(target).isEqualTo(200);
      assertDescribed(spec, answer);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void refusal_ofACallerIsAsDescribed(OperationSpec spec) {
    String target = GOOD.get(spec.operationId()).get(0);
    String expired =
        server.accessTokens.issue(server.grant.grant(), NOW.minus(Duration.ofHours(1)));
    String elsewhere =
        server.tokenFor(
            ACME, spec.role() == Role.TAX_INVOICING ? Role.TAX_REMITTANCE : Role.TAX_INVOICING);
    assertDescribed(spec, send(server, spec, target, null));
    assertDescribed(spec, send(server, spec, target, "x"));
    assertDescribed(spec, send(server, spec, target, expired));
    assertDescribed(spec, send(server, spec, target, elsewhere));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void refusal_ofARequestIsAsDescribed(OperationSpec spec) {
    String path = GOOD.get(spec.operationId()).get(0).replaceAll("[? ].*", "");
    Set<Integer> seen = new TreeSet<>();
    for (String query :
        new String[] {
          "?a=%",
          "?includeCharges=x",
          "?region=EU",
          "?NextToken=x",
          "/x/y",
          "?a=" + "x".repeat(20_000)
        }) {
      String target = spec.takesBody() ? path + query + " {}" : path + query;
      Answer answer = send(server, spec, target, server.accessToken);
      seen.add(answer.status());
      if (!query.equals("/x/y")) {
        assertDescribed(spec, answer);
      }
    }
    assertThat(seen).contains(400, 403, 414);
    assertDescribed(spec, send(server, spec, path + " " + "x".repeat(65_537), server.accessToken));
    String headers = request(spec.method(), path, server.accessToken, "X: " + "x".repeat(20_000));
    assertDescribed(spec, server.send(headers));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void refusal_ofTooManyCallsIsAsDescribed(OperationSpec spec) {
    String target = GOOD.get(spec.operationId()).get(0);
    Answer answer = send(limited, spec, target, limited.accessToken);
    for (int i = 0; i < spec.plan().burst(); i++) {
      answer = send(limited, spec, target, limited.accessToken);
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("retry-after")).isPresent();
    assertDescribed(spec, answer);
  }

  @Test
  void restrictedAnswer_isAsDescribed() {
    OperationSpec getOrders =
        specs().stream().filter(s -> s.operationId().equals("getOrders")).findFirst().orElseThrow();
    String token =
        restricted(
            server, server.accessToken, "buyerInfo", "shippingAddress", "buyerTaxInformation");
    Answer answer = server.getAs(token, CREATED);
    assertThat(answer.body()).contains("BuyerTaxInformation");
    assertDescribed(getOrders, answer);
  }

  @Test
  void unknownOrder_isAsDescribed() {
    OperationSpec byId =
        specs().stream()
            .filter(s -> s.operationId().equals("getOrdersByOrderId"))
            .findFirst()
            .orElseThrow();
    Answer answer = server.get(ORDERS + "/none");
    assertThat(answer.status()).isEqualTo(404);
    assertDescribed(byId, answer);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "refresh_token, 200",
    "client_credentials, 200",
    "authorization_code, 400",
    "password, 400"
  })
  void accessToken_isAsDescribed(String type, int status) {
    String form =
        "grant_type="
            + type
            + "&scope="
            + encoded("sellingpartnerapi::notifications")
            + "&code=x&refresh_token="
            + encoded(server.grant.credential())
            + "&client_id="
            + server.application.clientId()
            + "&client_secret="
            + encoded(server.application.clientSecret());
    Answer answer = token(form);
    assertThat(answer.status()).isEqualTo(status);
    assertDescribed(DESCRIPTION.operations().get("getAccessToken"), answer);
    assertDescribed(
        DESCRIPTION.operations().get("getAccessToken"), token(form.replace("secret=", "secret=x")));
  }

  @Test
  void healthAndMetrics_areAsDescribed() {
    for (String name : List.of("live", "ready")) {
      Answer answer = server.getAs(null, "/health/" + name);
      assertThat(answer.status()).isEqualTo(200);
      assertDescribed(DESCRIPTION.operations().get(name), answer);
    }
    JsonNode metrics = DESCRIPTION.operations().get("metrics");
    Answer answer = server.getAs(null, "/metrics");
    assertThat(metrics.at("/responses/200/content").has(answer.header("content-type").orElse("")))
        .isTrue();
  }

  @Test
  void failingStore_isAsDescribed() {
    Runnable fail =
        () -> {
          throw new StoreException(StoreException.Kind.UNAVAILABLE, "test", null);
        };
    TestServer.Choice broken =
        TestServer.GENEROUS.with(store -> new HookedStore(store, fail, fail));
    try (TestServer failing = new TestServer(brokenDirectory, broken)) {
      for (OperationSpec spec : specs()) {
        if (!spec.takesBody()) {
          Answer answer =
              send(failing, spec, GOOD.get(spec.operationId()).get(0), failing.accessToken);
          assertThat(answer.status()).isEqualTo(503);
          assertDescribed(spec, answer);
        }
      }
      Answer ready = failing.getAs(null, "/health/ready");
      assertDescribed(DESCRIPTION.operations().get("ready"), ready);
    }
  }

  private static Answer token(String form) {
    return server.postAs(
        null, "/auth/o2/token", form, "Content-Type: application/x-www-form-urlencoded");
  }

  private static Answer send(TestServer to, OperationSpec spec, String line, String token) {
    int space = line.indexOf(' ');
    if (space < 0) {
      return to.send(request(spec.method(), line, token));
    }
    String body = line.substring(space + 1);
    String head =
        request(spec.method(), line.substring(0, space), token, "Content-Length: " + body.length());
    return to.send(body.length() > 60_000 ? head : head + body);
  }

  private static void assertDescribed(OperationSpec spec, Answer answer) {
    assertDescribed(DESCRIPTION.operation(spec.method(), spec.path()), answer);
  }

  private static void assertDescribed(JsonNode operation, Answer answer) {
    assertThat(DESCRIPTION.problems(operation, answer.status(), answer.body())).isEmpty();
    JsonNode response = DESCRIPTION.response(operation, answer.status());
    assertThat(response.get("content").has(answer.header("content-type").orElse(""))).isTrue();
    Set<String> described = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    response
        .get("headers")
        .properties()
        .forEach(
            header -> {
              described.add(header.getKey());
              JsonNode what = DESCRIPTION.resolve(header.getValue());
              if (what.path("required").asBoolean()) {
                assertThat(answer.header(header.getKey())).as(header.getKey()).isPresent();
              }
            });
    Set<String> ours = new TreeSet<>(answer.headers().keySet());
    ours.removeIf(name -> !name.matches("x-amzn-(request|rate|error).*|retry-.*|access-.*"));
    assertThat(described).containsAll(ours);
  }
}
