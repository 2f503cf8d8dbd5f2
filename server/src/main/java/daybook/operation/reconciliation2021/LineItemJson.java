package daybook.operation.reconciliation2021;

import daybook.contract.Timestamps;
import daybook.contract.WireMoney;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.TransactionLineItem;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;

/** The wire form of a {@code TransactionLineItem}: every member is printed (CONTRACT 3). */
final class LineItemJson {

  private LineItemJson() {}

  static TransactionLineItem read(JsonObject line) {
    return new TransactionLineItem(
        line.optText("refundReason"),
        new LineAmounts(
            WireMoney.read(line, "totalAmount"),
            WireMoney.read(line, "principalAmount"),
            WireMoney.read(line, "shippingCharge"),
            WireMoney.read(line, "regulatoryFee"),
            WireMoney.read(line, "giftWrappingCharge"),
            WireMoney.read(line, "discount"),
            WireMoney.read(line, "tax")),
        WireMoney.read(line, "unitPrice"),
        line.optScalar("taxRate"),
        line.optText("orderId"),
        line.optScalar("orderLineItemId"),
        line.optText("purchaseOrderNumber"),
        line.optScalar("purchaseOrderLineItemId"),
        line.optText("asin"),
        line.optText("productTitle"),
        line.optScalar("unspsc"),
        line.optInt("itemQuantity"),
        line.optText("shipmentId"),
        Timestamps.readOptional(line, "shipmentDate"),
        line.optText("merchantLegalName"),
        line.optText("budgetId"),
        line.optTextMap("businessOrderInfo"));
  }

  static void write(JsonWriter json, TransactionLineItem line) {
    json.object().text("refundReason", line.refundReason());
    LineAmounts amounts = line.amounts();
    WireMoney.writeText(json, "totalAmount", amounts.total());
    WireMoney.writeText(json, "principalAmount", amounts.principal());
    WireMoney.writeText(json, "shippingCharge", amounts.shippingCharge());
    WireMoney.writeText(json, "regulatoryFee", amounts.regulatoryFee());
    WireMoney.writeText(json, "giftWrappingCharge", amounts.giftWrappingCharge());
    WireMoney.writeText(json, "discount", amounts.discount());
    WireMoney.writeText(json, "tax", amounts.tax());
    WireMoney.writeText(json, "unitPrice", line.unitPrice());
    json.text("taxRate", line.taxRate())
        .text("orderId", line.orderId())
        .text("unspsc", line.unspsc())
        .text("orderLineItemId", line.orderLineItemId())
        // The one member that is "" and not null when there is none.
        .text(
            "purchaseOrderNumber",
            line.purchaseOrderNumber() == null ? "" : line.purchaseOrderNumber())
        .text("purchaseOrderLineItemId", line.purchaseOrderLineItemId())
        .text("asin", line.asin())
        .text("productTitle", line.productTitle());
    if (line.itemQuantity() == null) {
      json.none("itemQuantity");
    } else {
      json.number("itemQuantity", line.itemQuantity());
    }
    json.text("shipmentId", line.shipmentId())
        .text("shipmentDate", TransactionJson.date(line.shipmentDate()))
        .text("merchantLegalName", line.merchantLegalName())
        .text("budgetId", line.budgetId())
        .textMap("businessOrderInfo", line.businessOrderInfo())
        .endObject();
  }
}
