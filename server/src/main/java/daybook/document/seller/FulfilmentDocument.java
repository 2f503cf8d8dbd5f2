package daybook.document.seller;

import daybook.document.Parts;
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

/** The part of a document that tells how an order is shipped. */
final class FulfilmentDocument {

  private FulfilmentDocument() {}

  static void encode(JsonWriter json, SellerFulfilment fulfilment) {
    if (fulfilment.equals(SellerFulfilment.UNKNOWN)) {
      return;
    }
    json.object("fulfilment");
    SellerOrderDocument.named(json, "channel", fulfilment.channel());
    count(json, "itemsShipped", fulfilment.itemsShipped());
    count(json, "itemsUnshipped", fulfilment.itemsUnshipped());
    encodeService(json, fulfilment.service());
    SellerOrderDocument.named(json, "easyShipStatus", fulfilment.easyShipStatus());
    encodeSource(json, fulfilment.source());
    Automation automation = fulfilment.automation();
    if (automation != null) {
      json.object("automation");
      Parts.bool(json, "enabled", automation.enabled());
      Parts.text(json, "carrier", automation.carrier());
      Parts.text(json, "shipMethod", automation.shipMethod());
      json.endObject();
    }
    json.endObject();
  }

  static SellerFulfilment decode(@Nullable JsonObject json) {
    if (json == null) {
      return SellerFulfilment.UNKNOWN;
    }
    JsonObject automation = json.optObject("automation");
    return new SellerFulfilment(
        SellerOrderDocument.named(json, "channel", FulfillmentChannel.class),
        json.optInt("itemsShipped"),
        json.optInt("itemsUnshipped"),
        service(json.optObject("service")),
        SellerOrderDocument.named(json, "easyShipStatus", EasyShipStatus.class),
        source(json.optObject("source")),
        automation == null
            ? null
            : new Automation(
                automation.optBoolean("enabled"),
                automation.optText("carrier"),
                automation.optText("shipMethod")));
  }

  private static void encodeService(JsonWriter json, Service service) {
    if (service.equals(Service.UNKNOWN)) {
      return;
    }
    json.object("service");
    Parts.text(json, "level", service.level());
    Parts.text(json, "category", service.category());
    Parts.text(json, "cbaLabel", service.cbaLabel());
    Dates dates = service.dates();
    Parts.instant(json, "earliestShip", dates.earliestShip());
    Parts.instant(json, "latestShip", dates.latestShip());
    Parts.instant(json, "earliestDelivery", dates.earliestDelivery());
    Parts.instant(json, "latestDelivery", dates.latestDelivery());
    Parts.instant(json, "responseDue", dates.responseDue());
    json.endObject();
  }

  private static Service service(@Nullable JsonObject json) {
    return json == null
        ? Service.UNKNOWN
        : new Service(
            json.optText("level"),
            json.optText("category"),
            json.optText("cbaLabel"),
            new Dates(
                Parts.optInstant(json, "earliestShip"),
                Parts.optInstant(json, "latestShip"),
                Parts.optInstant(json, "earliestDelivery"),
                Parts.optInstant(json, "latestDelivery"),
                Parts.optInstant(json, "responseDue")));
  }

  private static void encodeSource(JsonWriter json, Source source) {
    if (source.equals(Source.UNKNOWN)) {
      return;
    }
    json.object("source");
    PersonDocument.encode(json, "defaultShipFrom", source.defaultShipFrom());
    Parts.text(json, "supplySourceId", source.supplySourceId());
    Parts.text(json, "storeChainStoreId", source.storeChainStoreId());
    json.endObject();
  }

  private static Source source(@Nullable JsonObject json) {
    return json == null
        ? Source.UNKNOWN
        : new Source(
            PersonDocument.address(json.optObject("defaultShipFrom")),
            json.optText("supplySourceId"),
            json.optText("storeChainStoreId"));
  }

  private static void count(JsonWriter json, String name, @Nullable Integer value) {
    if (value != null) {
      json.number(name, value);
    }
  }
}
