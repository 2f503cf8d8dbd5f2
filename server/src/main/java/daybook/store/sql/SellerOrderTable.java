package daybook.store.sql;

import daybook.domain.Money;
import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.Named;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.SellerAddress.Place;
import daybook.domain.seller.SellerFulfilment;
import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerOrder;
import daybook.store.Column;
import daybook.store.RecordKind;
import daybook.store.sql.session.Millis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders of sellers, in SQL. */
final class SellerOrderTable implements RecordTable<SellerOrder> {

  private static final List<String> COLUMNS =
      List.of(
          "purchase_date",
          "last_update_date",
          "order_status",
          "marketplace_id",
          "seller_order_id",
          "fulfillment_channel",
          "sales_channel",
          "payment_method",
          "easy_ship_status",
          "invoice_status",
          "supply_source_id",
          "store_id",
          "is_ispu",
          "earliest_ship",
          "latest_ship",
          "earliest_delivery",
          "latest_delivery",
          "items_shipped",
          "items_unshipped",
          "currency",
          "total_micros",
          "buyer_email",
          "buyer_name",
          "ship_city",
          "ship_state",
          "ship_postal_code",
          "ship_country");

  @Override
  public RecordKind kind() {
    return RecordKind.SELLER_ORDER;
  }

  @Override
  public String table() {
    return "seller_order";
  }

  @Override
  public String idColumn() {
    return "amazon_order_id";
  }

  @Override
  public List<String> sortColumns() {
    return List.of("purchase_date", "last_update_date");
  }

  @Override
  public List<Long> sortValues(SellerOrder order) {
    return List.of(Millis.floor(order.purchaseDate()), Millis.floor(order.listedUpdate()));
  }

  @Override
  public String column(Column column) {
    return switch (column) {
      case ORDER_ID -> "amazon_order_id";
      case ORDER_STATUS -> "order_status";
      case MARKETPLACE -> "marketplace_id";
      case SELLER_ORDER_ID -> "seller_order_id";
      case FULFILLMENT_CHANNEL -> "fulfillment_channel";
      case PAYMENT_METHOD -> "payment_method";
      case BUYER_EMAIL -> "buyer_email";
      case EASY_SHIP_STATUS -> "easy_ship_status";
      case INVOICE_STATUS -> "invoice_status";
      case SUPPLY_SOURCE -> "supply_source_id";
      case STORE -> "store_id";
      case STORE_PICK_UP -> "is_ispu";
      case EARLIEST_DELIVERY -> "earliest_delivery";
      case LATEST_DELIVERY -> "latest_delivery";
      default -> throw new IllegalArgumentException("orders of sellers have no column " + column);
    };
  }

  @Override
  public List<List<Column>> indexed() {
    return List.of(
        List.of(Column.EASY_SHIP_STATUS),
        List.of(Column.ORDER_STATUS),
        List.of(Column.MARKETPLACE));
  }

  @Override
  public List<Column> oftenAll() {
    return List.of(Column.MARKETPLACE, Column.ORDER_STATUS);
  }

  @Override
  public List<Column> oftenFew() {
    return List.of(
        Column.ORDER_ID,
        Column.SELLER_ORDER_ID,
        Column.BUYER_EMAIL,
        Column.STORE,
        Column.SUPPLY_SOURCE,
        Column.STORE_PICK_UP,
        Column.INVOICE_STATUS,
        Column.EARLIEST_DELIVERY,
        Column.LATEST_DELIVERY);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> values(SellerOrder order) {
    SellerFulfilment fulfilment = order.fulfilment();
    Dates dates = fulfilment.service().dates();
    Money total = order.payment().total();
    BuyerInfo buyer = order.buyer();
    String email = buyer == null ? null : buyer.email();
    Place place = order.shippingAddress() == null ? null : order.shippingAddress().place();
    return Arrays.asList(
        Millis.floor(order.purchaseDate()),
        Millis.floor(order.listedUpdate()),
        order.status().wireName(),
        order.sale().marketplaceId(),
        order.sellerOrderId(),
        name(fulfilment.channel()),
        order.sale().salesChannel(),
        name(order.payment().method()),
        name(fulfilment.easyShipStatus()),
        name(order.invoicing().electronicStatus()),
        fulfilment.source().supplySourceId(),
        fulfilment.source().storeChainStoreId(),
        Boolean.toString(Boolean.TRUE.equals(order.flag(OrderFlag.IS_ISPU))),
        Millis.floorOrNull(dates.earliestShip()),
        Millis.floorOrNull(dates.latestShip()),
        Millis.floorOrNull(dates.earliestDelivery()),
        Millis.floorOrNull(dates.latestDelivery()),
        fulfilment.itemsShipped(),
        fulfilment.itemsUnshipped(),
        total == null ? null : total.currencyCode(),
        total == null ? null : total.micros(),
        email == null ? null : email.toLowerCase(Locale.ROOT),
        buyer == null ? null : buyer.name(),
        place == null ? null : place.city(),
        place == null ? null : place.stateOrRegion(),
        place == null ? null : place.postalCode(),
        place == null ? null : place.countryCode());
  }

  private static @Nullable String name(@Nullable Named value) {
    return value == null ? null : value.wireName();
  }
}
