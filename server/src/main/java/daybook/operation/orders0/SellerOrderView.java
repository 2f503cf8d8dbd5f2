package daybook.operation.orders0;

import daybook.contract.View;
import daybook.domain.seller.SellerOrder;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Renders orders for their sellers, listed by one of their two dates (CONTRACT 1.5). */
public final class SellerOrderView implements View<SellerOrder> {

  private static final int VERSION = 1;

  private final ViewId id;
  private final Function<SellerOrder, Instant> sortedBy;
  private final boolean flagAsText;

  private SellerOrderView(ViewId id, Function<SellerOrder, Instant> sortedBy, boolean flagAsText) {
    this.id = id;
    this.sortedBy = sortedBy;
    this.flagAsText = flagAsText;
  }

  /** Returns the two views; the spelling is part of their names, so that another renders anew. */
  public static List<SellerOrderView> both(boolean flagAsText) {
    return List.of(
        new SellerOrderView(created(flagAsText), SellerOrder::purchaseDate, flagAsText),
        new SellerOrderView(updated(flagAsText), SellerOrder::listedUpdate, flagAsText));
  }

  /** Names the view by the date of the order. */
  static ViewId created(boolean flagAsText) {
    return id("order0created", flagAsText);
  }

  /** Names the view by the date of the last change. */
  static ViewId updated(boolean flagAsText) {
    return id("order0updated", flagAsText);
  }

  @Override
  public ViewId id() {
    return id;
  }

  @Override
  public Instant sortInstant(SellerOrder order) {
    return sortedBy.apply(order);
  }

  @Override
  public byte[] render(SellerOrder order) {
    return OrderPiece.render(order.updatedAt(order.listedUpdate()), flagAsText);
  }

  private static ViewId id(String name, boolean flagAsText) {
    return new ViewId(RecordKind.SELLER_ORDER, flagAsText ? name + "observed" : name, VERSION);
  }
}
