package daybook.operation.orders0;

import daybook.contract.Shape;
import daybook.domain.seller.SellerOrder;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;

/** Orders as the Orders API v0 shows them to sellers: {@code Order} (CONTRACT 1.5). */
public final class SellerOrderShape implements Shape<SellerOrder> {

  private final boolean flagAsText;

  /** Takes whether IsReplacementOrder is written as a string, as live answers have it. */
  public SellerOrderShape(boolean flagAsText) {
    this.flagAsText = flagAsText;
  }

  @Override
  public String name() {
    return "orders-v0";
  }

  @Override
  public String envelope() {
    return "Orders";
  }

  @Override
  public String pageHead() {
    return "{\"payload\":{\"Orders\":[";
  }

  @Override
  public String pageTail(long records) {
    return "]}}";
  }

  // Members that only this shape has, so that an order without its id is still told what it lacks.
  @Override
  public boolean recognises(JsonObject object) {
    return object.has("AmazonOrderId")
        || (object.has("PurchaseDate") && object.has("LastUpdateDate"));
  }

  @Override
  public SellerOrder read(JsonObject object) {
    return OrderJson.read(object);
  }

  // Nothing is left out: a file is for its owner, and what it says can be read back.
  @Override
  public byte[] write(SellerOrder order) {
    JsonWriter json = new JsonWriter();
    OrderJson.write(json, order, flagAsText);
    AddressJson.write(json, "ShippingAddress", order.shippingAddress());
    BuyerJson.write(json, order.buyer());
    BuyerJson.write(json, order.buyerTax());
    Members.text(json, "StoreChainStoreId", order.fulfilment().source().storeChainStoreId());
    return json.endObject().toBytes();
  }

  @Override
  public String id(SellerOrder order) {
    return order.amazonOrderId();
  }

  @Override
  public Instant instant(SellerOrder order) {
    return order.purchaseDate();
  }
}
