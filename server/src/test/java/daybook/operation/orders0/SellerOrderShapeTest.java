package daybook.operation.orders0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Money;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.RandomSellerOrders;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.TaxClassification;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SellerOrderShapeTest {

  private static final SellerOrderShape SHAPE = new SellerOrderShape(false);
  private static final String BARE =
      "'AmazonOrderId':'114-0000001-0000001','PurchaseDate':'2025-03-04T05:06:07Z',"
          + "'LastUpdateDate':'2025-03-05T06:07:08Z','OrderStatus':'Pending'";

  /** The 47 members of CONTRACT 1.5 in their order, the restricted ones at the end. */
  private static final List<String> MEMBERS =
      List.of(
          "AmazonOrderId",
          "SellerOrderId",
          "PurchaseDate",
          "LastUpdateDate",
          "OrderStatus",
          "FulfillmentChannel",
          "SalesChannel",
          "OrderChannel",
          "ShipServiceLevel",
          "OrderTotal",
          "NumberOfItemsShipped",
          "NumberOfItemsUnshipped",
          "PaymentExecutionDetail",
          "PaymentMethod",
          "PaymentMethodDetails",
          "MarketplaceId",
          "ShipmentServiceLevelCategory",
          "EasyShipShipmentStatus",
          "CbaDisplayableShippingLabel",
          "OrderType",
          "EarliestShipDate",
          "LatestShipDate",
          "EarliestDeliveryDate",
          "LatestDeliveryDate",
          "IsBusinessOrder",
          "IsPrime",
          "IsPremiumOrder",
          "IsGlobalExpressEnabled",
          "ReplacedOrderId",
          "IsReplacementOrder",
          "PromiseResponseDueDate",
          "IsEstimatedShipDateSet",
          "IsSoldByAB",
          "IsIBA",
          "DefaultShipFromLocationAddress",
          "BuyerInvoicePreference",
          "FulfillmentInstruction",
          "IsISPU",
          "IsAccessPointOrder",
          "MarketplaceTaxInfo",
          "SellerDisplayName",
          "AutomatedShippingSettings",
          "HasRegulatedItems",
          "ElectronicInvoiceStatus",
          "ShippingAddress",
          "BuyerInfo",
          "BuyerTaxInformation");

  @Provide
  Arbitrary<SellerOrder> orders() {
    return RandomSellerOrders.orders();
  }

  @Property(tries = 500)
  void read_givesBackWhatWasWritten(@ForAll("orders") SellerOrder order) {
    SellerOrder again = SHAPE.read(Json.readObject(SHAPE.write(order)));
    assertThat(SHAPE.write(again)).isEqualTo(SHAPE.write(order));
  }

  @Property(tries = 500)
  void write_printsNoNull(@ForAll("orders") SellerOrder order) {
    assertThat(new String(SHAPE.write(order), UTF_8)).doesNotContain(":null", "[null");
  }

  @Test
  void write_hasAllMembersInTheOrderOfTheContract() {
    JsonObject json = Json.readObject(SHAPE.write(SampleSellerOrders.full("114-1")));

    assertThat(MEMBERS).hasSize(47);
    // A file also keeps the store, by which orders are found but which they never show.
    assertThat(json.names()).startsWith(MEMBERS.toArray(new String[0]));
    assertThat(json.names()).endsWith("StoreChainStoreId").hasSize(48);
  }

  @Test
  void read_ofAFullOrder_losesNothing() {
    SellerOrder full = SampleSellerOrders.full("114-0000001-0000001");

    assertThat(SHAPE.read(Json.readObject(SHAPE.write(full)))).isEqualTo(full);
  }

  @Test
  void read_ofTheRequiredMembers_leavesTheRestUnknown() {
    SellerOrder order = read("");

    assertThat(order.status()).isEqualTo(SellerOrderStatus.PENDING);
    assertThat(order.payment().total()).isNull();
    assertThat(order.flags()).isEmpty();
    assertThat(order.shippingAddress()).isNull();
    assertThat(new String(SHAPE.write(order), UTF_8))
        .isEqualTo(("{" + BARE + "}").replace('\'', '"'));
  }

  @Test
  void read_takesAmazonsOwnExample() throws IOException {
    try (InputStream example = getClass().getResourceAsStream("/orders0/example.json")) {
      SellerOrder order = SHAPE.read(Json.readObject(example.readAllBytes()));

      assertThat(order.amazonOrderId()).isEqualTo("902-3159896-1390916");
      assertThat(order.payment().methodDetails()).containsExactly("CreditCard", "GiftCertificate");
      assertThat(order.shippingAddress().contact().name()).isEqualTo("Michigan address");
      assertThat(order.buyer().tax().companyLegalName()).isEqualTo("A Company Name");
      assertThat(order.flag(OrderFlag.IS_PRIME)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'\"true\"', true", "'\"False\"', false", "false, false"})
  void read_takesBooleansAsStrings(String value, boolean expected) {
    assertThat(read(",'IsReplacementOrder':" + value).flag(OrderFlag.IS_REPLACEMENT_ORDER))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11.01     | 11.01",
        "'11.010'  | 11.010",
        "0         | 0",
        "'0.00'    | 0.00",
        "-5.5      | -5.5"
      })
  void amount_keepsItsScaleAndIsWrittenAsText(String amount, String text) {
    SellerOrder order =
        read(",'OrderTotal':{'CurrencyCode':'USD','Amount':" + quoted(amount) + "}");

    assertThat(order.payment().total()).isEqualTo(Money.of("USD", text));
    assertThat(new String(SHAPE.write(order), UTF_8))
        .contains("\"OrderTotal\":{\"CurrencyCode\":\"USD\",\"Amount\":\"" + text + "\"}");
  }

  @Test
  void read_takesWhatTheWildHas() {
    SellerOrder order =
        read(
            ",'FulfillmentChannel':'SellerFulfilled','NumberOfItemsShipped':'2',"
                + "'EarliestShipDate':'2025-03-05T08:00:00.123Z','OrderTotal':{},"
                + "'MarketplaceTaxInfo':{},'ItemApprovalTypes':['x'],'OrderChannel':null");

    assertThat(order.fulfilment().channel()).isEqualTo(FulfillmentChannel.MFN);
    assertThat(order.fulfilment().itemsShipped()).isEqualTo(2);
    assertThat(order.fulfilment().service().dates().earliestShip())
        .isEqualTo("2025-03-05T08:00:00.123Z");
    assertThat(order.payment().total()).isNull();
    assertThat(order.invoicing().marketplaceTax()).isEmpty();
    assertThat(order.sale().orderChannel()).isNull();
  }

  @Test
  void read_takesTaxClassifications() {
    SellerOrder order =
        read(
            ",'BuyerInfo':{'BuyerTaxInfo':{'TaxClassifications':"
                + "[{'Name':'VATNumber','Value':'XXX123'},{}]}}");

    assertThat(order.buyer().tax().classifications())
        .containsExactly(
            new TaxClassification("VATNumber", "XXX123"), new TaxClassification(null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'OrderStatus':'Gone'                                      | OrderStatus: unknown value",
        "'OrderStatus':null                                        | OrderStatus: is missing",
        "'PurchaseDate':'soon'                                     | PurchaseDate: no date",
        "'AmazonOrderId':''                                        | AmazonOrderId: is empty",
        "'IsPrime':'maybe'                                         | IsPrime: expected true or",
        "'IsPrime':7                                               | IsPrime: expected true or",
        "'NumberOfItemsShipped':'x'                                | NumberOfItemsShipped:",
        "'OrderTotal':{'CurrencyCode':'XXZ','Amount':'1'}          | OrderTotal.CurrencyCode:",
        "'OrderTotal':{'CurrencyCode':'USD','Amount':'1.0000000'}  | OrderTotal.Amount:",
        "'OrderTotal':{'CurrencyCode':'USD'}                       | OrderTotal.Amount: is missing",
        "'PaymentExecutionDetail':[{'PaymentMethod':'GC'}]         | Detail[0].Payment: is missing",
        "'ShippingAddress':'here'                                  | ShippingAddress: expected an",
        "'EasyShipShipmentStatus':'Arrived'                        | EasyShipShipmentStatus:",
        "'ShippingAddress':{'ExtendedFields':{'GeoCoordinates':{'Latitude':1E9}}} | GeoCoordinates:"
      })
  void read_namesWhatIsWrong(String member, String problem) {
    String name = member.substring(0, member.indexOf(':'));
    String rest = BARE.replaceFirst(name + ":'[^']*',?", "");
    String text = ("{" + rest + (rest.endsWith(",") ? "" : ",") + member + "}").replace('\'', '"');

    assertThatThrownBy(() -> SHAPE.read(Json.readObject(text.getBytes(UTF_8))))
        .isInstanceOf(JsonProblem.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'AmazonOrderId':'1'}", "{'PurchaseDate':'x','LastUpdateDate':'x','a':1}"})
  void shape_recognisesItsOrders(String text) {
    assertThat(SHAPE.recognises(Json.readObject(text.replace('\'', '"').getBytes(UTF_8)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'orderId':'1','orderDate':'x'}", "{'orderMetadata':{}}"})
  void shape_leavesOthersAlone(String text) {
    assertThat(SHAPE.recognises(Json.readObject(text.replace('\'', '"').getBytes(UTF_8))))
        .isFalse();
  }

  @Test
  void replacement_isWrittenAsTextWhereThatIsObserved() {
    SellerOrder order = read(",'IsReplacementOrder':false");

    assertThat(new String(new SellerOrderShape(true).write(order), UTF_8))
        .contains("\"IsReplacementOrder\":\"false\"");
    assertThat(new String(SHAPE.write(order), UTF_8)).contains("\"IsReplacementOrder\":false");
  }

  private static String quoted(String amount) {
    return amount.startsWith("'") ? amount : amount.strip();
  }

  private static SellerOrder read(String more) {
    String text = ("{" + BARE + more + "}").replace('\'', '"');
    return SHAPE.read(Json.readObject(text.getBytes(UTF_8)));
  }
}
