package daybook.document.payment;

import static daybook.document.Parts.instant;
import static daybook.document.Parts.money;
import static daybook.document.Parts.optInstant;
import static daybook.document.Parts.optMoney;
import static daybook.document.Parts.text;

import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.TransactionLineItem;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The part of a document that tells of one line of a transaction. */
final class TransactionLineDocument {

  private TransactionLineDocument() {}

  static void encode(JsonWriter json, TransactionLineItem line) {
    json.object();
    text(json, "refundReason", line.refundReason());
    encodeAmounts(json, line.amounts());
    money(json, "unitPrice", line.unitPrice());
    text(json, "taxRate", line.taxRate());
    text(json, "orderId", line.orderId());
    text(json, "orderLineItemId", line.orderLineItemId());
    text(json, "purchaseOrderNumber", line.purchaseOrderNumber());
    text(json, "purchaseOrderLineItemId", line.purchaseOrderLineItemId());
    text(json, "asin", line.asin());
    text(json, "productTitle", line.productTitle());
    text(json, "unspsc", line.unspsc());
    if (line.itemQuantity() != null) {
      json.number("itemQuantity", line.itemQuantity());
    }
    text(json, "shipmentId", line.shipmentId());
    instant(json, "shipmentDate", line.shipmentDate());
    text(json, "merchantLegalName", line.merchantLegalName());
    text(json, "budgetId", line.budgetId());
    if (line.businessOrderInfo() != null) {
      json.textMap("businessOrderInfo", line.businessOrderInfo());
    }
    json.endObject();
  }

  static TransactionLineItem decode(JsonObject json) {
    return new TransactionLineItem(
        json.optText("refundReason"),
        decodeAmounts(json.optObject("amounts")),
        optMoney(json, "unitPrice"),
        json.optText("taxRate"),
        json.optText("orderId"),
        json.optText("orderLineItemId"),
        json.optText("purchaseOrderNumber"),
        json.optText("purchaseOrderLineItemId"),
        json.optText("asin"),
        json.optText("productTitle"),
        json.optText("unspsc"),
        json.optInt("itemQuantity"),
        json.optText("shipmentId"),
        optInstant(json, "shipmentDate"),
        json.optText("merchantLegalName"),
        json.optText("budgetId"),
        json.optTextMap("businessOrderInfo"));
  }

  private static void encodeAmounts(JsonWriter json, LineAmounts amounts) {
    if (amounts.equals(LineAmounts.UNKNOWN)) {
      return;
    }
    json.object("amounts");
    money(json, "total", amounts.total());
    money(json, "principal", amounts.principal());
    money(json, "shippingCharge", amounts.shippingCharge());
    money(json, "regulatoryFee", amounts.regulatoryFee());
    money(json, "giftWrappingCharge", amounts.giftWrappingCharge());
    money(json, "discount", amounts.discount());
    money(json, "tax", amounts.tax());
    json.endObject();
  }

  private static LineAmounts decodeAmounts(@Nullable JsonObject json) {
    return json == null
        ? LineAmounts.UNKNOWN
        : new LineAmounts(
            optMoney(json, "total"),
            optMoney(json, "principal"),
            optMoney(json, "shippingCharge"),
            optMoney(json, "regulatoryFee"),
            optMoney(json, "giftWrappingCharge"),
            optMoney(json, "discount"),
            optMoney(json, "tax"));
  }
}
