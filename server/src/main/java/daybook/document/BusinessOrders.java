package daybook.document;

import daybook.domain.BusinessOrder;
import daybook.domain.OrderMerge;
import daybook.store.RecordKind;
import daybook.store.Records;
import daybook.store.Store;
import org.jspecify.annotations.Nullable;

/** Orders as their buyers see them. */
public final class BusinessOrders implements Kind<BusinessOrder> {

  @Override
  public RecordKind recordKind() {
    return RecordKind.BUSINESS_ORDER;
  }

  @Override
  public String noun() {
    return "order";
  }

  @Override
  public String id(BusinessOrder order) {
    return order.orderId();
  }

  @Override
  public byte[] encode(BusinessOrder order) {
    return OrderDocument.encode(order);
  }

  @Override
  public BusinessOrder decode(byte[] document) {
    return OrderDocument.decode(document);
  }

  @Override
  public BusinessOrder merge(BusinessOrder older, BusinessOrder newer) {
    return OrderMerge.merge(older, newer);
  }

  @Override
  public Records<BusinessOrder> in(Store store) {
    return store.orders();
  }

  @Override
  public BusinessOrder completed(BusinessOrder order, Defaults defaults) {
    if (order.region() != null || defaults.region() == null) {
      return order;
    }
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        defaults.region(),
        order.purchaseOrderNumber(),
        order.status(),
        order.quantity(),
        order.amounts(),
        order.buyingCustomer(),
        order.buyerGroupName(),
        order.businessOrderInfo(),
        order.lastApprover(),
        order.legalEntityName(),
        order.lineItems(),
        order.shipments(),
        order.charges());
  }

  @Override
  public String idMember() {
    return "orderId";
  }

  @Override
  public @Nullable String gap(BusinessOrder order, Defaults defaults) {
    return completed(order, defaults).region() == null
        ? "show no region, and none is given for them:"
            + " until another source shows it, no filter by region finds them"
        : null;
  }
}
