package daybook.operation.orders0;

import static daybook.domain.seller.OrderFlag.HAS_REGULATED_ITEMS;
import static daybook.domain.seller.OrderFlag.IS_ACCESS_POINT_ORDER;
import static daybook.domain.seller.OrderFlag.IS_BUSINESS_ORDER;
import static daybook.domain.seller.OrderFlag.IS_ESTIMATED_SHIP_DATE_SET;
import static daybook.domain.seller.OrderFlag.IS_GLOBAL_EXPRESS_ENABLED;
import static daybook.domain.seller.OrderFlag.IS_IBA;
import static daybook.domain.seller.OrderFlag.IS_ISPU;
import static daybook.domain.seller.OrderFlag.IS_PREMIUM_ORDER;
import static daybook.domain.seller.OrderFlag.IS_PRIME;
import static daybook.domain.seller.OrderFlag.IS_REPLACEMENT_ORDER;
import static daybook.domain.seller.OrderFlag.IS_SOLD_BY_AB;

import daybook.contract.Timestamps;
import daybook.domain.seller.Invoicing;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.OrderType;
import daybook.domain.seller.Sale;
import daybook.domain.seller.SellerFulfilment;
import daybook.domain.seller.SellerFulfilment.Service;
import daybook.domain.seller.SellerFulfilment.Source;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wire form of an {@code Order}, read leniently and written exactly (CONTRACT 1.5). */
final class OrderJson {

  private OrderJson() {}

  static SellerOrder read(JsonObject json) {
    SellerOrderStatus status = Members.named(json, "OrderStatus", SellerOrderStatus.class);
    if (status == null) {
      throw json.problem("OrderStatus", "is missing");
    }
    return new SellerOrder(
        json.text("AmazonOrderId"),
        json.optText("SellerOrderId"),
        Timestamps.read(json, "PurchaseDate"),
        Timestamps.read(json, "LastUpdateDate"),
        status,
        sale(json),
        PaymentJson.read(json),
        ShippingJson.read(json),
        invoicing(json),
        flags(json),
        json.optText("ReplacedOrderId"),
        AddressJson.read(json.optObject("ShippingAddress")),
        BuyerJson.info(json.optObject("BuyerInfo")),
        BuyerJson.taxInformation(json.optObject("BuyerTaxInformation")));
  }

  /** Writes all members but the restricted ones; the object stays open. */
  static void write(JsonWriter json, SellerOrder order, boolean flagAsText) {
    json.object().text("AmazonOrderId", order.amazonOrderId());
    Members.text(json, "SellerOrderId", order.sellerOrderId());
    Members.instant(json, "PurchaseDate", order.purchaseDate());
    Members.instant(json, "LastUpdateDate", order.lastUpdateDate());
    Members.named(json, "OrderStatus", order.status());
    SellerFulfilment fulfilment = order.fulfilment();
    Members.named(json, "FulfillmentChannel", fulfilment.channel());
    Members.text(json, "SalesChannel", order.sale().salesChannel());
    Members.text(json, "OrderChannel", order.sale().orderChannel());
    Members.text(json, "ShipServiceLevel", fulfilment.service().level());
    SellerPayment payment = order.payment();
    Members.money(json, "OrderTotal", payment.total());
    Members.count(json, "NumberOfItemsShipped", fulfilment.itemsShipped());
    Members.count(json, "NumberOfItemsUnshipped", fulfilment.itemsUnshipped());
    PaymentJson.write(json, payment);
    Members.text(json, "MarketplaceId", order.sale().marketplaceId());
    Service service = fulfilment.service();
    Members.text(json, "ShipmentServiceLevelCategory", service.category());
    Members.named(json, "EasyShipShipmentStatus", fulfilment.easyShipStatus());
    Members.text(json, "CbaDisplayableShippingLabel", service.cbaLabel());
    Members.named(json, "OrderType", order.sale().type());
    ShippingJson.writeDates(json, service.dates());
    writeFlags(json, order, flagAsText);
    writeRest(json, order);
  }

  private static void writeFlags(JsonWriter json, SellerOrder order, boolean flagAsText) {
    flag(json, order, IS_BUSINESS_ORDER);
    flag(json, order, IS_PRIME);
    flag(json, order, IS_PREMIUM_ORDER);
    flag(json, order, IS_GLOBAL_EXPRESS_ENABLED);
    Members.text(json, "ReplacedOrderId", order.replacedOrderId());
    Boolean replacement = order.flag(IS_REPLACEMENT_ORDER);
    if (flagAsText && replacement != null) {
      json.text("IsReplacementOrder", replacement.toString());
    } else {
      flag(json, order, IS_REPLACEMENT_ORDER);
    }
    Members.instant(
        json, "PromiseResponseDueDate", order.fulfilment().service().dates().responseDue());
    flag(json, order, IS_ESTIMATED_SHIP_DATE_SET);
    flag(json, order, IS_SOLD_BY_AB);
    flag(json, order, IS_IBA);
  }

  private static void writeRest(JsonWriter json, SellerOrder order) {
    Source source = order.fulfilment().source();
    AddressJson.write(json, "DefaultShipFromLocationAddress", source.defaultShipFrom());
    Invoicing invoicing = order.invoicing();
    Members.named(json, "BuyerInvoicePreference", invoicing.preference());
    if (source.supplySourceId() != null) {
      json.object("FulfillmentInstruction")
          .text("FulfillmentSupplySourceId", source.supplySourceId())
          .endObject();
    }
    flag(json, order, IS_ISPU);
    flag(json, order, IS_ACCESS_POINT_ORDER);
    if (invoicing.marketplaceTax() != null) {
      json.object("MarketplaceTaxInfo");
      BuyerJson.write(json, "TaxClassifications", invoicing.marketplaceTax());
      json.endObject();
    }
    Members.text(json, "SellerDisplayName", order.sale().sellerDisplayName());
    ShippingJson.write(json, order.fulfilment().automation());
    flag(json, order, HAS_REGULATED_ITEMS);
    Members.named(json, "ElectronicInvoiceStatus", invoicing.electronicStatus());
  }

  private static void flag(JsonWriter json, SellerOrder order, OrderFlag flag) {
    Members.flag(json, flag.wireName(), order.flag(flag));
  }

  private static Sale sale(JsonObject json) {
    return new Sale(
        json.optText("MarketplaceId"),
        json.optText("SalesChannel"),
        json.optText("OrderChannel"),
        Members.named(json, "OrderType", OrderType.class),
        json.optText("SellerDisplayName"));
  }

  private static Invoicing invoicing(JsonObject json) {
    @Nullable JsonObject marketplaceTax = json.optObject("MarketplaceTaxInfo");
    return new Invoicing(
        Members.named(json, "BuyerInvoicePreference", Invoicing.Preference.class),
        marketplaceTax == null
            ? null
            : BuyerJson.classifications(marketplaceTax, "TaxClassifications"),
        Members.named(json, "ElectronicInvoiceStatus", Invoicing.ElectronicStatus.class));
  }

  private static Map<OrderFlag, Boolean> flags(JsonObject json) {
    Map<OrderFlag, Boolean> flags = new EnumMap<>(OrderFlag.class);
    for (OrderFlag flag : OrderFlag.values()) {
      Boolean value = Members.flag(json, flag.wireName());
      if (value != null) {
        flags.put(flag, value);
      }
    }
    return flags;
  }
}
