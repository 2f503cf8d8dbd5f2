package daybook.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.Discount;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.RandomOrders;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.domain.SellerCredential;
import daybook.domain.SellerCredential.CertifyingAgency;
import daybook.domain.TaxExemption;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderDocumentTest {

  @Provide
  Arbitrary<BusinessOrder> orders() {
    return RandomOrders.orders();
  }

  @Property
  void decode_givesBackWhatWasEncoded(@ForAll("orders") BusinessOrder order) {
    assertThat(OrderDocument.decode(OrderDocument.encode(order))).isEqualTo(order);
  }

  @Property
  void encode_isCanonical(@ForAll("orders") BusinessOrder order) {
    byte[] document = OrderDocument.encode(order);
    assertThat(OrderDocument.encode(OrderDocument.decode(document))).isEqualTo(document);
  }

  @Test
  void encode_keepsTheOrderOfCustomFields() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("z", "1");
    info.put("a", "2");
    info.put("m", "3");
    BusinessOrder decoded = OrderDocument.decode(OrderDocument.encode(withInfo(info)));
    assertThat(new ArrayList<>(decoded.businessOrderInfo().keySet()))
        .containsExactly("z", "a", "m");
  }

  @Test
  void encode_keepsTheScaleOfMoney() {
    Amounts amounts = new Amounts(Money.of("USD", "35.00"), Money.of("JPY", "0"), null, null, null);
    BusinessOrder order = bare(amounts);
    Amounts decoded = OrderDocument.decode(OrderDocument.encode(order)).amounts();
    assertThat(decoded.subTotal().text()).isEqualTo("35.00");
    assertThat(decoded.shippingAndHandling().text()).isEqualTo("0");
  }

  @Test
  void encode_leavesOutWhatIsUnknown() {
    assertThat(text(bare(Amounts.UNKNOWN)))
        .isEqualTo(
            "{\"orderId\":\"114-1\",\"orderDate\":\"2025-03-04T05:06:07.008Z\","
                + "\"status\":\"PENDING\"}");
  }

  @Test
  void encode_tellsAnEmptyListFromAnUnknownOne() {
    BusinessOrder order = SampleOrders.draft("114-1").lines(0).build();
    assertThat(OrderDocument.decode(OrderDocument.encode(order)).lineItems()).isEmpty();
    BusinessOrder unknown = SampleOrders.draft("114-1").lines(-1).build();
    assertThat(OrderDocument.decode(OrderDocument.encode(unknown)).lineItems()).isNull();
  }

  /** Documents are stored: if this fails, stored ones can't be read or compared any more. */
  @Test
  void encode_isTheGoldenDocument() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/orderDocument.json")) {
      assertThat(text(full()))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"orderId\":\"1\"}",
        "{\"orderId\":\"1\",\"orderDate\":\"yesterday\",\"status\":\"CLOSED\"}",
        "{\"orderId\":\"1\",\"orderDate\":\"2025-03-04T05:06:07Z\",\"status\":\"LOST\"}",
        "{\"orderId\":\"1\",\"orderDate\":\"2025-03-04T05:06:07Z\",\"status\":\"CLOSED\","
            + "\"region\":\"XX\"}",
        "{\"orderId\":\"1\",\"orderDate\":\"2025-03-04T05:06:07Z\",\"status\":\"CLOSED\","
            + "\"amounts\":{\"tax\":{\"currencyCode\":\"XXZ\",\"amount\":\"1\"}}}"
      })
  void decode_refusesWhatIsNoDocument(String text) {
    assertThatThrownBy(() -> OrderDocument.decode(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonProblem.class);
  }

  private static String text(BusinessOrder order) {
    return new String(OrderDocument.encode(order), StandardCharsets.UTF_8);
  }

  private static BusinessOrder bare(Amounts amounts) {
    return new BusinessOrder(
        "114-1",
        Instant.parse("2025-03-04T05:06:07.008Z"),
        null,
        null,
        OrderStatus.PENDING,
        null,
        amounts,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static BusinessOrder withInfo(Map<String, String> info) {
    return new BusinessOrder(
        "114-1",
        SampleOrders.PLACED,
        Region.US,
        "PO-1",
        OrderStatus.CLOSED,
        3,
        new Amounts(
            Money.of("USD", "35.00"),
            Money.of("USD", "0"),
            Money.of("USD", "-1.5"),
            Money.of("USD", "2.45"),
            Money.of("USD", "35.95")),
        new Customer("A1", "Ada \"Countess\" Byron", ""),
        "Laboratory",
        info,
        new Customer(null, "Grace Hopper", "grace@example.com"),
        "Example Works Inc.",
        null,
        List.of(),
        null);
  }

  private static BusinessOrder full() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("glCode", "4711");
    info.put("costCenter", "");
    BusinessOrder sample = SampleOrders.draft("114-0575598-4117065").lines(1).build();
    LineItem item = sample.lineItems().get(0);
    LineItem special =
        new LineItem(
            item.product(),
            item.listedPricePerUnit(),
            item.purchasedPricePerUnit(),
            item.quantity(),
            item.amounts(),
            item.purchaseOrderLineItem(),
            new TaxExemption(true, "Resale", false),
            new Discount("Negotiated Pricing", "Percent", Money.of("USD", "2.490"), "0.12"),
            item.seller(),
            item.sellerCredentials(),
            List.of(
                new SellerCredential(
                    "Small Business",
                    List.of(new CertifyingAgency("SBA", Instant.parse("2026-01-01T00:00:00Z"))))),
            item.transactionIds(),
            item.carrierTrackingNumbers());
    BusinessOrder order = withInfo(info);
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        order.region(),
        order.purchaseOrderNumber(),
        order.status(),
        order.quantity(),
        order.amounts(),
        order.buyingCustomer(),
        order.buyerGroupName(),
        order.businessOrderInfo(),
        order.lastApprover(),
        order.legalEntityName(),
        List.of(item, special),
        sample.shipments(),
        sample.charges());
  }
}
