package daybook.operation.orders0;

import daybook.contract.Timestamps;
import daybook.domain.seller.EasyShipStatus;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.SellerFulfilment;
import daybook.domain.seller.SellerFulfilment.Automation;
import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerFulfilment.Service;
import daybook.domain.seller.SellerFulfilment.Source;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The members of an order that tell how it is shipped (CONTRACT 1.5). */
final class ShippingJson {

  private ShippingJson() {}

  static SellerFulfilment read(JsonObject json) {
    return new SellerFulfilment(
        channel(json),
        Members.count(json, "NumberOfItemsShipped"),
        Members.count(json, "NumberOfItemsUnshipped"),
        new Service(
            json.optText("ShipServiceLevel"),
            json.optText("ShipmentServiceLevelCategory"),
            json.optText("CbaDisplayableShippingLabel"),
            dates(json)),
        Members.named(json, "EasyShipShipmentStatus", EasyShipStatus.class),
        source(json),
        automation(json.optObject("AutomatedShippingSettings")));
  }

  static void writeDates(JsonWriter json, Dates dates) {
    Members.instant(json, "EarliestShipDate", dates.earliestShip());
    Members.instant(json, "LatestShipDate", dates.latestShip());
    Members.instant(json, "EarliestDeliveryDate", dates.earliestDelivery());
    Members.instant(json, "LatestDeliveryDate", dates.latestDelivery());
  }

  static void write(JsonWriter json, @Nullable Automation automation) {
    if (automation == null) {
      return;
    }
    json.object("AutomatedShippingSettings");
    Members.flag(json, "HasAutomatedShippingSettings", automation.enabled());
    Members.text(json, "AutomatedCarrier", automation.carrier());
    Members.text(json, "AutomatedShipMethod", automation.shipMethod());
    json.endObject();
  }

  // Amazon's own sandbox has "SellerFulfilled" once (CONTRACT 2 #27).
  private static @Nullable FulfillmentChannel channel(JsonObject json) {
    String text = json.optText("FulfillmentChannel");
    if ("SellerFulfilled".equals(text)) {
      return FulfillmentChannel.MFN;
    }
    return "AmazonFulfilled".equals(text)
        ? FulfillmentChannel.AFN
        : Members.named(json, "FulfillmentChannel", FulfillmentChannel.class);
  }

  private static Dates dates(JsonObject json) {
    return new Dates(
        Timestamps.readOptional(json, "EarliestShipDate"),
        Timestamps.readOptional(json, "LatestShipDate"),
        Timestamps.readOptional(json, "EarliestDeliveryDate"),
        Timestamps.readOptional(json, "LatestDeliveryDate"),
        Timestamps.readOptional(json, "PromiseResponseDueDate"));
  }

  // A store's number is no member of an order; files that have it keep it for the filter.
  private static Source source(JsonObject json) {
    JsonObject instruction = json.optObject("FulfillmentInstruction");
    return new Source(
        AddressJson.read(json.optObject("DefaultShipFromLocationAddress")),
        instruction == null ? null : instruction.optText("FulfillmentSupplySourceId"),
        json.optText("StoreChainStoreId"));
  }

  private static @Nullable Automation automation(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Automation(
            Members.flag(json, "HasAutomatedShippingSettings"),
            json.optText("AutomatedCarrier"),
            json.optText("AutomatedShipMethod"));
  }
}
