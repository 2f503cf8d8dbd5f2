package daybook.http;

import static daybook.http.SellerCalls.ORDERS;
import static daybook.http.SellerCalls.US;
import static daybook.http.SellerCalls.ids;
import static daybook.http.SellerCalls.member;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.seller.SampleSellerOrders;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What getOrders accepts and refuses (CONTRACT 1.5, 2 #23 to #27, 4.6), at 12:00 on 1 June 2025.
 */
final class GetOrdersRulesTest {

  private static final String NOT_VALID =
      SellerCalls.refusal(
          "InvalidInput",
          "The input you have submitted is not valid. Please check your input and try again.",
          "");

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.sell(
        TestServer.ACME,
        SampleSellerOrders.draft("114-0000000-0000001").sellerOrderId("S-1").build(),
        SampleSellerOrders.draft("114-0000000-0000002").build());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CreatedAfter=2025-01-01T00:00:00Z",
        "CreatedAfter=2025-01-01T00:00:00Z&CreatedBefore=2025-06-01T11:58:00Z",
        "CreatedAfter=2025-01-01T00:00:00Z&CreatedBefore=2025-06-01T13:58:00%2B02:00",
        "CreatedAfter=2025-01-01T00:00:00+00:00",
        "CreatedAfter=2025-01-01T00%3a00%3a00Z",
        "CreatedAfter=2025-01-01",
        "LastUpdatedAfter=2025-01-01T00:00:00.000Z",
        "LastUpdatedAfter=2025-01-01T00:00:00Z&LastUpdatedBefore=2025-06-01T11:58:00Z",
        "AmazonOrderIds=114-0000000-0000001,114-0000000-0000002",
        "AmazonOrderIds=114-0000000-0000001%2C114-0000000-0000002",
        "AmazonOrderIds=114-0000000-0000001&AmazonOrderIds=114-0000000-0000002",
        "CreatedAfter=2025-01-01T00:00:00Z&BuyerEmail=&SellerOrderId=&NextToken=",
        "CreatedAfter=2025-01-01T00:00:00Z&ItemApprovalStatus=APPROVED&unknown=1",
        "CreatedAfter=2025-01-01T00:00:00Z&OrderStatuses=unshipped,Shipped",
        "CreatedAfter=2025-01-01T00:00:00Z&MaxResultsPerPage=100",
        "CreatedAfter=2025-01-01T00:00:00Z&IsISPU=False",
        "CreatedAfter=2025-03-04T05:06:07Z&CreatedBefore=2025-03-04T05:06:07Z"
      })
  void request_isAnswered(String parameters) {
    Answer answer = server.get(ORDERS + "?" + US + "&" + parameters);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(ids(answer)).containsExactly("114-0000000-0000001", "114-0000000-0000002");
    assertThat(answer.header("x-amzn-ratelimit-limit")).isEmpty();
    assertThat(answer.header("x-amzn-requestid")).isPresent();
  }

  @Test
  void request_withATrailingSlash_isAnswered() {
    assertThat(server.get(ORDERS + "/?" + US + "&CreatedAfter=2025-01-01").status()).isEqualTo(200);
  }

  @Test
  void request_forASellersOrderId_needsNoDate() {
    assertThat(ids(server.get(ORDERS + "?" + US + "&SellerOrderId=S-1")))
        .containsExactly("114-0000000-0000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                  | lastUpdatedAfter, createdAfter",
        "CreatedAfter=yesterday                              | createdAfter",
        "LastUpdatedAfter=yesterday                          | lastUpdatedAfter",
        "CreatedAfter=2025-01-01&CreatedBefore=2025-13-01    | createdBefore",
        "LastUpdatedAfter=2025-01-01&LastUpdatedBefore=never | lastUpdatedBefore",
        "CreatedBefore=2025-01-01                            | createdAfter",
        "LastUpdatedBefore=2025-01-01                        | lastUpdatedAfter",
        "CreatedAfter=2025-01-01&LatestDeliveryDateAfter=x   | latestDeliveryDateAfter",
        "CreatedAfter=2025-01-01&EarliestDeliveryDateBefore=x | earliestDeliveryDateBefore"
      })
  void request_withoutAGoodDate_isRefusedByItsName(String parameters, String fields) {
    Answer answer = server.get(ORDERS + "?" + US + "&" + parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal(
                "InvalidInput",
                "This is an invalid input",
                "Invalid date-time field(s) [" + fields + "]."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The families exclude each other.
        "CreatedAfter=2025-01-01&LastUpdatedAfter=2025-01-01",
        "CreatedAfter=2025-01-01&LastUpdatedAfter=2025-01-01&LastUpdatedBefore=2025-02-01",
        "CreatedAfter=2025-01-01&CreatedBefore=2025-02-01&LastUpdatedAfter=2025-01-01",
        // An end lies two minutes back, and behind its beginning.
        "CreatedAfter=2025-01-01&CreatedBefore=2025-06-01T12:00:00Z",
        "CreatedAfter=2025-01-01&CreatedBefore=2025-06-01T11:58:01Z",
        "LastUpdatedAfter=2025-01-01&LastUpdatedBefore=2025-06-01T11:58:00.001Z",
        "LastUpdatedAfter=2025-01-01&LastUpdatedBefore=2030-01-01",
        "CreatedAfter=2025-02-01&CreatedBefore=2025-01-01",
        "CreatedAfter=2025-01-01&EarliestDeliveryDateAfter=2025-02-01"
            + "&EarliestDeliveryDateBefore=2025-01-01",
        "CreatedAfter=2025-01-01&LatestDeliveryDateAfter=2025-02-01"
            + "&LatestDeliveryDateBefore=2025-01-01",
        // A seller's id stands for itself.
        "SellerOrderId=S-1&FulfillmentChannels=MFN",
        "SellerOrderId=S-1&OrderStatuses=Shipped",
        "SellerOrderId=S-1&PaymentMethods=Other",
        "SellerOrderId=S-1&LastUpdatedAfter=2025-01-01",
        "SellerOrderId=S-1&LastUpdatedAfter=2025-01-01&LastUpdatedBefore=2025-02-01",
        "SellerOrderId=S-1&BuyerEmail=a@b.c"
      })
  void request_thatContradictsItself_isRefused(String parameters) {
    Answer answer = server.get(ORDERS + "?" + US + "&" + parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(NOT_VALID);
    assertThat(answer.header("content-type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "OrderStatuses, Cancelled",
    "OrderStatuses, 'Shipped,Lost'",
    "FulfillmentChannels, XFN",
    "PaymentMethods, Card",
    "EasyShipShipmentStatuses, Arrived",
    "ElectronicInvoiceStatuses, Maybe",
    "MarketplaceIds, ATVPDKIKX0DEX",
    "IsISPU, perhaps",
    "MaxResultsPerPage, 0",
    "MaxResultsPerPage, 101",
    "MaxResultsPerPage, 1000",
    "MaxResultsPerPage, ten",
    "AmazonOrderIds, 114-1-1",
    "AmazonOrderIds, 114-00000000-000001",
    "AmazonOrderIds, 'x'"
  })
  void value_thatIsNotKnown_isRefusedByItsName(String name, String value) {
    String marketplace = name.equals("MarketplaceIds") ? "" : "&" + US;

    Answer answer =
        server.get(
            ORDERS
                + ("?CreatedAfter=2025-01-01" + marketplace + "&" + name + "=")
                + TestServer.encoded(value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"errors\":[{\"code\":\"InvalidInput\"")
        .contains("\"message\":\"This is an invalid input\"")
        .contains(name);
  }

  @Test
  void request_withoutMarketplaces_isRefused() {
    Answer answer = server.get(ORDERS + "?CreatedAfter=2025-01-01");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal(
                "InvalidInput",
                "This is an invalid input",
                "Missing required parameter(s) [MarketplaceIds]."));
  }

  @Test
  void request_namesAtMostFiftyIds() {
    String fifty =
        IntStream.range(0, 50)
            .mapToObj("114-0000000-%07d"::formatted)
            .collect(Collectors.joining(","));

    String target = ORDERS + "?" + US + "&AmazonOrderIds=";
    assertThat(server.get(target + fifty).status()).isEqualTo(200);
    assertThat(server.get(target + fifty + ",114-0000000-0000077").status()).isEqualTo(400);
  }

  @Test
  void request_namesAtMostFiftyMarketplaces() {
    String many =
        IntStream.range(0, 51).mapToObj(i -> "ATVPD" + i).collect(Collectors.joining(","));

    Answer answer = server.get(ORDERS + "?CreatedAfter=2025-01-01&MarketplaceIds=" + many);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("[MarketplaceIds] must have at most 50 values.");
  }

  @Test
  void request_thatNoPageTokenCouldCarry_isRefused() {
    Answer answer =
        server.get(ORDERS + "?" + US + "&CreatedAfter=2025-01-01&BuyerEmail=" + "x".repeat(3_000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(NOT_VALID);
  }

  @Test
  void request_tellsAllFaultsAtOnce() {
    Answer answer = server.get(ORDERS + "?CreatedAfter=x&OrderStatuses=y&MaxResultsPerPage=z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().split("\"code\"", -1)).hasSize(5);
  }

  @Test
  void marketplaces_ofSeveralRegions_areRefused() {
    Answer answer =
        server.get(ORDERS + "?CreatedAfter=2025-01-01&MarketplaceIds=ATVPDKIKX0DER,A1PA6795UKMFR9");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal(
                "Unauthorized",
                "Access to requested resource is denied.",
                "The marketplaces you provided are not valid for region."));
  }

  @Test
  void marketplaces_ofOneRegion_areTakenTogether() {
    Answer answer =
        server.get(ORDERS + "?CreatedAfter=2025-01-01&MarketplaceIds=ATVPDKIKX0DER,A2EUQ1WTGCTBG2");

    assertThat(ids(answer)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "CreatedAfter=2025-01-01, CreatedBefore, LastUpdatedBefore",
    "LastUpdatedAfter=2025-01-01, LastUpdatedBefore, CreatedBefore"
  })
  void end_isEchoedForTheFamilyAskedFor(String parameter, String echoed, String silent) {
    Answer answer = server.get(ORDERS + "?" + US + "&" + parameter);

    // Two minutes back, and on no order's own second.
    assertThat(member(answer, echoed)).contains("2025-06-01T11:57:59.999Z");
    assertThat(member(answer, silent)).isEmpty();
  }

  @Test
  void end_thatWasGiven_isEchoed() {
    Answer answer =
        server.get(ORDERS + "?" + US + "&LastUpdatedAfter=2025-01-01&LastUpdatedBefore=2025-05-01");

    assertThat(member(answer, "LastUpdatedBefore")).contains("2025-05-01T00:00:00Z");
  }

  @Test
  void end_ofARangeThatHasNotBegun_isItsBeginning() {
    Answer answer = server.get(ORDERS + "?" + US + "&LastUpdatedAfter=2025-06-01T11:59:30Z");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"payload\":{\"Orders\":[],\"LastUpdatedBefore\":\"2025-06-01T11:59:30Z\"}}");
  }

  @Test
  void listing_byIdsAlone_echoesNoEnd() {
    Answer answer = server.get(ORDERS + "?" + US + "&AmazonOrderIds=114-9999999-9999999");

    assertThat(answer.body()).isEqualTo("{\"payload\":{\"Orders\":[]}}");
  }
}
