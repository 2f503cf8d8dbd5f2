package daybook.operation.reporting2021;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Orders as the Reporting API 2021-01-08 shows them: {@code Order} (CONTRACT 1.4). */
public final class OrderShape implements Shape<BusinessOrder> {

  // Members that only this shape has, so that an order without its id is still told what it lacks.
  private static final List<String> MARKS =
      List.of("orderNetTotal", "orderSubTotal", "orderQuantity", "buyerGroupName", "lineItems");

  @Override
  public String name() {
    return "reports-2021";
  }

  @Override
  public String envelope() {
    return "orders";
  }

  @Override
  public boolean recognises(JsonObject object) {
    return !object.has("orderMetadata") && MARKS.stream().anyMatch(object::has);
  }

  @Override
  public BusinessOrder read(JsonObject object) {
    return OrderJson.read(object);
  }

  @Override
  public byte[] write(BusinessOrder order) {
    return OrderJson.write(order);
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
