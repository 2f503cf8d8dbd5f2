package daybook.operation.reporting2021;

import daybook.contract.Timestamps;
import daybook.domain.DeliveryStatus;
import daybook.domain.Shipment;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The wire form of a {@code Shipment} (CONTRACT 1.4). */
final class ShipmentJson {

  private ShipmentJson() {}

  static Shipment read(JsonObject shipment) {
    JsonObject delivery = shipment.optObject("deliveryInformation");
    return new Shipment(
        Timestamps.readOptional(shipment, "shipmentDate"),
        shipment.optText("carrierTracking"),
        delivery == null ? null : Timestamps.readOptional(delivery, "expectedDeliveryDate"),
        delivery == null ? DeliveryStatus.NOT_AVAILABLE : status(delivery),
        shipment.integer("shipmentQuantity"),
        SumsJson.read(shipment, "shipment"),
        shipment.optText("carrierName"),
        AddressJson.read(shipment.optObject("shippingAddress")));
  }

  /** Returns what writes shipments in a spelling. */
  static BiConsumer<JsonWriter, Shipment> in(StatusSpelling spelling) {
    return (json, shipment) -> write(json, shipment, spelling);
  }

  private static void write(JsonWriter json, Shipment shipment, StatusSpelling spelling) {
    json.object()
        .text("shipmentDate", date(shipment.shipmentDate()))
        .text("shipmentStatus", spelling.shipped())
        .text("carrierTracking", shipment.carrierTracking())
        .object("deliveryInformation")
        .text("expectedDeliveryDate", date(shipment.expectedDeliveryDate()))
        .text("deliveryStatus", spelling.of(shipment.deliveryStatus()))
        .endObject()
        .number("shipmentQuantity", shipment.quantity());
    SumsJson.write(json, "shipment", shipment.amounts());
    json.text("carrierName", shipment.carrierName());
    AddressJson.write(json, "shippingAddress", shipment.shippingAddress());
    json.endObject();
  }

  private static DeliveryStatus status(JsonObject delivery) {
    String text = delivery.optText("deliveryStatus");
    if (text == null) {
      return DeliveryStatus.NOT_AVAILABLE;
    }
    return DeliveryStatus.parse(text)
        .orElseThrow(
            () -> delivery.problem("deliveryStatus", "unknown status '" + Excerpt.of(text) + "'"));
  }

  private static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : Timestamps.format(instant);
  }
}
