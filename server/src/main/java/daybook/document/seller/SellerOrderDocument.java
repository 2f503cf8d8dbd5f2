package daybook.document.seller;

import daybook.document.Parts;
import daybook.domain.seller.Invoicing;
import daybook.domain.seller.Named;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.OrderType;
import daybook.domain.seller.Sale;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON of a seller order: all that is known of it and nothing else.
 *
 * <p>A member that is not known is left out, an empty list or text is kept. Money keeps its scale,
 * an instant is ISO 8601 in UTC. Decoding gives back exactly what was encoded. Documents are
 * stored, so a member may be added but never renamed.
 */
public final class SellerOrderDocument {

  private SellerOrderDocument() {}

  /** Returns the canonical JSON, UTF-8. */
  public static byte[] encode(SellerOrder order) {
    JsonWriter json = new JsonWriter().object();
    json.text("amazonOrderId", order.amazonOrderId());
    Parts.text(json, "sellerOrderId", order.sellerOrderId());
    Parts.instant(json, "purchaseDate", order.purchaseDate());
    Parts.instant(json, "lastUpdateDate", order.lastUpdateDate());
    json.text("status", order.status().wireName());
    encodeSale(json, order.sale());
    encodePayment(json, order.payment());
    FulfilmentDocument.encode(json, order.fulfilment());
    encodeInvoicing(json, order.invoicing());
    if (!order.flags().isEmpty()) {
      json.object("flags");
      order.flags().forEach((flag, value) -> json.bool(flag.wireName(), value));
      json.endObject();
    }
    Parts.text(json, "replacedOrderId", order.replacedOrderId());
    PersonDocument.encode(json, "shippingAddress", order.shippingAddress());
    PersonDocument.encode(json, "buyer", order.buyer());
    PersonDocument.encode(json, "buyerTax", order.buyerTax());
    Parts.instant(json, "listedSince", order.listedSince());
    return json.endObject().toBytes();
  }

  /**
   * Returns the order.
   *
   * @throws daybook.json.JsonProblem if the bytes are not such a document
   */
  public static SellerOrder decode(byte[] document) {
    JsonObject json = Json.readObject(document);
    SellerOrderStatus status = named(json, "status", SellerOrderStatus.class);
    if (status == null) {
      throw json.problem("status", "is missing");
    }
    return new SellerOrder(
        json.text("amazonOrderId"),
        json.optText("sellerOrderId"),
        Parts.instant(json, "purchaseDate"),
        Parts.instant(json, "lastUpdateDate"),
        status,
        sale(json.optObject("sale")),
        payment(json.optObject("payment")),
        FulfilmentDocument.decode(json.optObject("fulfilment")),
        invoicing(json.optObject("invoicing")),
        flags(json.optObject("flags")),
        json.optText("replacedOrderId"),
        PersonDocument.address(json.optObject("shippingAddress")),
        PersonDocument.buyer(json.optObject("buyer")),
        PersonDocument.buyerTax(json.optObject("buyerTax")),
        Parts.optInstant(json, "listedSince"));
  }

  /** Returns the value of a closed list, null if it is not set. */
  static <E extends Enum<E> & Named> @Nullable E named(
      JsonObject json, String name, Class<E> type) {
    String text = json.optText(name);
    return text == null
        ? null
        : Named.parse(type, text).orElseThrow(() -> json.problem(name, "unknown"));
  }

  /** Writes the value of a closed list, if it is set. */
  static void named(JsonWriter json, String name, @Nullable Named value) {
    Parts.text(json, name, value == null ? null : value.wireName());
  }

  private static void encodeSale(JsonWriter json, Sale sale) {
    if (sale.equals(Sale.UNKNOWN)) {
      return;
    }
    json.object("sale");
    Parts.text(json, "marketplaceId", sale.marketplaceId());
    Parts.text(json, "salesChannel", sale.salesChannel());
    Parts.text(json, "orderChannel", sale.orderChannel());
    named(json, "type", sale.type());
    Parts.text(json, "sellerDisplayName", sale.sellerDisplayName());
    json.endObject();
  }

  private static Sale sale(@Nullable JsonObject json) {
    return json == null
        ? Sale.UNKNOWN
        : new Sale(
            json.optText("marketplaceId"),
            json.optText("salesChannel"),
            json.optText("orderChannel"),
            named(json, "type", OrderType.class),
            json.optText("sellerDisplayName"));
  }

  private static void encodePayment(JsonWriter json, SellerPayment payment) {
    if (payment.equals(SellerPayment.UNKNOWN)) {
      return;
    }
    json.object("payment");
    Parts.money(json, "total", payment.total());
    named(json, "method", payment.method());
    if (payment.methodDetails() != null) {
      json.texts("methodDetails", payment.methodDetails());
    }
    if (payment.execution() != null) {
      json.each("execution", payment.execution(), SellerOrderDocument::encodeExecution);
    }
    json.endObject();
  }

  private static SellerPayment payment(@Nullable JsonObject json) {
    if (json == null) {
      return SellerPayment.UNKNOWN;
    }
    List<JsonObject> execution = json.optObjects("execution");
    return new SellerPayment(
        Parts.optMoney(json, "total"),
        named(json, "method", SellerPayment.Method.class),
        json.optTexts("methodDetails"),
        execution == null ? null : execution.stream().map(SellerOrderDocument::execution).toList());
  }

  private static void encodeExecution(JsonWriter json, SellerPayment.Execution execution) {
    json.object();
    Parts.money(json, "payment", execution.payment());
    json.text("method", execution.method());
    Parts.text(json, "acquirerId", execution.acquirerId());
    Parts.text(json, "cardBrand", execution.cardBrand());
    Parts.text(json, "authorizationCode", execution.authorizationCode());
    json.endObject();
  }

  private static SellerPayment.Execution execution(JsonObject json) {
    return new SellerPayment.Execution(
        Parts.money(json, "payment"),
        Parts.orEmpty(json, "method"),
        json.optText("acquirerId"),
        json.optText("cardBrand"),
        json.optText("authorizationCode"));
  }

  private static void encodeInvoicing(JsonWriter json, Invoicing invoicing) {
    if (invoicing.equals(Invoicing.UNKNOWN)) {
      return;
    }
    json.object("invoicing");
    named(json, "preference", invoicing.preference());
    PersonDocument.encode(json, "marketplaceTax", invoicing.marketplaceTax());
    named(json, "electronicStatus", invoicing.electronicStatus());
    json.endObject();
  }

  private static Invoicing invoicing(@Nullable JsonObject json) {
    return json == null
        ? Invoicing.UNKNOWN
        : new Invoicing(
            named(json, "preference", Invoicing.Preference.class),
            PersonDocument.classifications(json, "marketplaceTax"),
            named(json, "electronicStatus", Invoicing.ElectronicStatus.class));
  }

  private static Map<OrderFlag, Boolean> flags(@Nullable JsonObject json) {
    Map<OrderFlag, Boolean> flags = new EnumMap<>(OrderFlag.class);
    if (json != null) {
      for (OrderFlag flag : OrderFlag.values()) {
        Boolean value = json.optBoolean(flag.wireName());
        if (value != null) {
          flags.put(flag, value);
        }
      }
    }
    return flags;
  }
}
