package daybook.store.sql;

import static daybook.store.sql.RecordTable.micros;

import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.Product;
import daybook.domain.Seller;
import daybook.store.Column;
import daybook.store.RecordKind;
import daybook.store.sql.session.Millis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of buyers and their lines, in SQL. */
final class BusinessOrderTable implements RecordTable<BusinessOrder> {

  private static final List<String> COLUMNS =
      List.of(
          "order_date",
          "region",
          "order_status",
          "purchase_order_number",
          "currency",
          "sub_total_micros",
          "shipping_and_handling_micros",
          "promotion_micros",
          "tax_micros",
          "net_total_micros",
          "quantity",
          "buyer_name",
          "buyer_email",
          "buyer_group",
          "approver_name",
          "approver_email",
          "legal_entity");

  private static final LineTable LINES =
      new LineTable(
          "business_order_line",
          List.of("account_id", "order_date", "order_id", "line_no"),
          List.of(
              "asin",
              "title",
              "category",
              "unspsc",
              "brand_name",
              "manufacturer_name",
              "seller_name",
              "purchase_order_line_item",
              "quantity",
              "currency",
              "unit_price_micros",
              "sub_total_micros",
              "tax_micros",
              "net_total_micros"));

  @Override
  public RecordKind kind() {
    return RecordKind.BUSINESS_ORDER;
  }

  @Override
  public String table() {
    return "business_order";
  }

  @Override
  public String idColumn() {
    return "order_id";
  }

  @Override
  public List<String> sortColumns() {
    return List.of("order_date");
  }

  @Override
  public List<Long> sortValues(BusinessOrder order) {
    return List.of(Millis.floor(order.orderDate()));
  }

  @Override
  public String column(Column column) {
    return switch (column) {
      case REGION -> "region";
      case ORDER_STATUS -> "order_status";
      case PURCHASE_ORDER_NUMBER -> "purchase_order_number";
      default -> throw new IllegalArgumentException("orders of buyers have no column " + column);
    };
  }

  @Override
  public List<List<Column>> indexed() {
    return List.of(
        List.of(Column.PURCHASE_ORDER_NUMBER),
        List.of(Column.REGION, Column.ORDER_STATUS),
        List.of(Column.ORDER_STATUS),
        List.of(Column.REGION));
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> values(BusinessOrder order) {
    Amounts amounts = order.amounts();
    String currency = amounts.currencyCode();
    Customer buyer = order.buyingCustomer();
    Customer approver = order.lastApprover();
    return Arrays.asList(
        Millis.floor(order.orderDate()),
        order.region() == null ? null : order.region().name(),
        order.status().name(),
        order.purchaseOrderNumber(),
        currency,
        micros(amounts.subTotal(), currency),
        micros(amounts.shippingAndHandling(), currency),
        micros(amounts.promotion(), currency),
        micros(amounts.tax(), currency),
        micros(amounts.netTotal(), currency),
        order.quantity(),
        buyer == null ? null : buyer.name(),
        buyer == null ? null : buyer.email(),
        order.buyerGroupName(),
        approver == null ? null : approver.name(),
        approver == null ? null : approver.email(),
        order.legalEntityName());
  }

  @Override
  public Optional<LineTable> lines() {
    return Optional.of(LINES);
  }

  @Override
  public List<List<@Nullable Object>> lineValues(String account, BusinessOrder order) {
    List<LineItem> lines = order.lineItems() == null ? List.of() : order.lineItems();
    List<List<@Nullable Object>> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      rows.add(lineValues(account, order, i + 1, lines.get(i)));
    }
    return rows;
  }

  private static List<@Nullable Object> lineValues(
      String account, BusinessOrder order, int number, LineItem line) {
    Product product = line.product();
    Amounts amounts = line.amounts();
    Seller seller = line.seller();
    Money price = line.purchasedPricePerUnit();
    String known = amounts.currencyCode();
    String currency = known == null && price != null ? price.currencyCode() : known;
    return Arrays.asList(
        account,
        Millis.floor(order.orderDate()),
        order.orderId(),
        number,
        product.asin(),
        product.title(),
        product.category(),
        product.unspsc(),
        product.brandName(),
        product.manufacturerName(),
        seller == null ? null : seller.name(),
        line.purchaseOrderLineItem(),
        line.quantity(),
        currency,
        micros(price, currency),
        micros(amounts.subTotal(), currency),
        micros(amounts.tax(), currency),
        micros(amounts.netTotal(), currency));
  }
}
