package daybook.store.sql;

import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.Product;
import daybook.domain.Seller;
import daybook.store.OrderWrite;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the columns of orders and of their lines. */
final class OrderRows {

  private static final List<String> KEY = List.of("account_id", "order_id");

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
          "legal_entity",
          "as_of",
          "as_of_sequence",
          "revision",
          "piece_keys",
          "document");

  // Writes nothing when a stored order is not the one before: somebody else has changed it.
  private static final String PUT =
      insert("business_order", KEY, COLUMNS)
          + " ON CONFLICT (account_id, order_id) DO UPDATE SET "
          + String.join(", ", COLUMNS.stream().map(name -> name + " = EXCLUDED." + name).toList())
          + " WHERE business_order.revision = EXCLUDED.revision - 1";

  private static final String PUT_LINE =
      insert(
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

  private static final String DELETE_LINES =
      """
      DELETE FROM business_order_line
      WHERE account_id = ? AND order_date = ? AND order_id = ?
      """;

  private final Session writer;
  private final String account;

  OrderRows(Session writer, String account) {
    this.writer = writer;
    this.account = account;
  }

  /** Writes an order. Returns false if another revision is stored than the expected one. */
  boolean put(OrderWrite write, PieceKeys keys) throws SQLException {
    BusinessOrder order = write.order();
    Amounts amounts = order.amounts();
    String currency = amounts.currencyCode();
    Customer buyer = order.buyingCustomer();
    Customer approver = order.lastApprover();
    return writer.update(
            PUT,
            account,
            order.orderId(),
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
            order.legalEntityName(),
            Millis.floor(write.asOf().instant()),
            write.asOf().sequence(),
            write.expectedRevision() + 1,
            keys.text(),
            write.document())
        == 1;
  }

  /** Writes the lines of an order that has none yet. */
  void putLines(BusinessOrder order) throws SQLException {
    List<LineItem> lines = order.lineItems() == null ? List.of() : order.lineItems();
    for (int i = 0; i < lines.size(); i++) {
      putLine(order, i + 1, lines.get(i));
    }
  }

  private void putLine(BusinessOrder order, int number, LineItem line) throws SQLException {
    Product product = line.product();
    Amounts amounts = line.amounts();
    Seller seller = line.seller();
    Money price = line.purchasedPricePerUnit();
    String known = amounts.currencyCode();
    String currency = known == null && price != null ? price.currencyCode() : known;
    writer.update(
        PUT_LINE,
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

  /** Drops the lines that an order had. */
  void dropLines(String orderId, long orderDate) throws SQLException {
    writer.update(DELETE_LINES, account, orderDate, orderId);
  }

  /** A sum in another currency than its row's has no place in a column; the document keeps it. */
  private static @Nullable Long micros(@Nullable Money money, @Nullable String currency) {
    return money == null || !money.currencyCode().equals(currency) ? null : money.micros();
  }

  private static String insert(String table, List<String> key, List<String> columns) {
    List<String> all = new ArrayList<>(key);
    all.addAll(columns);
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", all)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(all.size(), "?"))
        + ")";
  }
}
