package daybook.operation.reporting2025;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.RandomOrders;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.json.Json;
import daybook.json.JsonForTests;
import daybook.json.JsonProblem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderReportShapeTest {

  private static final String DIGITAL =
      """
      {"orderMetadata":{"orderDate":"2024-11-08T21:27:16Z","orderId":"D01-9529667-4499466",\
      "region":"US"},"purchaseOrderNumber":null,"charges":[\
      {"type":"SUBTOTAL","amount":{"currencyCode":"USD","amount":0.0}},\
      {"type":"TAX","amount":{"currencyCode":"USD","amount":0.0}},\
      {"type":"NET_TOTAL","amount":{"currencyCode":"USD","amount":0.0}}],\
      "orderStatus":"CLOSED","buyingCustomer":{"name":"Jane Doe","email":""},\
      "buyerGroup":{"name":"Department 1"},"businessOrderInfo":null,"approverDetails":null}\
      """;

  private static final String PHYSICAL =
      """
      {"orderMetadata":{"orderDate":"2024-11-08T21:29:44Z","orderId":"114-0575598-4117065",\
      "region":"US"},"purchaseOrderNumber":"PoNumber1","charges":[\
      {"type":"SUBTOTAL","amount":{"currencyCode":"USD","amount":2.65}},\
      {"type":"SHIPPING_AND_HANDLING","amount":{"currencyCode":"USD","amount":0.0}},\
      {"type":"PROMOTION","amount":{"currencyCode":"USD","amount":-50.0}},\
      {"type":"TAX","amount":{"currencyCode":"USD","amount":0.27}},\
      {"type":"NET_TOTAL","amount":{"currencyCode":"USD","amount":2.92}}],\
      "orderStatus":"CLOSED","buyingCustomer":{"name":"Jane Doe","email":"jane@example.com"},\
      "buyerGroup":{"name":"Department 1"},"businessOrderInfo":{"glCode":"1","costCenter":""},\
      "approverDetails":{"lastOrderApproverCustomer":{"name":"Joe","email":"joe@example.com"}}}\
      """;

  private final OrderReportShape shape = new OrderReportShape();

  @Provide
  Arbitrary<BusinessOrder> orders() {
    return RandomOrders.orders();
  }

  @Property
  void read_keepsWhatTheShapeShows(@ForAll("orders") BusinessOrder order) {
    BusinessOrder read = shape.read(Json.readObject(shape.write(order)));
    assertThat(read.orderId()).isEqualTo(order.orderId());
    assertThat(read.orderDate()).isEqualTo(order.orderDate());
    assertThat(read.region()).isEqualTo(order.region());
    assertThat(read.purchaseOrderNumber()).isEqualTo(order.purchaseOrderNumber());
    assertThat(read.status()).isEqualTo(order.status());
    assertThat(read.buyerGroupName()).isEqualTo(order.buyerGroupName());
    assertThat(read.businessOrderInfo()).isEqualTo(order.businessOrderInfo());
    assertSameShown(read.buyingCustomer(), order.buyingCustomer());
    assertSameShown(read.lastApprover(), order.lastApprover());
    assertSameShown(read.amounts(), order);
  }

  @Property
  void write_isTheSameAfterReading(@ForAll("orders") BusinessOrder order) {
    byte[] written = shape.write(order);
    assertThat(shape.write(shape.read(Json.readObject(written)))).isEqualTo(written);
  }

  @Property
  void view_rendersTheShape(@ForAll("orders") BusinessOrder order) {
    OrderReportView view = new OrderReportView();
    assertThat(view.render(order)).isEqualTo(shape.write(order));
    assertThat(view.sortInstant(order)).isEqualTo(order.orderDate());
    assertThat(view.id()).isEqualTo(OrderReportView.ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {DIGITAL, PHYSICAL})
  void write_isTheExampleOfTheTutorial(String example) {
    assertThat(rewritten(example)).isEqualTo(example);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getOrderReports.json", "getOrderReportsByPurchaseOrderNumber.json"})
  void write_isTheSandboxBody(String name) {
    JsonNode record = JsonForTests.resource("/sandbox/" + name).get("ordersReport").get(0);
    assertThat(JsonForTests.tree(rewritten(record.toString()).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(record);
  }

  @Test
  void read_takesTheTutorialsSpellingOfShipping() {
    assertThat(rewritten(PHYSICAL.replace("SHIPPING_AND_HANDLING", "SHIPPINGANDHANDLING")))
        .isEqualTo(PHYSICAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2024-11-08T21:29:44Z\" | {\"date\":\"2024-11-08T21:29:44Z\"}",
        "\"2024-11-08T21:29:44Z\" | \"2024-11-08T22:29:44+01:00\"",
        "\"2024-11-08T21:29:44Z\" | \"2024-11-08 21:29:44\"",
        "\"CLOSED\" | \"Closed\"",
        "\"CLOSED\" | \" closed \"",
        "\"US\" | \"us\"",
        "2.65 | \"2.65\"",
        "2.65 | 2.650",
        "-50.0 | -5E1",
        "0.27 | \"0.2700\"",
        "\"NET_TOTAL\" | \"net_total\"",
        "\"orderMetadata\" | \"unheard\":[1,{}],\"orderMetadata\"",
      })
  void read_takesOtherSpellings(String exact, String other) {
    assertThat(PHYSICAL).contains(exact);
    assertThat(rewritten(PHYSICAL.replace(exact, other))).isEqualTo(PHYSICAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "gb", "UK"})
  void region_isNeverGb(String code) {
    assertThat(rewritten(PHYSICAL.replace("\"region\":\"US\"", "\"region\":\"" + code + "\"")))
        .contains("\"region\":\"UK\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"orderId\":\"114-0575598-4117065\", | '' | orderMetadata.orderId: is missing",
        "\"114-0575598-4117065\" | null | orderMetadata.orderId: is missing",
        "\"114-0575598-4117065\" | \"\" | orderMetadata.orderId: is empty",
        "\"114-0575598-4117065\" | 7 | orderMetadata.orderId: expected a string, found 7",
        "\"2024-11-08T21:29:44Z\" | null | orderMetadata.orderDate: is missing",
        "\"2024-11-08T21:29:44Z\" | \"8 Nov\" | orderMetadata.orderDate: no date: '8 Nov'",
        "\"2024-11-08T21:29:44Z\" | \"2024-02-30T00:00:00Z\" |"
            + " orderMetadata.orderDate: no date: '2024-02-30T00:00:00Z'",
        "\"2024-11-08T21:29:44Z\" | {\"date\":\"x\"} | orderMetadata.orderDate.date: no date: 'x'",
        "\"2024-11-08T21:29:44Z\" | [] | orderMetadata.orderDate: expected a string, found []",
        "\"US\" | \"BR\" | orderMetadata.region: unknown region 'BR'",
        "\"CLOSED\" | \"LOST\" | orderStatus: unknown status 'LOST'",
        "\"CLOSED\" | 3 | orderStatus: expected a string, found 3",
        "\"CLOSED\" | null | orderStatus: is missing",
        "\"PROMOTION\" | \"GIFT\" | charges[2].type: unknown charge type 'GIFT'",
        "\"PROMOTION\" | \"TAX\" | charges[3].type: TAX is listed twice",
        "-50.0 | \"fifty\" | charges[2].amount.amount: expected a number, found 'fifty'",
        "-50.0 | true | charges[2].amount.amount: expected a number, found true",
        "-50.0 | null | charges[2].amount.amount: is missing",
        "-50.0 | 1e99 | charges[2].amount.amount: more than 12 digits before the point in an"
            + " amount",
        "-50.0 | 0.0000001 | charges[2].amount.amount: more than 6 decimals in an amount",
        "\"PoNumber1\" | [] | purchaseOrderNumber: expected a string, found []",
        "\"Department 1\" | {} | buyerGroup.name: expected a string, found {}",
        "{\"glCode\":\"1\" | {\"glCode\":2 | businessOrderInfo.glCode: expected a string, found 2",
        "\"joe@example.com\" | 1 |"
            + " approverDetails.lastOrderApproverCustomer.email: expected a string, found 1",
      })
  void read_namesFieldAndReason(String good, String bad, String message) {
    assertThat(PHYSICAL).contains(good);
    assertThatThrownBy(() -> rewritten(PHYSICAL.replace(good, bad)))
        .isInstanceOf(JsonProblem.class)
        .hasMessage(message);
  }

  @Test
  void read_namesAnUnknownCurrency() {
    String bad = PHYSICAL.replace("\"USD\",\"amount\":-50.0", "\"XQX\",\"amount\":-50.0");
    assertThatThrownBy(() -> rewritten(bad))
        .hasMessage("charges[2].amount.currencyCode: unknown currency 'XQX'");
  }

  @Test
  void read_namesAMissingAmount() {
    String bad =
        "{\"orderMetadata\":{\"orderId\":\"1\",\"orderDate\":\"2024-01-01\"},"
            + "\"orderStatus\":\"CLOSED\",\"charges\":[{\"type\":\"TAX\"}]}";
    assertThatThrownBy(() -> rewritten(bad)).hasMessage("charges[0].amount: is missing");
  }

  @Test
  void read_leavesUnknownWhatIsNotThere() {
    BusinessOrder order =
        shape.read(
            JsonForTests.object(
                "{\"orderMetadata\":{\"orderId\":\"1\",\"orderDate\":\"2024-01-01\"},"
                    + "\"orderStatus\":\"PENDING\"}"));
    assertThat(order)
        .isEqualTo(
            new BusinessOrder(
                "1",
                Instant.parse("2024-01-01T00:00:00Z"),
                null,
                null,
                OrderStatus.PENDING,
                null,
                Amounts.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void write_ofAnUnknownSumLeavesItOut() {
    String withoutTax =
        PHYSICAL.replace(
            "{\"type\":\"TAX\",\"amount\":{\"currencyCode\":\"USD\",\"amount\":0.27}},", "");
    assertThat(rewritten(withoutTax)).isEqualTo(withoutTax);
  }

  @Test
  void write_ofADigitalOrderListsThreeCharges() {
    String digital = rewritten(PHYSICAL.replace("114-0575598-4117065", "D01-0575598-4117065"));
    assertThat(digital)
        .contains("SUBTOTAL", "TAX", "NET_TOTAL")
        .doesNotContain("SHIPPING", "PROMOTION");
  }

  @Test
  void write_showsMillisecondsOnlyWhereThereAreAny() {
    assertThat(rewritten(PHYSICAL.replace("21:29:44Z", "21:29:44.120Z")))
        .contains("\"2024-11-08T21:29:44.120Z\"");
    assertThat(rewritten(PHYSICAL.replace("21:29:44Z", "21:29:44.000Z"))).isEqualTo(PHYSICAL);
  }

  @Test
  void recognises_ownRecordsOnly() {
    assertThat(shape.recognises(JsonForTests.object(PHYSICAL))).isTrue();
    assertThat(shape.recognises(JsonForTests.object("{\"approverDetails\":null}"))).isTrue();
    assertThat(shape.recognises(JsonForTests.object("{\"orderId\":\"1\"}"))).isFalse();
    assertThat(shape.recognises(JsonForTests.object("{}"))).isFalse();
  }

  @Test
  void shape_tellsIdAndInstant() {
    BusinessOrder order = SampleOrders.order("114-1");
    assertThat(shape.id(order)).isEqualTo("114-1");
    assertThat(shape.instant(order)).isEqualTo(SampleOrders.PLACED);
    assertThat(shape.name()).isEqualTo("reports-2025");
    assertThat(shape.envelope()).isEqualTo("ordersReport");
    assertThat(shape.read(JsonForTests.object(PHYSICAL)).region()).isEqualTo(Region.US);
    assertThat(shape.read(JsonForTests.object(PHYSICAL)).businessOrderInfo())
        .isEqualTo(Map.of("glCode", "1", "costCenter", ""));
  }

  private String rewritten(String record) {
    BusinessOrder order = shape.read(JsonForTests.object(record));
    return new String(shape.write(order), StandardCharsets.UTF_8);
  }

  private static void assertSameShown(Customer read, Customer order) {
    if (order == null) {
      assertThat(read).isNull();
      return;
    }
    assertThat(read.name()).isEqualTo(order.name() == null ? "" : order.name());
    assertThat(read.email()).isEqualTo(order.email());
  }

  private static void assertSameShown(Amounts read, BusinessOrder order) {
    Amounts sums = order.amounts();
    assertSameShown(read.subTotal(), sums.subTotal());
    assertSameShown(read.tax(), sums.tax());
    assertSameShown(read.netTotal(), sums.netTotal());
    assertSameShown(
        read.shippingAndHandling(), order.isDigital() ? null : sums.shippingAndHandling());
    assertSameShown(read.promotion(), order.isDigital() ? null : sums.promotion());
  }

  private static void assertSameShown(Money read, Money sum) {
    BigDecimal shown = read == null ? null : read.amount();
    if (sum == null) {
      assertThat(shown).isNull();
    } else {
      assertThat(shown).isEqualByComparingTo(sum.amount());
      assertThat(read.currencyCode()).isEqualTo(sum.currencyCode());
    }
  }
}
