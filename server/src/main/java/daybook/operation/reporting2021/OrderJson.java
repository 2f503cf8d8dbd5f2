package daybook.operation.reporting2021;

import daybook.contract.Timestamps;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.OrderStatus;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The wire form of an {@code Order}, read leniently and written exactly (CONTRACT 1.4). */
final class OrderJson {

  private OrderJson() {}

  static BusinessOrder read(JsonObject order) {
    return new BusinessOrder(
        order.text("orderId"),
        Timestamps.read(order, "orderDate"),
        null,
        order.optText("purchaseOrderNumber"),
        status(order),
        order.optInt("orderQuantity"),
        SumsJson.read(order, "order"),
        customer(order.optObject("buyingCustomer")),
        order.optText("buyerGroupName"),
        order.optTextMap("businessOrderInfo"),
        approver(order.optText("lastOrderApproverName")),
        null,
        list(order.optObjects("lineItems"), LineItemJson::read),
        list(order.optObjects("shipments"), ShipmentJson::read),
        list(order.optObjects("charges"), ChargeJson::read));
  }

  static byte[] write(BusinessOrder order) {
    JsonWriter json = new JsonWriter().object();
    writeHead(json, order, StatusSpelling.DOCUMENTED);
    if (order.lineItems() != null) {
      json.each("lineItems", order.lineItems(), LineItemJson::write);
    }
    if (order.shipments() != null) {
      json.each("shipments", order.shipments(), ShipmentJson.in(StatusSpelling.DOCUMENTED));
    }
    if (order.charges() != null) {
      json.each("charges", order.charges(), ChargeJson::write);
    }
    return json.endObject().toBytes();
  }

  /** Writes the members that every caller gets, lists left out. */
  static void writeHead(JsonWriter json, BusinessOrder order, StatusSpelling spelling) {
    json.text("orderDate", Timestamps.format(order.orderDate()))
        .text("orderId", order.orderId())
        .text("purchaseOrderNumber", order.purchaseOrderNumber())
        // Required, and a number for every client: an order known from 2025 alone has none.
        .number("orderQuantity", order.quantity() == null ? 0 : order.quantity())
        .text("orderStatus", spelling.of(order.status()));
    SumsJson.write(json, "order", SumsJson.withoutGaps(order));
    Customer approver = order.lastApprover();
    json.text("lastOrderApproverName", approver == null ? null : approver.name());
    writeCustomer(json, order.buyingCustomer());
    json.text("buyerGroupName", order.buyerGroupName())
        .textMap("businessOrderInfo", order.businessOrderInfo());
  }

  private static OrderStatus status(JsonObject order) {
    String text = order.text("orderStatus");
    return OrderStatus.parse(text)
        .orElseThrow(
            () -> order.problem("orderStatus", "unknown status '" + Excerpt.of(text) + "'"));
  }

  // The live service sends no id, in one of two spellings (CONTRACT 2 #21).
  private static @Nullable Customer customer(@Nullable JsonObject object) {
    if (object == null) {
      return null;
    }
    String id = object.optText("id");
    boolean unknown = id == null || id.isEmpty() || id.equals("[EMPTY]");
    return new Customer(unknown ? null : id, object.optText("name"), object.optText("email"));
  }

  private static @Nullable Customer approver(@Nullable String name) {
    return name == null ? null : new Customer(null, name, null);
  }

  private static void writeCustomer(JsonWriter json, @Nullable Customer customer) {
    if (customer == null) {
      json.none("buyingCustomer");
      return;
    }
    json.object("buyingCustomer")
        .text("id", customer.id() == null ? "" : customer.id())
        .text("name", customer.name())
        .text("email", customer.email())
        .endObject();
  }

  private static <T> @Nullable List<T> list(
      @Nullable List<JsonObject> objects, Function<JsonObject, T> read) {
    return objects == null ? null : objects.stream().map(read).toList();
  }
}
