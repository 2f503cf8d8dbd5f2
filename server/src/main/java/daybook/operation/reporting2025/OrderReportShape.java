package daybook.operation.reporting2025;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.json.JsonObject;
import java.time.Instant;

/** Orders as the Reporting API 2025-06-09 shows them: {@code OrderReport} (CONTRACT 1.2). */
public final class OrderReportShape implements Shape<BusinessOrder> {

  @Override
  public String name() {
    return "reports-2025";
  }

  @Override
  public String envelope() {
    return "ordersReport";
  }

  // Any of the members that only this shape has, so that a report without its metadata is still
  // told what it lacks.
  @Override
  public boolean recognises(JsonObject object) {
    return object.has("orderMetadata") || object.has("approverDetails") || object.has("buyerGroup");
  }

  @Override
  public BusinessOrder read(JsonObject object) {
    return OrderReportJson.read(object);
  }

  @Override
  public byte[] write(BusinessOrder order) {
    return OrderReportJson.write(order);
  }

  @Override
  public String id(BusinessOrder order) {
    return order.orderId();
  }

  @Override
  public Instant instant(BusinessOrder order) {
    return order.orderDate();
  }
}
