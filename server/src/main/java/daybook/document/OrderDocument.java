package daybook.document;

import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON of an order: all that is known of it and nothing else.
 *
 * <p>A member that is not known is left out, an empty list or text is kept. Money is {@code
 * {"currencyCode":"USD","amount":"35.00"}} with its scale, an instant is ISO 8601 in UTC. Decoding
 * gives back exactly what was encoded, down to the order of the custom fields. Documents are
 * stored, so a member may be added but never renamed.
 */
public final class OrderDocument {

  private OrderDocument() {}

  /** Returns the canonical JSON, UTF-8. */
  public static byte[] encode(BusinessOrder order) {
    JsonWriter json = new JsonWriter().object();
    json.text("orderId", order.orderId());
    Parts.instant(json, "orderDate", order.orderDate());
    Parts.text(json, "region", order.region() == null ? null : order.region().name());
    Parts.text(json, "purchaseOrderNumber", order.purchaseOrderNumber());
    json.text("status", order.status().name());
    if (order.quantity() != null) {
      json.number("quantity", order.quantity());
    }
    Parts.amounts(json, order.amounts());
    Parts.customer(json, "buyingCustomer", order.buyingCustomer());
    Parts.text(json, "buyerGroupName", order.buyerGroupName());
    if (order.businessOrderInfo() != null) {
      json.textMap("businessOrderInfo", order.businessOrderInfo());
    }
    Parts.customer(json, "lastApprover", order.lastApprover());
    Parts.text(json, "legalEntityName", order.legalEntityName());
    if (order.lineItems() != null) {
      json.each("lineItems", order.lineItems(), LineItemDocument::encode);
    }
    if (order.shipments() != null) {
      json.each("shipments", order.shipments(), PaymentAndParcel::encodeShipment);
    }
    if (order.charges() != null) {
      json.each("charges", order.charges(), PaymentAndParcel::encodeCharge);
    }
    return json.endObject().toBytes();
  }

  /**
   * Returns the order.
   *
   * @throws daybook.json.JsonProblem if the bytes are not such a document
   */
  public static BusinessOrder decode(byte[] document) {
    JsonObject json = Json.readObject(document);
    return new BusinessOrder(
        json.text("orderId"),
        Parts.instant(json, "orderDate"),
        region(json),
        json.optText("purchaseOrderNumber"),
        status(json),
        json.optInt("quantity"),
        Parts.amounts(json),
        Parts.customer(json, "buyingCustomer"),
        json.optText("buyerGroupName"),
        json.optTextMap("businessOrderInfo"),
        Parts.customer(json, "lastApprover"),
        json.optText("legalEntityName"),
        map(json.optObjects("lineItems"), LineItemDocument::decode),
        map(json.optObjects("shipments"), PaymentAndParcel::decodeShipment),
        map(json.optObjects("charges"), PaymentAndParcel::decodeCharge));
  }

  private static @Nullable Region region(JsonObject json) {
    String name = json.optText("region");
    return name == null
        ? null
        : Region.parse(name).orElseThrow(() -> json.problem("region", "unknown"));
  }

  private static OrderStatus status(JsonObject json) {
    return OrderStatus.parse(json.text("status"))
        .orElseThrow(() -> json.problem("status", "unknown"));
  }

  private static <T> @Nullable List<T> map(
      @Nullable List<JsonObject> objects, Function<JsonObject, T> decode) {
    return objects == null ? null : objects.stream().map(decode).toList();
  }
}
