package daybook.document.seller;

import daybook.document.Defaults;
import daybook.document.Kind;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderMerge;
import daybook.store.RecordKind;
import daybook.store.Records;
import daybook.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Orders as their sellers see them. */
public final class SellerOrders implements Kind<SellerOrder> {

  @Override
  public RecordKind recordKind() {
    return RecordKind.SELLER_ORDER;
  }

  @Override
  public String noun() {
    return "seller order";
  }

  @Override
  public String idMember() {
    return "AmazonOrderId";
  }

  @Override
  public String id(SellerOrder order) {
    return order.amazonOrderId();
  }

  @Override
  public byte[] encode(SellerOrder order) {
    return SellerOrderDocument.encode(order);
  }

  @Override
  public SellerOrder decode(byte[] document) {
    return SellerOrderDocument.decode(document);
  }

  @Override
  public SellerOrder merge(SellerOrder older, SellerOrder newer) {
    return SellerOrderMerge.merge(older, newer);
  }

  @Override
  public Records<SellerOrder> in(Store store) {
    return store.sellerOrders();
  }

  // The next whole second: bounds of listings lie between two of them.
  @Override
  public SellerOrder listedAfter(SellerOrder order, Instant settled) {
    return order.listedUpdate().isAfter(settled)
        ? order
        : order.listedFrom(settled.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  // Every listing names marketplaces, so an order of none is in no listing.
  @Override
  public @Nullable String gap(SellerOrder order, Defaults defaults) {
    return order.sale().marketplaceId() == null
        ? "show no marketplace: until another source shows it, no listing finds them"
        : null;
  }
}
