package daybook.operation.reporting2025;

import daybook.contract.View;
import daybook.domain.BusinessOrder;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import java.time.Instant;

/** Renders orders as order reports, listed by the date of the order (CONTRACT 1.2). */
public final class OrderReportView implements View<BusinessOrder> {

  /** Name and version of this view. */
  public static final ViewId ID = new ViewId(RecordKind.BUSINESS_ORDER, "orderReport2025", 1);

  @Override
  public ViewId id() {
    return ID;
  }

  @Override
  public Instant sortInstant(BusinessOrder order) {
    return order.orderDate();
  }

  @Override
  public byte[] render(BusinessOrder order) {
    return OrderReportJson.write(order);
  }
}
