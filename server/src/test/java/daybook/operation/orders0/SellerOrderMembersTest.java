package daybook.operation.orders0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.json.JsonForTests;
import daybook.web.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 47 members of an order and those of its nested objects (CONTRACT 1.5). */
final class SellerOrderMembersTest {

  /** In the order of the contract, but for the three restricted ones, which stand at the end. */
  private static final List<String> MEMBERS =
      List.of(
          ("AmazonOrderId SellerOrderId PurchaseDate LastUpdateDate OrderStatus FulfillmentChannel"
                  + " SalesChannel OrderChannel ShipServiceLevel OrderTotal NumberOfItemsShipped"
                  + " NumberOfItemsUnshipped PaymentExecutionDetail PaymentMethod"
                  + " PaymentMethodDetails MarketplaceId ShipmentServiceLevelCategory"
                  + " EasyShipShipmentStatus CbaDisplayableShippingLabel OrderType EarliestShipDate"
                  + " LatestShipDate EarliestDeliveryDate LatestDeliveryDate IsBusinessOrder IsPrime"
                  + " IsPremiumOrder IsGlobalExpressEnabled ReplacedOrderId IsReplacementOrder"
                  + " PromiseResponseDueDate IsEstimatedShipDateSet IsSoldByAB IsIBA"
                  + " DefaultShipFromLocationAddress BuyerInvoicePreference FulfillmentInstruction"
                  + " IsISPU IsAccessPointOrder MarketplaceTaxInfo SellerDisplayName"
                  + " AutomatedShippingSettings HasRegulatedItems ElectronicInvoiceStatus"
                  + " ShippingAddress BuyerInfo BuyerTaxInformation")
              .split(" "));

  @Test
  void order_hasTheMembersOfTheContractInTheirOrder() {
    List<String> written = new ArrayList<>(names(write(full())));
    written.remove("StoreChainStoreId");
    assertThat(MEMBERS).hasSize(47);
    assertThat(written).isEqualTo(MEMBERS);
    assertThat(names(OpenApi.DESCRIPTION.root().at("/components/schemas/SellerOrder/properties")))
        .isEqualTo(MEMBERS);
  }

  @Test
  void order_ofWhichLittleIsKnownHasTheRequiredMembersOnly() {
    List<String> required = new ArrayList<>();
    OpenApi.DESCRIPTION
        .root()
        .at("/components/schemas/SellerOrder/required")
        .forEach(name -> required.add(name.asText()));
    assertThat(required)
        .containsExactly("AmazonOrderId", "PurchaseDate", "LastUpdateDate", "OrderStatus");
    SellerOrder bare =
        new SellerOrderShape(false)
            .read(
                JsonForTests.object(
                    "{'AmazonOrderId':'1','PurchaseDate':'2025-01-01','LastUpdateDate':'2025-01-01',"
                            .replace('\'', '"')
                        + "\"OrderStatus\":\"Pending\"}"));
    assertThat(names(write(bare))).containsExactlyElementsOf(required);
  }

  @ParameterizedTest(name = "CONTRACT 1.5, {0}")
  @CsvSource({
    "Money, OrderTotal, CurrencyCode Amount",
    "BuyerInfo, BuyerInfo, BuyerEmail BuyerName BuyerCounty BuyerTaxInfo PurchaseOrderNumber",
    "BuyerTaxInfo, BuyerInfo/BuyerTaxInfo, CompanyLegalName TaxingRegion TaxClassifications",
    "TaxClassification, BuyerInfo/BuyerTaxInfo/TaxClassifications/0, Name Value",
    "BuyerTaxInformation, BuyerTaxInformation, BuyerLegalCompanyName BuyerBusinessAddress"
        + " BuyerTaxRegistrationId BuyerTaxOffice",
    "FulfillmentInstruction, FulfillmentInstruction, FulfillmentSupplySourceId",
    "MarketplaceTaxInfo, MarketplaceTaxInfo, TaxClassifications",
    "AutomatedShippingSettings, AutomatedShippingSettings, HasAutomatedShippingSettings"
        + " AutomatedCarrier AutomatedShipMethod"
  })
  void nestedObjects_haveTheMembersOfTheContract(String object, String place, String members) {
    assertThat(names(write(full()).at("/" + place)))
        .as(object)
        .isSubsetOf(members.split(" "))
        .isNotEmpty();
  }

  @ParameterizedTest(name = "CONTRACT 1.5, {0} is described with {1}")
  @CsvSource({
    "SellerMoney, CurrencyCode Amount",
    "PaymentExecution, Payment PaymentMethod AcquirerId CardBrand AuthorizationCode",
    "SellerAddress, Name CompanyName AddressLine1 AddressLine2 AddressLine3 City County District"
        + " StateOrRegion Municipality PostalCode CountryCode Phone ExtendedFields AddressType",
    "AddressExtendedFields, StreetName StreetNumber Complement Neighborhood GeoCoordinates",
    "GeoCoordinates, Latitude Longitude",
    "BuyerInfo, BuyerEmail BuyerName BuyerCounty BuyerTaxInfo PurchaseOrderNumber",
    "BuyerTaxInfo, CompanyLegalName TaxingRegion TaxClassifications",
    "TaxClassification, Name Value"
  })
  void description_hasTheMembersOfTheContract(String schema, String members) {
    JsonNode properties =
        OpenApi.DESCRIPTION.root().at("/components/schemas/" + schema + "/properties");
    Set<String> described = new TreeSet<>(names(properties));
    assertThat(described).isEqualTo(new TreeSet<>(List.of(members.split(" "))));
  }

  private static SellerOrder full() {
    return SampleSellerOrders.full("114-0000000-0000001");
  }

  private static JsonNode write(SellerOrder order) {
    return OpenApi.read(new String(new SellerOrderShape(false).write(order), UTF_8));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
