package daybook.operation.reporting2021;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.domain.Address;
import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.DeliveryStatus;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.RandomOrders;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.json.Json;
import daybook.json.JsonForTests;
import daybook.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderShapeTest {

  private static final String SANDBOX =
      JsonForTests.resource("/sandbox/getOrdersByOrderDate.json").get("orders").get(0).toString();

  private final OrderShape shape = new OrderShape();

  @Provide
  Arbitrary<BusinessOrder> orders() {
    return RandomOrders.orders();
  }

  @Property
  void read_keepsWhatTheShapeShows(@ForAll("orders") BusinessOrder order) {
    assertThat(shape.read(Json.readObject(shape.write(order)))).isEqualTo(shown(order));
  }

  @Property
  void write_isTheSameAfterReading(@ForAll("orders") BusinessOrder order) {
    byte[] written = shape.write(order);
    assertThat(shape.write(shape.read(Json.readObject(written)))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getOrdersByOrderDate.json", "getOrdersByOrderId.json"})
  void write_isTheSandboxBodyAsDocumented(String name) {
    JsonNode record = JsonForTests.resource("/sandbox/" + name).get("orders").get(0);
    ObjectNode documented = record.deepCopy();
    documented.put("orderStatus", "Cancelled");
    ((ObjectNode) documented.get("buyingCustomer")).put("id", "");
    ((ObjectNode) documented.get("shipments").get(0)).put("shipmentStatus", "Shipped");
    assertThat(JsonForTests.tree(rewritten(record.toString()).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(documented);
  }

  @Test
  void write_keepsTheOrderOfTheSandboxMembers() {
    JsonNode record = JsonForTests.tree(SANDBOX.getBytes(StandardCharsets.UTF_8));
    JsonNode written = JsonForTests.tree(rewritten(SANDBOX).getBytes(StandardCharsets.UTF_8));
    assertThat(written.fieldNames()).toIterable().containsExactlyElementsOf(record::fieldNames);
    for (String list : new String[] {"lineItems", "shipments", "charges"}) {
      assertThat(written.get(list).get(0).fieldNames())
          .toIterable()
          .as(list)
          .containsExactlyElementsOf(record.get(list).get(0)::fieldNames);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_APPROVAL,Pending Approval",
    "PAYMENT_CONFIRMED,Payment Confirmed",
    "PENDING_FULFILLMENT,Pending Fulfillment",
    "PENDING,Pending",
    "CANCELLED,Cancelled",
    "CLOSED,Closed"
  })
  void status_isReadInBothSpellingsAndWrittenAsDocumented(OrderStatus status, String documented) {
    assertThat(withStatus(status.name())).isEqualTo(status);
    assertThat(withStatus(documented)).isEqualTo(status);
    BusinessOrder order = SampleOrders.draft("114-1").status(status).build();
    assertThat(written(order).get("orderStatus").textValue()).isEqualTo(documented);
  }

  @ParameterizedTest
  @EnumSource(DeliveryStatus.class)
  void deliveryStatus_isReadInBothSpellingsAndWrittenAsDocumented(DeliveryStatus status) {
    String documented = status.name().replace('_', ' ');
    assertThat(rewritten(SANDBOX.replace("\"DELIVERED\"", "\"" + status.name() + "\"")))
        .contains("\"deliveryStatus\":\"" + documented + "\"");
    assertThat(rewritten(SANDBOX.replace("\"DELIVERED\"", "\"" + documented + "\"")))
        .contains("\"deliveryStatus\":\"" + documented + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[EMPTY]"})
  void customerId_isUnknownInBothSpellings(String id) {
    BusinessOrder order = read(SANDBOX.replace("[EMPTY]", id));
    assertThat(order.buyingCustomer().id()).isNull();
    assertThat(written(order).get("buyingCustomer").get("id").textValue()).isEmpty();
  }

  @Test
  void customerId_isKept() {
    assertThat(read(SANDBOX.replace("[EMPTY]", "amzn1.account.A")).buyingCustomer())
        .isEqualTo(
            new Customer(
                "amzn1.account.A", "[buyingCustomerName]", "[buyingCustomer@example.com]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"35.00", "20.0", "0", "-1.5", "12.345678"})
  void amounts_keepTheirText(String amount) {
    String record = SANDBOX.replace("\"amount\":\"0\"", "\"amount\":\"" + amount + "\"");
    assertThat(written(read(record)).get("orderTax").get("amount").textValue()).isEqualTo(amount);
  }

  @Test
  void lists_areLeftOutWhenUnknownAndEmptyWhenEmpty() {
    JsonNode unknown = written(SampleOrders.draft("114-1").lines(-1).build());
    assertThat(unknown.has("lineItems") || unknown.has("shipments") || unknown.has("charges"))
        .isFalse();
    assertThat(written(SampleOrders.draft("114-1").lines(0).build()).get("lineItems")).isEmpty();
    BusinessOrder read =
        read(
            "{\"orderId\":\"1\",\"orderDate\":\"2024-01-01\","
                + "\"orderStatus\":\"Closed\",\"charges\":[],\"lineItems\":null}");
    assertThat(read.charges()).isEmpty();
    assertThat(read.lineItems()).isNull();
    assertThat(read.shipments()).isNull();
  }

  @Test
  void unknownSums_areZeroInTheOrdersCurrency() {
    JsonNode order = written(withAmounts(Region.JP, Money.of("GBP", "9.99")));
    assertThat(order.get("orderTax").toString())
        .isEqualTo("{\"currencyCode\":\"GBP\",\"amount\":\"0.00\"}");
    assertThat(order.get("orderNetTotal").get("amount").textValue()).isEqualTo("9.99");
  }

  @Test
  void unknownSums_areZeroInTheRegionsCurrencyIfNoneIsKnown() {
    assertThat(written(withAmounts(Region.JP, null)).get("orderTax").toString())
        .isEqualTo("{\"currencyCode\":\"JPY\",\"amount\":\"0\"}");
  }

  @Test
  void unknownSums_areNullIfNothingTellsTheCurrency() {
    assertThat(written(withAmounts(null, null)).get("orderTax").isNull()).isTrue();
  }

  @Test
  void unknownMembers_areNullWhereTheLiveServiceShowsNull() {
    JsonNode order = written(withAmounts(null, null));
    for (String name :
        new String[] {
          "purchaseOrderNumber",
          "lastOrderApproverName",
          "buyingCustomer",
          "buyerGroupName",
          "businessOrderInfo"
        }) {
      assertThat(order.has(name) && order.get(name).isNull()).as(name).isTrue();
    }
    assertThat(order.get("orderQuantity").intValue()).isZero();
  }

  @Test
  void seller_isReadFromDeprecatedMembers() {
    String seller =
        "{\"sellerName\":\"S\",\"sellerCity\":\"C\",\"sellerState\":\"ST\",\"sellerPostalCode\":\"1\"}";
    assertThat(seller(seller)).isEqualTo(new Address(null, null, "C", "ST", "1", null));
    assertThat(seller("{\"sellerName\":\"S\"}")).isNull();
  }

  @Test
  void seller_fillsGapsOfItsAddressFromDeprecatedMembers() {
    String seller =
        "{\"sellerName\":\"S\",\"sellerCity\":\"old\",\"sellerState\":\"ST\","
            + "\"sellerPrimaryAddress\":{\"city\":\"new\",\"countryCode\":\"US\"}}";
    assertThat(seller(seller)).isEqualTo(new Address(null, null, "new", "ST", null, "US"));
  }

  @Test
  void seller_isWrittenWithDeprecatedMembers() {
    JsonNode seller = written(SampleOrders.order("114-1")).get("lineItems").get(0).get("seller");
    assertThat(seller.get("sellerCity").textValue()).isEqualTo("Austin");
    assertThat(seller.get("sellerState").textValue()).isEqualTo("TX");
    assertThat(seller.get("sellerPostalCode").textValue()).isEqualTo("78701");
    assertThat(seller.get("sellerPrimaryAddress").get("city").textValue()).isEqualTo("Austin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"112-1248174-0174665\" | null | orderId: is missing",
        "\"112-1248174-0174665\" | {} | orderId: expected a string, found {}",
        "\"2020-12-01T01:55:00Z\" | \"soon\" | orderDate: no date: 'soon'",
        "\"2020-12-01T01:55:00Z\" | null | orderDate: is missing",
        "\"CANCELLED\" | \"GONE\" | orderStatus: unknown status 'GONE'",
        "\"orderQuantity\":0 | \"orderQuantity\":1.5 |"
            + " orderQuantity: expected a whole number, found 1.5",
        "\"itemQuantity\":3 | \"itemQuantity\":\"3\" |"
            + " lineItems[0].itemQuantity: expected a whole number, found \"3\"",
        "\"itemQuantity\":3 | \"itemQuantity\":null | lineItems[0].itemQuantity: is missing",
        "\"shipmentQuantity\":1 | \"shipmentQuantity\":null |"
            + " shipments[0].shipmentQuantity: is missing",
        "\"DELIVERED\" | \"EATEN\" |"
            + " shipments[0].deliveryInformation.deliveryStatus: unknown status 'EATEN'",
        "\"2025-12-15T15:14:02Z\" | \"never\" | lineItems[0].sellerCredentialDetails[0]"
            + ".certifyingAgenciesDetails[0].certificateExpirationDate: no date: 'never'",
        "\"taxExemptionApplied\":true | \"taxExemptionApplied\":\"yes\" |"
            + " lineItems[0].taxExemptionApplied: expected true or false, found \"yes\"",
        "[\"[transactionId]\"] | \"x\" |"
            + " lineItems[0].transactionIds: expected an array, found \"x\"",
        "[\"[carrierTrackingNumber]\"] | [1] |"
            + " lineItems[0].carrierTrackingNumbers[0]: expected a string, found 1",
      })
  void read_namesFieldAndReason(String good, String bad, String message) {
    assertThat(SANDBOX).contains(good);
    assertThatThrownBy(() -> read(SANDBOX.replace(good, bad)))
        .isInstanceOf(JsonProblem.class)
        .hasMessage(message);
  }

  @Test
  void read_namesAnUnknownCurrency() {
    assertThatThrownBy(() -> read(SANDBOX.replace("USD", "USX")))
        .hasMessage("orderSubTotal.currencyCode: unknown currency 'USX'");
  }

  @Test
  void read_namesAPaymentWithoutAmount() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"orderId\":\"1\",\"orderDate\":\"2024-01-01\","
                        + "\"orderStatus\":\"Closed\",\"charges\":[{\"transactionId\":\"1\"}]}"))
        .hasMessage("charges[0].amount: is missing");
  }

  @Test
  void recognises_ownRecordsOnly() {
    assertThat(shape.recognises(JsonForTests.object(SANDBOX))).isTrue();
    assertThat(shape.recognises(JsonForTests.object("{\"orderNetTotal\":null}"))).isTrue();
    assertThat(shape.recognises(JsonForTests.object("{\"orderMetadata\":{},\"lineItems\":[]}")))
        .isFalse();
    assertThat(shape.recognises(JsonForTests.object("{\"errors\":[]}"))).isFalse();
  }

  @Test
  void shape_tellsIdAndInstant() {
    BusinessOrder order = SampleOrders.order("114-1");
    assertThat(shape.id(order)).isEqualTo("114-1");
    assertThat(shape.instant(order)).isEqualTo(SampleOrders.PLACED);
    assertThat(shape.name()).isEqualTo("reports-2021");
    assertThat(shape.envelope()).isEqualTo("orders");
  }

  private BusinessOrder read(String record) {
    return shape.read(JsonForTests.object(record));
  }

  private String rewritten(String record) {
    return new String(shape.write(read(record)), StandardCharsets.UTF_8);
  }

  private JsonNode written(BusinessOrder order) {
    return JsonForTests.tree(shape.write(order));
  }

  private OrderStatus withStatus(String text) {
    return read(SANDBOX.replace("\"CANCELLED\"", "\"" + text + "\"")).status();
  }

  private Address seller(String seller) {
    String item = "{\"itemQuantity\":1,\"seller\":" + seller + "}";
    return read("{\"orderId\":\"1\",\"orderDate\":\"2024-01-01\",\"orderStatus\":\"Closed\","
            + "\"lineItems\":["
            + item
            + "]}")
        .lineItems()
        .get(0)
        .seller()
        .primaryAddress();
  }

  private static BusinessOrder withAmounts(Region region, Money netTotal) {
    return new BusinessOrder(
        "114-1",
        SampleOrders.PLACED,
        region,
        null,
        OrderStatus.CLOSED,
        null,
        new Amounts(null, null, null, null, netTotal),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What is left of an order after it went through this shape. */
  private static BusinessOrder shown(BusinessOrder order) {
    Customer buyer = order.buyingCustomer();
    Customer approver = order.lastApprover();
    boolean withoutId = buyer != null && buyer.id() != null && buyer.id().isEmpty();
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        null,
        order.purchaseOrderNumber(),
        order.status(),
        order.quantity() == null ? Integer.valueOf(0) : order.quantity(),
        SumsJson.withoutGaps(order),
        withoutId ? new Customer(null, buyer.name(), buyer.email()) : buyer,
        order.buyerGroupName(),
        order.businessOrderInfo(),
        approver == null || approver.name() == null
            ? null
            : new Customer(null, approver.name(), null),
        null,
        order.lineItems(),
        order.shipments(),
        order.charges());
  }
}
