package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.OrderStatus;
import daybook.domain.SampleOrders;
import daybook.json.JsonForTests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients of Reporting 2021 send and must be answered (CONTRACT 1.4), over the wire. */
final class Orders2021Test {

  static final String ORDERS = "/reports/2021-01-08/orders";
  static final String DATES = "?startDate=2025-01-01T00:00:00Z&endDate=2025-06-01T00:00:00Z";
  private static final String ALL =
      "includeLineItems=true&includeShipments=true&includeCharges=true";
  private static final String OLD = "110-0000000-0000001";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.GENEROUS);
    server.write(
        ACME,
        List.of(
            SampleOrders.draft("1").status(OrderStatus.PENDING_APPROVAL).build(),
            SampleOrders.draft("2").lines(0).build(),
            SampleOrders.draft("3").lines(-1).purchaseOrder("PO 3/4").build(),
            SampleOrders.order(OLD, Instant.parse("2001-02-03T04:05:06.007Z")),
            SampleOrders.draft("a/b c").placedAt(Instant.parse("2024-01-01T00:00:00Z")).build()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "CONTRACT 1.4, 2 #15, #16: {0}")
  @ValueSource(strings = {ORDERS + DATES, ORDERS + "/" + OLD})
  void answer_hasTheHeadersAndMembersOfTheContract(String target) {
    Answer answer = server.get(target);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("0.5");
    assertThat(answer.header("access-control-allow-origin")).contains("*");
    assertCommonHeaders(answer);
    JsonNode body = tree(answer);
    assertThat(body.fieldNames()).toIterable().containsExactly("orders", "nextPageToken", "size");
    assertThat(body.get("nextPageToken").isNull()).isTrue();
    assertThat(body.get("size").intValue()).isEqualTo(body.get("orders").size());
  }

  @Test
  void order_hasTheMembersOfTheContract() {
    assertThat(order("1", "").fieldNames())
        .toIterable()
        .containsExactly(
            "orderDate",
            "orderId",
            "purchaseOrderNumber",
            "orderQuantity",
            "orderStatus",
            "orderSubTotal",
            "orderShippingAndHandling",
            "orderPromotion",
            "orderTax",
            "orderNetTotal",
            "lastOrderApproverName",
            "buyingCustomer",
            "buyerGroupName",
            "businessOrderInfo");
    JsonNode order = order(OLD, "");
    assertThat(order.get("orderDate").textValue()).isEqualTo("2001-02-03T04:05:06.007Z");
    assertThat(order.get("orderNetTotal").toString())
        .isEqualTo("{\"currencyCode\":\"USD\",\"amount\":\"74.90\"}");
  }

  @ParameterizedTest(name = "CONTRACT 1.1: {0} is by date")
  @ValueSource(strings = {ORDERS + DATES, ORDERS + "/" + DATES})
  void path_withATrailingSlashIsByDate(String target) {
    assertThat(ids(server.get(target))).containsExactly("1", "2", "3");
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {0} shows {1} lines, {2} shipments, {3} charges")
  @CsvSource({"1,2,1,1", "2,0,1,1", "3,0,0,0"})
  void lists_areShownWhenAskedForAndElseLeftOut(String id, int lines, int shipments, int charges) {
    for (String target : new String[] {ORDERS + DATES + "&", ORDERS + "/" + id + "?"}) {
      JsonNode with = find(server.get(target + ALL), id);
      assertThat(with.get("lineItems")).hasSize(lines);
      assertThat(with.get("shipments")).hasSize(shipments);
      assertThat(with.get("charges")).hasSize(charges);
      for (String without :
          new String[] {
            "", "includeLineItems=false&includeShipments=0&includeCharges=FALSE", "includeCharges="
          }) {
        assertThat(lists(find(server.get(target + without), id))).isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #19: {0}")
  @ValueSource(strings = {"true", "True", "TRUE", "tRUE", "1", "%20true", "true+"})
  void flag_isReadInEverySpelling(String yes) {
    for (String list : new String[] {"lineItems", "shipments", "charges"}) {
      String flag = "include" + Character.toUpperCase(list.charAt(0)) + list.substring(1);
      for (String target : new String[] {ORDERS + DATES + "&", ORDERS + "/1?"}) {
        assertThat(lists(find(server.get(target + flag + "=" + yes), "1"))).containsExactly(list);
      }
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #19: {0} is refused")
  @ValueSource(strings = {"yes", "2", "null", "[]", "truetrue", "-"})
  void flag_thatIsNoBooleanIsRefused(String text) {
    for (String target : new String[] {ORDERS + DATES + "&", ORDERS + "/1?", ORDERS + "/none?"}) {
      Answer answer = server.get(target + "includeShipments=" + text);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo(
              "{\"errors\":[{\"code\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"The parameter"
                  + " includeShipments is not a boolean value.\",\"details\":\"Please provide true"
                  + " or false in includeShipments.\"}]}");
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #10: {0}")
  @ValueSource(
      strings = {
        "2025-03-04T05:06:07Z",
        "2025-03-04T05:06:07",
        "2025-03-04T05:06:07.000%20UTC",
        "2025-03-04T07:06:07+02:00",
        "2025-03-04T07:06:07%2B0200",
        "2025-03-04T07:06:07+02",
        "2025-03-04T06:06:07%20CET"
      })
  void date_isReadInEverySpellingAndBothEndsAreInclusive(String date) {
    assertThat(ids(server.get(ORDERS + "?startDate=" + date + "&endDate=" + date)))
        .containsExactly("1", "2", "3");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "?startDate=2025-03-04T05:06:07.001Z&endDate=2025-06-01 ''",
        "?startDate=2025-01-01&endDate=2025-03-04T05:06:06.999Z ''",
        "?startDate=2001-01-01&endDate=2031-01-01 110-0000000-0000001,a/b%c,1,2,3",
        "?startDate=2025-01-01&endDate=2025-06-01&orderStatuses=LOST&region=XX 1,2,3",
        "?endDate=2025-06-01?startDate=2025-01-01 1,2,3",
        "?purchaseOrderNumber=PO+3%2F4 3",
        "?purchaseOrderNumber=PO+3%2F4&startDate=2025-01-01&endDate=2025-02-01 ''",
        "?purchaseOrderNumber=none ''"
      })
  void query_findsWhatItAsksFor(String query, String found) {
    assertThat(String.join(",", ids(server.get(ORDERS + query))).replace(' ', '%'))
        .isEqualTo(found);
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {0}")
  @CsvSource({OLD + "," + OLD, "a%2Fb%20c,a/b c", "a%2fb%20c,a/b c", "%31,1", "1/,1", "%201%20,1"})
  void orderId_findsAnOrderOfAnyAge(String segment, String id) {
    Answer answer = server.get(ORDERS + "/" + segment);
    assertThat(ids(answer)).containsExactly(id);
    assertThat(answer.body()).endsWith("],\"nextPageToken\":null,\"size\":1}");
  }

  @Test
  void orderId_needsNoDatesAndIgnoresTheListingsParameters() {
    assertThat(
            ids(server.get(ORDERS + "/1?startDate=x&endDate=y&nextPageToken=z&orderId=2&page=7")))
        .containsExactly("1");
  }

  @ParameterizedTest(name = "CONTRACT 4.6, getOrdersByOrderId, unknown id: {0}")
  @ValueSource(strings = {"114-7470804-5505847", "%20", "1~", "4", "%C3%84", "a%2Fb"})
  void orderId_thatIsUnknownIsNotFound(String segment) {
    Answer answer = server.get(ORDERS + "/" + segment + "?" + ALL);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"NotFound\",\"message\":\"The requested resource doesn't"
                + " exist.\",\"details\":\"\"}]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("0.5");
    assertCommonHeaders(answer);
  }

  @Test
  void orderId_ofAnotherAccountIsNotFound() {
    AccountId other = new AccountId("other");
    server.addAccount(other);
    server.write(other, List.of(SampleOrders.order("theirs")));
    String theirs = server.tokenFor(other, Role.AMAZON_BUSINESS_ANALYTICS);
    assertThat(ids(server.getAs(theirs, ORDERS + "/theirs"))).containsExactly("theirs");
    assertThat(server.get(ORDERS + "/theirs").status()).isEqualTo(404);
    assertThat(server.getAs(theirs, ORDERS + "/1").status()).isEqualTo(404);
    assertThat(ids(server.getAs(theirs, ORDERS + DATES))).containsExactly("theirs");
  }

  @ParameterizedTest(name = "{0} is another path")
  @ValueSource(strings = {"/1/2", "/1/lineItems", "//1", ";a=b"})
  void path_thatNobodyServesIsDenied(String more) {
    assertThat(server.get(ORDERS + more).status()).isEqualTo(403);
    assertThat(server.send(request("POST", ORDERS, server.accessToken)).status()).isEqualTo(403);
  }

  @Test
  void write_isSeenByBothOperationsAtOnce() {
    AccountId fresh = new AccountId("fresh");
    server.addAccount(fresh);
    String token = server.tokenFor(fresh, Role.AMAZON_BUSINESS_ANALYTICS);
    assertThat(server.getAs(token, ORDERS + "/9").status()).isEqualTo(404);
    server.write(fresh, List.of(SampleOrders.draft("9").status(OrderStatus.PENDING).build()));
    assertThat(server.getAs(token, ORDERS + "/9").body())
        .contains("\"orderStatus\":\"Pending\"")
        .isEqualTo(server.getAs(token, ORDERS + DATES).body());
  }

  private static JsonNode order(String id, String flags) {
    return find(server.get(ORDERS + "/" + id + "?" + flags), id);
  }

  static JsonNode find(Answer answer, String id) {
    for (JsonNode order : tree(answer).get("orders")) {
      if (order.get("orderId").textValue().equals(id)) {
        return order;
      }
    }
    throw new AssertionError(id + " is not in " + answer.body());
  }

  static JsonNode tree(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JsonForTests.tree(answer.body().getBytes(UTF_8));
  }

  static List<String> lists(JsonNode order) {
    return List.of("lineItems", "shipments", "charges").stream().filter(order::has).toList();
  }
}
