package daybook.document;

import daybook.domain.Charge;
import daybook.domain.DeliveryStatus;
import daybook.domain.Shipment;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;

/** The parts of a document that tell of shipments and charges. */
final class PaymentAndParcel {

  private PaymentAndParcel() {}

  static void encodeShipment(JsonWriter json, Shipment shipment) {
    json.object();
    Parts.instant(json, "shipmentDate", shipment.shipmentDate());
    Parts.text(json, "carrierTracking", shipment.carrierTracking());
    Parts.instant(json, "expectedDeliveryDate", shipment.expectedDeliveryDate());
    json.text("deliveryStatus", shipment.deliveryStatus().name());
    json.number("quantity", shipment.quantity());
    Parts.amounts(json, shipment.amounts());
    Parts.text(json, "carrierName", shipment.carrierName());
    Parts.address(json, "shippingAddress", shipment.shippingAddress());
    json.endObject();
  }

  static Shipment decodeShipment(JsonObject json) {
    return new Shipment(
        Parts.optInstant(json, "shipmentDate"),
        json.optText("carrierTracking"),
        Parts.optInstant(json, "expectedDeliveryDate"),
        DeliveryStatus.parse(json.text("deliveryStatus"))
            .orElseThrow(() -> json.problem("deliveryStatus", "unknown")),
        json.integer("quantity"),
        Parts.amounts(json),
        json.optText("carrierName"),
        Parts.address(json, "shippingAddress"));
  }

  static void encodeCharge(JsonWriter json, Charge charge) {
    json.object();
    Parts.instant(json, "transactionDate", charge.transactionDate());
    Parts.text(json, "transactionId", charge.transactionId());
    Parts.money(json, "amount", charge.amount());
    Parts.text(json, "paymentInstrumentType", charge.paymentInstrumentType());
    Parts.text(json, "paymentInstrumentLast4Digits", charge.paymentInstrumentLast4Digits());
    json.endObject();
  }

  static Charge decodeCharge(JsonObject json) {
    return new Charge(
        Parts.optInstant(json, "transactionDate"),
        json.optText("transactionId"),
        Parts.money(json, "amount"),
        json.optText("paymentInstrumentType"),
        json.optText("paymentInstrumentLast4Digits"));
  }
}
