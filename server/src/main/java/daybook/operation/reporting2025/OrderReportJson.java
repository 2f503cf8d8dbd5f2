package daybook.operation.reporting2025;

import daybook.contract.Timestamps;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The wire form of an {@code OrderReport}, read leniently and written exactly (CONTRACT 1.2). */
final class OrderReportJson {

  private OrderReportJson() {}

  static BusinessOrder read(JsonObject report) {
    JsonObject metadata = report.object("orderMetadata");
    JsonObject group = report.optObject("buyerGroup");
    JsonObject approver = report.optObject("approverDetails");
    return new BusinessOrder(
        metadata.text("orderId"),
        orderDate(metadata),
        region(metadata),
        report.optText("purchaseOrderNumber"),
        status(report),
        null,
        ReportCharges.read(report),
        customer(report, "buyingCustomer"),
        group == null ? null : group.optText("name"),
        report.optTextMap("businessOrderInfo"),
        approver == null ? null : customer(approver, "lastOrderApproverCustomer"),
        null,
        null,
        null,
        null);
  }

  static byte[] write(BusinessOrder order) {
    JsonWriter json = new JsonWriter().object();
    json.object("orderMetadata")
        .text("orderDate", Timestamps.format(order.orderDate()))
        .text("orderId", order.orderId())
        .text("region", order.region() == null ? null : order.region().name())
        .endObject();
    json.text("purchaseOrderNumber", order.purchaseOrderNumber());
    ReportCharges.write(json, order);
    json.text("orderStatus", order.status().name());
    writeCustomer(json, "buyingCustomer", order.buyingCustomer());
    writeGroup(json, order.buyerGroupName());
    json.textMap("businessOrderInfo", order.businessOrderInfo());
    writeApprover(json, order.lastApprover());
    return json.endObject().toBytes();
  }

  // A string on today's wire; an object in the model and in older answers (CONTRACT 2 #6).
  private static Instant orderDate(JsonObject metadata) {
    return metadata.isObject("orderDate")
        ? Timestamps.read(metadata.object("orderDate"), "date")
        : Timestamps.read(metadata, "orderDate");
  }

  private static @Nullable Region region(JsonObject metadata) {
    String code = metadata.optText("region");
    if (code == null) {
      return null;
    }
    return Region.parse(code)
        .orElseThrow(() -> metadata.problem("region", "unknown region '" + Excerpt.of(code) + "'"));
  }

  private static OrderStatus status(JsonObject report) {
    String text = report.text("orderStatus");
    return OrderStatus.parse(text)
        .orElseThrow(
            () -> report.problem("orderStatus", "unknown status '" + Excerpt.of(text) + "'"));
  }

  private static @Nullable Customer customer(JsonObject parent, String name) {
    JsonObject object = parent.optObject(name);
    return object == null
        ? null
        : new Customer(null, object.optText("name"), object.optText("email"));
  }

  // The name is required on the wire, so an unknown one is written as the empty string.
  private static void writeCustomer(JsonWriter json, String name, @Nullable Customer customer) {
    if (customer == null) {
      json.none(name);
      return;
    }
    json.object(name)
        .text("name", customer.name() == null ? "" : customer.name())
        .text("email", customer.email())
        .endObject();
  }

  private static void writeGroup(JsonWriter json, @Nullable String name) {
    if (name == null) {
      json.none("buyerGroup");
      return;
    }
    json.object("buyerGroup").text("name", name).endObject();
  }

  private static void writeApprover(JsonWriter json, @Nullable Customer approver) {
    if (approver == null) {
      json.none("approverDetails");
      return;
    }
    json.object("approverDetails");
    writeCustomer(json, "lastOrderApproverCustomer", approver);
    json.endObject();
  }
}
