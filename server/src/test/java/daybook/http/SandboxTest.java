package daybook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import daybook.contract.Operation;
import daybook.contract.Role;
import daybook.sandbox.Example;
import daybook.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amazon's published sandbox cases over the wire (CONTRACT 8). */
final class SandboxTest {

  private static final Path CASES = Path.of("src/test/resources/x-amzn-api-sandbox");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String REPORTS = "/reports/2025-06-09/orderReports";
  private static final String REPORTS_CASE =
      REPORTS + "?orderStartDate=2025-01-15T10:30:00Z&orderEndDate=2025-02-15T10:30:00Z&region=US";
  private static final String ORDERS = "/orders/v0/orders";
  private static final String ORDERS_CASE =
      ORDERS + "?CreatedAfter=TEST_CASE_200&MarketplaceIds=ATVPDKIKX0DER";
  private static final String TRANSACTIONS = "/reconciliation/2021-01-08/transactions";
  private static final String TOKENS = "/tokens/2021-03-01/restrictedDataToken";
  private static final String BY_ID = "/reports/2021-01-08/orders/";
  private static final String NO_CASE =
      "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"Could not match input arguments\","
          + "\"details\":\"\"}]}";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED, all());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<Operation<?>> all() {
    try (Stream<Path> files = Files.list(CASES)) {
      return Sandbox.read(files.toList()).operations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "getOrders, /200/static/0, ?CreatedAfter=TEST_CASE_200&MarketplaceIds=ATVPDKIKX0DER",
    "getOrders, /200/static/1,"
        + " ?CreatedAfter=TEST_CASE_200_NEXT_TOKEN&MarketplaceIds=ATVPDKIKX0DER",
    "getOrders, /200/static/2,"
        + " ?MarketplaceIds=ATVPDKIKX0DER&NextToken=2YgYW55IGNhcm5hbCBwbGVhc3VyZS4"
        + "&CreatedAfter=TEST_CASE_200_NEXT_TOKEN",
    "getOrders, /400/static/0, ?CreatedAfter=TEST_CASE_400",
    "getOrders, /400/static/0, ?CreatedAfter=TEST_CASE_400&MarketplaceIds=ATVPDKIKX0DER",
    "getOrderReports, /200/static/0, ?orderStartDate=2025-01-15T10:30:00Z"
        + "&orderEndDate=2025-02-15T10:30:00Z&region=US&orderStatuses=CLOSED",
    "getOrderReports, /200/static/0, /?orderStartDate=2025-01-15T10%3A30%3A00Z"
        + "&orderEndDate=2025-02-15T10%3A30%3A00Z&region=US&orderStatuses=CLOSED&unknown=x",
    "getOrderReports, /400/static/0, ?orderEndDate=2025-04-01T00:00:00Z",
    "getOrderReportsByPurchaseOrderNumber, /200/static/0, PO-12345/orderReports?region=US",
    "getOrderReportsByPurchaseOrderNumber, /400/static/0, /orderReports",
    "getOrdersByOrderDate, /200/0, ?startDate=2020-12-01T00:00:00&endDate=2020-12-01T23:00:00",
    "getOrdersByOrderDate, /400/0, ?startDate=2020-12-01T00:00:00&endDate=2020-08-01T00:00:00",
    "getOrdersByOrderId, /200/0, 114-7470804-5505847",
    "getOrdersByOrderId, /200/0, 114-7470804-5505847/?includeLineItems=true",
    "getOrdersByOrderId, /400/0, 000-0000000-0000000",
    "getTransactions, /200/static/0,"
        + " ?feedStartDate=2020-07-09T00:00:00Z&feedEndDate=2020-08-01T00:00:00Z",
    "getTransactions, /400/static/0,"
        + " ?feedStartDate=incorrectFormatDate&feedEndDate=2020-08-01T00:00:00"
  })
  void publishedCase_isAnsweredAsItStands(String operation, String pointer, String rest)
      throws IOException {
    Answer answer = server.get(base(operation) + rest);

    assertThat(answer.body()).isEqualTo(canned(operation, pointer));
    assertGateway(answer, Integer.parseInt(pointer.substring(1, 4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/200/static/0", "/200/static/1", "/400/static/0"})
  void publishedBody_isAnsweredAsItStands(String pointer) throws IOException {
    JsonNode listed = file("createRestrictedDataToken").at(pointer + "/request/parameters/body");
    for (String body :
        List.of(listed.get("value").toString(), listed.get("value").toPrettyString())) {
      Answer answer = server.post(TOKENS, body, "Content-Type: application/json");

      assertThat(answer.body()).isEqualTo(canned("createRestrictedDataToken", pointer));
      assertGateway(answer, Integer.parseInt(pointer.substring(1, 4)));
    }
  }

  @Test
  void bodyWithMembersInAnotherOrder_isTheSame() {
    String body =
        "{\"restrictedResources\":[{\"path\":\"\\/orders/v0/orders/{orderId}/address\","
            + "\"method\":\"GET\"}],\"targetApplication\":\"amzn1.sellerapps.app.target-application\"}";

    assertThat(server.post(TOKENS, body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{broken",
        "null",
        "{\"restrictedResources\":[]}",
        "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":"
            + "\"/orders/v0/orders/943-12-123434/address\"}],\"more\":1}"
      })
  void anyOtherBody_hasNoCase(String body) {
    assertThat(server.post(TOKENS, body).body()).isEqualTo(NO_CASE);
  }

  @Test
  void tooLargeBody_isRefused() {
    assertThat(server.post(TOKENS, "x".repeat(70_000)).status()).isEqualTo(413);
    String chunked =
        TestServer.request("POST", TOKENS, server.accessToken, "Transfer-Encoding: chunked")
            + "11000\r\n"
            + "x".repeat(0x11000)
            + "\r\n0\r\n\r\n";
    assertThat(server.send(chunked).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REPORTS_CASE,
        REPORTS_CASE + "&orderStatuses=PENDING",
        REPORTS_CASE + "&orderStatuses=CLOSED,PENDING",
        REPORTS_CASE + "&orderStatuses=closed",
        REPORTS
            + "?orderStartDate=2025-01-15T10:30:00.000Z&orderEndDate=2025-02-15T10:30:00Z"
            + "&region=US&orderStatuses=CLOSED",
        REPORTS,
        ORDERS,
        ORDERS + "?CreatedAfter=TEST_CASE_200",
        ORDERS + "?createdafter=TEST_CASE_200&MarketplaceIds=ATVPDKIKX0DER",
        ORDERS + "?CreatedAfter=&MarketplaceIds=ATVPDKIKX0DER",
        TRANSACTIONS + "?feedStartDate=2020-07-09T00:00:00Z&feedEndDate=2020-08-01T00:00:00",
        "/reports/2021-01-08/orders?startDate=2020-12-01T00:00:00Z&endDate=2020-12-01T23:00:00Z",
        "/reports/2025-06-09/purchaseOrders/PO-12345/orderReports?region=UK"
      })
  void anythingElse_hasNoCase(String target) {
    Answer answer = server.get(target);

    assertThat(answer.body()).isEqualTo(NO_CASE);
    assertGateway(answer, 400);
  }

  @Test
  void list_isASetHoweverItIsWritten() throws IOException {
    try (TestServer one = of("{\"L\":{\"value\":[\"A\",\"B\"]}}", TestServer.UNLIMITED)) {
      for (String list :
          List.of("A,B", "B,A", "A%2CB", "B&L=A", "A&L=B", "A,B,A", "A&L[]=B", "%20A,,B%20")) {
        assertThat(one.get("/orders/v0/orders?L=" + list).body())
            .as(list)
            .isEqualTo("{\"a\":1.50}");
        assertThat(one.get("/orders/v0/orders?L=" + list + ",C").body())
            .as(list)
            .isEqualTo(NO_CASE);
      }
      assertThat(one.get("/orders/v0/orders?L=A").body()).isEqualTo(NO_CASE);
    }
  }

  @Test
  void operationsOutsideTheFiles_areOff() throws IOException {
    try (TestServer one = of("{}", TestServer.UNLIMITED)) {
      assertThat(one.get(ORDERS).status()).isEqualTo(200);
      assertThat(one.get(TestServer.REPORTS + TestServer.RANGE).status()).isEqualTo(403);
      assertThat(one.send(TestServer.request("GET", "/health/ready", null)).status())
          .isEqualTo(200);
      assertThat(one.send(TestServer.request("GET", "/metrics", null)).body())
          .contains("operation=\"getOrders\",status=\"200\"");
    }
  }

  @ParameterizedTest
  @CsvSource({ORDERS + ", 403", BY_ID + "114-7470804-5505847, 401", TRANSACTIONS + ", 401"})
  void accessToken_isNeededAsInProduction(String target, int status) {
    assertThat(server.send(TestServer.request("GET", target, null)).status()).isEqualTo(status);
    assertThat(server.getAs("Atza|nonsense", target).status()).isEqualTo(status);
  }

  @Test
  void anyGrant_willDo() {
    String token = server.tokenFor(TestServer.ACME, Role.TAX_REMITTANCE);

    assertThat(server.getAs(token, ORDERS_CASE).status()).isEqualTo(200);
  }

  @Test
  void method_mustBeThatOfTheOperation() throws IOException {
    assertThat(server.post(ORDERS_CASE, "{}").status()).isEqualTo(403);
    assertThat(server.get(TOKENS).status()).isEqualTo(403);
    try (Wire wire = server.connect()) {
      wire.send(TestServer.request("HEAD", ORDERS_CASE, server.accessToken));
      Answer answer = wire.answerWithoutBody();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-length"))
          .contains(Integer.toString(canned("getOrders", "/200/static/0").getBytes(UTF_8).length));
    }
  }

  @Test
  void sandbox_hasItsOwnUsagePlan() throws IOException {
    try (TestServer one = of("{}", TestServer.LIMITED)) {
      for (int i = 0; i < 15; i++) {
        assertThat(one.get(ORDERS).status()).as("call %d", i).isEqualTo(200);
      }
      Answer throttled = one.get(ORDERS);
      assertThat(throttled.status()).isEqualTo(429);
      assertThat(throttled.body()).contains("QuotaExceeded");
      one.clock.advance(Duration.ofMillis(200));
      Answer again = one.get(ORDERS);
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.header("x-amzn-ratelimit-limit")).contains("5.0");
    }
  }

  static List<Example> examples() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return Sandbox.read(files.toList()).examples();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void example_isAnsweredWell(Example example) {
    Answer answer =
        example.method().equals("POST")
            ? server.post(example.target(), example.body())
            : server.get(example.target());

    assertThat(answer.status()).isEqualTo(200);
  }

  private static TestServer of(String parameters, TestServer.Choice choice) throws IOException {
    Path place = Files.createTempDirectory(directory, "one");
    Path file =
        Files.writeString(
            place.resolve("getOrders.json"),
            "{\"200\":{\"static\":[{\"request\":{\"parameters\":"
                + parameters
                + "},\"response\":{ \"a\" : 1.50 }}]}}");
    return new TestServer(place, choice, Sandbox.read(List.of(file)).operations());
  }

  private static void assertGateway(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.header("x-amzn-requestid").orElse("")).hasSize(36);
  }

  private static String base(String operation) {
    return switch (operation) {
      case "getOrders" -> ORDERS;
      case "getOrderReports" -> REPORTS;
      case "getOrderReportsByPurchaseOrderNumber" -> "/reports/2025-06-09/purchaseOrders/";
      case "getOrdersByOrderDate" -> "/reports/2021-01-08/orders";
      case "getOrdersByOrderId" -> BY_ID;
      case "getTransactions" -> TRANSACTIONS;
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static JsonNode file(String operation) throws IOException {
    return MAPPER.readTree(CASES.resolve(operation + ".json").toFile());
  }

  private static String canned(String operation, String pointer) throws IOException {
    JsonNode response = file(operation).at(pointer + "/response");
    return MAPPER.writeValueAsString(response);
  }
}
