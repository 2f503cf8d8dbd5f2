package daybook.http;

import static daybook.http.SellerCalls.TOKENS;
import static daybook.http.SellerCalls.restricted;
import static daybook.http.SellerCalls.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.access.NewGrant;
import daybook.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** createRestrictedDataToken and its refusals (CONTRACT 4.4), over a socket. */
final class CreateRestrictedDataTokenTest {

  private static final String ELEMENT =
      "{'method':'GET','path':'/orders/v0/orders','dataElements':['buyerInfo']}";
  private static final String NO_RESOURCE =
      SellerCalls.refusal(
          "InvalidRequest",
          "Request is missing or has invalid parameters",
          "Resource not provided.");
  private static final String INVALID = SellerCalls.refusal("InvalidInput", "Invalid Input", "");
  private static final String NO_ACCESS =
      SellerCalls.refusal(
          "InvalidInput", "Application do not have access to some or all requested resource", "");

  @TempDir Path directory;
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.LIMITED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void token_isGivenBare() {
    Answer answer =
        server.post(TOKENS, tokenRequest("buyerInfo", "shippingAddress", "buyerTaxInformation"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches("\\{\"restrictedDataToken\":\"Atz\\.sprdt\\|[^\"]+\",\"expiresIn\":3600}");
    assertThat(answer.body().length()).isLessThan(2_048);
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("1.0");
    assertThat(answer.header("x-amzn-requestid")).isPresent();
    assertThat(answer.header("x-amzn-trace-id")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'restrictedResources':[" + ELEMENT + "]}",
        "{'targetApplication':'amzn1.sellerapps.app.x','restrictedResources':[" + ELEMENT + "]}",
        "{'restrictedResources':[" + ELEMENT + "," + ELEMENT + "]}",
        "{'restrictedResources':[{'method':'get','path':'/orders/v0/orders/',"
            + "'dataElements':['BuyerInfo']}],'more':1}"
      })
  void request_isUnderstood(String body) {
    assertThat(ask(body).status()).isEqualTo(200);
  }

  @Test
  void request_isUnderstoodWhateverItsTypeIsCalled() {
    assertThat(
            server
                .post(TOKENS + "/", tokenRequest("buyerInfo"), "Content-Type: text/plain")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'restrictedResources':null}",
        "{'restrictedResources':[]}",
        "{'restrictedResources':[{}]}",
        "{'restrictedResources':[{'method':'','path':'/orders/v0/orders'}]}",
        "{'restrictedResources':[{'path':'/orders/v0/orders','dataElements':['buyerInfo']}]}",
        "{'restrictedResources':[{'method':'GET','path':' ','dataElements':['buyerInfo']}]}",
        // Amazon's own sandbox case.
        "{'targetApplication':'amzn1.sellerapps.app.target-application','restrictedResources':"
            + "[{'method':'','path':'/orders/v1/orders/902-1845936-5435065/address'}]}"
      })
  void request_withoutAResource_isRefused(String body) {
    Answer answer = ask(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(NO_RESOURCE);
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{'restrictedResources':{}}",
        "{'restrictedResources':['GET /orders/v0/orders']}",
        "{'targetApplication':7,'restrictedResources':[" + ELEMENT + "]}",
        "{'restrictedResources':[{'method':'FETCH','path':'/orders/v0/orders'}]}",
        "{'restrictedResources':[{'method':'GET','path':'/orders/v0/orders'}]}",
        "{'restrictedResources':[{'method':'GET','path':'/orders/v0/orders','dataElements':[]}]}",
        "{'restrictedResources':[{'method':'GET','path':'/orders/v0/orders',"
            + "'dataElements':['buyerInfo','passengers']}]}",
        "{'restrictedResources':[{'method':'GET','path':'/orders/v0/orders','dataElements':'x'}]}"
      })
  void request_thatMeansNothing_isRefused(String body) {
    Answer answer = ask(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /orders/v0/orders/{orderId}/address",
    "GET, /orders/v0/orders/902-1845936-5435065",
    "GET, /orders/v0",
    "PUT, /orders/v0/orders",
    "POST, /orders/v0/orders",
    "DELETE, /orders/v0/orders",
    "GET, /reports/2025-06-09/orderReports",
    "POST, /tokens/2021-03-01/restrictedDataToken"
  })
  void resource_thatIsNotRestricted_isRefused(String method, String path) {
    Answer answer =
        ask(
            "{'restrictedResources':[{'method':'"
                + method
                + "','path':'"
                + path
                + "','dataElements':['buyerInfo']}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(NO_ACCESS);
  }

  @Test
  void resources_areAtMostFifty() {
    assertThat(ask(resources(50)).status()).isEqualTo(200);
    assertThat(ask(resources(51)).body()).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAX_INVOICING               | buyerInfo shippingAddress           | shippingAddress",
        "TAX_REMITTANCE              | buyerTaxInformation shippingAddress | shippingAddress",
        "DIRECT_TO_CONSUMER_SHIPPING | shippingAddress buyerInfo           | buyerInfo",
        "DIRECT_TO_CONSUMER_SHIPPING | buyerTaxInformation buyerInfo"
            + " | buyerInfo, buyerTaxInformation",
        "AMAZON_BUSINESS_ANALYTICS   | shippingAddress buyerInfo" + " | buyerInfo, shippingAddress"
      })
  void elements_withoutTheirRole_areRefused(Role role, String elements, String lacking) {
    String token = server.tokenFor(TestServer.ACME, Role.INVENTORY_AND_ORDER_TRACKING, role);

    Answer answer = server.postAs(token, TOKENS, tokenRequest(elements.split(" ")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal(
                "InvalidInput",
                "Application does not have access to one or more requested data elements: ["
                    + lacking
                    + "]",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT_TO_CONSUMER_SHIPPING, shippingAddress",
    "TAX_INVOICING, buyerInfo",
    "TAX_INVOICING, buyerTaxInformation",
    "TAX_REMITTANCE, buyerInfo",
    "TAX_REMITTANCE, buyerTaxInformation"
  })
  void element_isGivenForEachOfItsRoles(Role role, String element) {
    String token = server.tokenFor(TestServer.ACME, Role.INVENTORY_AND_ORDER_TRACKING, role);

    assertThat(server.postAs(token, TOKENS, tokenRequest(element)).status()).isEqualTo(200);
  }

  @Test
  void caller_withoutTheRoleOfTheOperation_isRefused() {
    String token = server.tokenFor(TestServer.ACME, Role.TAX_INVOICING);

    assertThat(server.postAs(token, TOKENS, tokenRequest("buyerInfo")).body()).isEqualTo(NO_ACCESS);
  }

  @Test
  void caller_withoutAToken_isRefused() {
    Answer answer = server.postAs(null, TOKENS, tokenRequest("buyerInfo"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Access token is missing in the request header.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
  void otherMethods_areRefused(String method) throws IOException {
    try (Wire wire = server.connect()) {
      wire.send(TestServer.request(method, TOKENS, server.accessToken, "Content-Length: 0"));
      Answer answer = method.equals("HEAD") ? wire.answerWithoutBody() : wire.answer();
      assertThat(answer.status()).isEqualTo(403);
    }
  }

  @Test
  void calls_areThrottledAfterTheBurst() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.post(TOKENS, tokenRequest("buyerInfo")).status()).isEqualTo(200);
    }
    Answer answer = server.post(TOKENS, tokenRequest("buyerInfo"));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("QuotaExceeded");

    server.clock.advance(Duration.ofSeconds(1));

    assertThat(server.post(TOKENS, tokenRequest("buyerInfo")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TestServer.REPORTS + TestServer.RANGE,
        "/reports/2025-06-09/purchaseOrders/PO-1/orderReports"
      })
  void token_opensNothingButWhatItNames(String target) {
    String token = restricted(server, server.accessToken, "buyerInfo");

    Answer answer = server.getAs(token, target);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal("Unauthorized", "Access to requested resource is denied.", ""));
  }

  @Test
  void token_makesNoOtherToken() {
    String token = restricted(server, server.accessToken, "buyerInfo");

    assertThat(server.postAs(token, TOKENS, tokenRequest("shippingAddress")).status())
        .isEqualTo(403);
  }

  @Test
  void token_livesAnHour() {
    String token = restricted(server, server.accessToken, "buyerInfo");

    server.clock.advance(Duration.ofMinutes(59));
    assertThat(server.getAs(token, SellerCalls.CREATED).status()).isEqualTo(200);

    server.clock.advance(Duration.ofMinutes(2));
    Answer answer = server.getAs(token, SellerCalls.CREATED);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("The access token you provided has expired.");
  }

  @Test
  void token_diesWithItsGrant() {
    NewGrant grant =
        server.registrar.createGrant(
            server.application.clientId(), TestServer.ACME, Set.of(Role.values()));
    String token =
        restricted(
            server, server.accessTokens.issue(grant.grant(), server.clock.instant()), "buyerInfo");
    assertThat(server.getAs(token, SellerCalls.CREATED).status()).isEqualTo(200);

    server.registrar.revokeGrant(grant.grant().grantId());
    server.revoked.refresh();

    assertThat(server.getAs(token, SellerCalls.CREATED).status()).isEqualTo(403);
  }

  @Test
  void token_thatWasChanged_isRefused() {
    String token = restricted(server, server.accessToken, "buyerInfo");

    assertThat(server.getAs(token + "x", SellerCalls.CREATED).status()).isEqualTo(403);
    assertThat(server.getAs(token.replace("Atz.sprdt|", "Atza|"), SellerCalls.CREATED).status())
        .isEqualTo(403);
    assertThat(
            server
                .getAs(server.accessToken.replace("Atza|", "Atz.sprdt|"), SellerCalls.CREATED)
                .status())
        .isEqualTo(403);
  }

  private Answer ask(String body) {
    return server.post(TOKENS, body.replace('\'', '"'));
  }

  private static String resources(int count) {
    return "{'restrictedResources':["
        + String.join(",", Collections.nCopies(count, ELEMENT))
        + "]}";
  }
}
