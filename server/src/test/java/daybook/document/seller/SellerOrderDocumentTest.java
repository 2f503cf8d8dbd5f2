package daybook.document.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.seller.Invoicing;
import daybook.domain.seller.RandomSellerOrders;
import daybook.domain.seller.Sale;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerFulfilment;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SellerOrderDocumentTest {

  @Provide
  Arbitrary<SellerOrder> orders() {
    return RandomSellerOrders.orders();
  }

  @Property
  void decode_givesBackWhatWasEncoded(@ForAll("orders") SellerOrder order) {
    assertThat(SellerOrderDocument.decode(SellerOrderDocument.encode(order))).isEqualTo(order);
  }

  @Property(tries = 200)
  void encode_isCanonical(@ForAll("orders") SellerOrder order) {
    byte[] document = SellerOrderDocument.encode(order);
    assertThat(SellerOrderDocument.encode(SellerOrderDocument.decode(document)))
        .isEqualTo(document);
  }

  @Test
  void encode_leavesOutWhatIsUnknown() {
    assertThat(text(bare(SellerPayment.UNKNOWN)))
        .isEqualTo(
            "{\"amazonOrderId\":\"114-1\",\"purchaseDate\":\"2025-03-04T05:06:07Z\","
                + "\"lastUpdateDate\":\"2025-03-05T06:07:08Z\",\"status\":\"Pending\"}");
  }

  @Test
  void encode_tellsAnEmptyListFromAnUnknownOne() {
    SellerOrder order = bare(new SellerPayment(null, null, List.of(), null));

    SellerPayment decoded = SellerOrderDocument.decode(SellerOrderDocument.encode(order)).payment();

    assertThat(decoded.methodDetails()).isEmpty();
    assertThat(decoded.execution()).isNull();
  }

  /** Documents are stored: if this fails, stored ones can't be read or compared any more. */
  @Test
  void encode_isTheGoldenDocument() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/sellerOrderDocument.json")) {
      assertThat(text(SampleSellerOrders.full("114-0575598-4117065")))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{'amazonOrderId':'1'}",
        "{'amazonOrderId':'1','purchaseDate':'x','lastUpdateDate':'x','status':'Pending'}",
        "{'amazonOrderId':'1','purchaseDate':'2025-03-04T05:06:07Z',"
            + "'lastUpdateDate':'2025-03-04T05:06:07Z','status':'Lost'}",
        "{'amazonOrderId':'1','purchaseDate':'2025-03-04T05:06:07Z',"
            + "'lastUpdateDate':'2025-03-04T05:06:07Z'}"
      })
  void decode_refusesWhatIsNoDocument(String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SellerOrderDocument.decode(bytes)).isInstanceOf(JsonProblem.class);
  }

  private static String text(SellerOrder order) {
    return new String(SellerOrderDocument.encode(order), StandardCharsets.UTF_8);
  }

  private static SellerOrder bare(SellerPayment payment) {
    return new SellerOrder(
        "114-1",
        null,
        SampleSellerOrders.PLACED,
        SampleSellerOrders.UPDATED,
        SellerOrderStatus.PENDING,
        Sale.UNKNOWN,
        payment,
        SellerFulfilment.UNKNOWN,
        Invoicing.UNKNOWN,
        Map.of(),
        null,
        null,
        null,
        null);
  }
}
