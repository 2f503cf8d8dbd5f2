package daybook.ingest;

import daybook.contract.View;
import daybook.document.OrderDocument;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderMerge;
import daybook.domain.Region;
import daybook.store.OrderWrite;
import daybook.store.Piece;
import daybook.store.StoredDocument;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way from what is stored to what is known after a batch.
 *
 * <p>What is shown later wins where it speaks; what is shown earlier, or at the very same moment,
 * only fills gaps, so that the same files lead to the same order however often they come.
 */
final class Merging {

  private final @Nullable BusinessOrder storedOrder;
  private final @Nullable AsOf storedAsOf;
  private final long revision;
  private @Nullable BusinessOrder order;
  private @Nullable AsOf asOf;

  /** Starts with an order that is not stored. */
  Merging() {
    storedOrder = null;
    storedAsOf = null;
    revision = 0;
  }

  /** Starts with what is stored. */
  Merging(StoredDocument stored) {
    storedOrder = OrderDocument.decode(stored.document());
    storedAsOf = stored.asOf();
    revision = stored.revision();
    order = storedOrder;
    asOf = storedAsOf;
  }

  /** Takes in what a source shows and says what that changed. */
  Tally add(Observed observed, @Nullable Region fallback) {
    // The store keeps milliseconds: more would make the same file look newer the next time.
    AsOf seen =
        new AsOf(
            observed.asOf().instant().truncatedTo(ChronoUnit.MILLIS), observed.asOf().sequence());
    BusinessOrder before = order;
    AsOf known = asOf;
    if (before == null || known == null) {
      order = complete(observed.order(), fallback);
      asOf = seen;
      return new Tally(1, 0, 0);
    }
    boolean newer = seen.compareTo(known) > 0;
    BusinessOrder merged =
        newer
            ? OrderMerge.merge(before, observed.order())
            : OrderMerge.merge(observed.order(), before);
    order = complete(merged, fallback);
    asOf = newer ? seen : known;
    return order.equals(before) ? new Tally(0, 0, 1) : new Tally(0, 1, 0);
  }

  /**
   * Returns what has to be written, or null if nothing has.
   *
   * <p>An order that is shown again unchanged is written if that was later than all before:
   * otherwise a view from in between, coming in late, would overwrite it.
   */
  @Nullable OrderWrite write(List<View<BusinessOrder>> views) {
    BusinessOrder result = order;
    AsOf resultAsOf = asOf;
    if (result == null
        || resultAsOf == null
        || (result.equals(storedOrder) && resultAsOf.equals(storedAsOf))) {
      return null;
    }
    return new OrderWrite(
        result, OrderDocument.encode(result), resultAsOf, revision, pieces(result, views));
  }

  /** Renders an order for every view. */
  static List<Piece> pieces(BusinessOrder order, List<View<BusinessOrder>> views) {
    List<Piece> pieces = new ArrayList<>(views.size());
    for (View<BusinessOrder> view : views) {
      pieces.add(new Piece(view.id(), view.sortInstant(order), view.render(order)));
    }
    return pieces;
  }

  private static BusinessOrder complete(BusinessOrder order, @Nullable Region fallback) {
    if (order.region() != null || fallback == null) {
      return order;
    }
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        fallback,
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
}
