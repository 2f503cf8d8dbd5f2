package daybook.store.sql;

import static daybook.domain.SampleOrders.draft;
import static daybook.domain.SampleOrders.order;
import static daybook.domain.SampleOrders.usd;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.SampleOrders;
import daybook.store.RecordWrite;
import daybook.store.Store;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns that people and their tools read beside Daybook. */
final class ColumnsTest {

  @TempDir Path folder;
  private Path file;
  private Store store;

  @BeforeEach
  void open() {
    file = folder.resolve("store.db");
    store = SqlStore.open(StoreOptions.sqlite(file));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void write(RecordWrite<BusinessOrder>... writes) {
    assertThat(store.orders().write(batch(ONE, writes))).isTrue();
  }

  private List<List<String>> rows(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  @Test
  void order_fillsItsColumns() throws Exception {
    write(after(0, order("a")));
    assertThat(
            rows(
                """
                SELECT account_id, order_id, order_date, region, order_status,
                  purchase_order_number, currency, sub_total_micros,
                  shipping_and_handling_micros, promotion_micros, tax_micros, net_total_micros,
                  quantity, buyer_name, buyer_email, buyer_group, approver_name, approver_email,
                  legal_entity, revision
                FROM business_order
                """))
        .containsExactly(
            List.of(
                "ONE",
                "a",
                Long.toString(SampleOrders.PLACED.toEpochMilli()),
                "US",
                "CLOSED",
                "PO-1",
                "USD",
                "70000000",
                "0",
                "0",
                "4900000",
                "74900000",
                "4",
                "Ada Byron",
                "ada@example.com",
                "Laboratory",
                "Grace Hopper",
                "grace@example.com",
                "Example Works Inc.",
                "1"));
  }

  @Test
  void order_ofWhichLittleIsKnown_leavesColumnsEmpty() throws Exception {
    BusinessOrder bare =
        new BusinessOrder(
            "a",
            SampleOrders.PLACED,
            null,
            null,
            OrderStatus.PENDING,
            null,
            Amounts.UNKNOWN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    write(after(0, bare));
    assertThat(
            rows(
                """
                SELECT coalesce(region, purchase_order_number, currency, net_total_micros,
                  quantity, buyer_name, approver_name, legal_entity, 'nothing')
                FROM business_order
                """))
        .containsExactly(List.of("nothing"));
    assertThat(rows("SELECT * FROM business_order_line")).isEmpty();
  }

  @Test
  void sum_inAnotherCurrency_isLeftToTheDocument() throws Exception {
    BusinessOrder usual = order("a");
    Amounts mixed = new Amounts(Money.of("EUR", "1"), null, null, null, usd("0.000001"));
    BusinessOrder odd =
        new BusinessOrder(
            usual.orderId(),
            usual.orderDate(),
            usual.region(),
            usual.purchaseOrderNumber(),
            usual.status(),
            usual.quantity(),
            mixed,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    write(after(0, odd));
    List<List<String>> rows =
        rows("SELECT currency, net_total_micros, sub_total_micros FROM business_order");
    assertThat(rows.get(0)).containsExactly("USD", "1", null);
  }

  @Test
  void lines_fillTheirColumns() throws Exception {
    write(after(0, order("a")));
    assertThat(
            rows(
                """
                SELECT order_id, line_no, asin, title, category, unspsc, brand_name,
                  manufacturer_name, seller_name, purchase_order_line_item, quantity, currency,
                  unit_price_micros, sub_total_micros, tax_micros, net_total_micros
                FROM business_order_line WHERE line_no = 2
                """))
        .containsExactly(
            List.of(
                "a",
                "2",
                "B0SAMPLE02",
                "Sample product 2",
                "Office Product",
                "44121700",
                "Brand",
                "Maker",
                "Sample Seller",
                "2",
                "2",
                "USD",
                "17500000",
                "35000000",
                "2450000",
                "37450000"));
  }

  @Test
  void lines_areReplacedWithTheirOrder() throws Exception {
    write(after(0, draft("a").lines(3).build()), after(0, order("b")));
    write(after(1, draft("a").placedAt(SampleOrders.PLACED.plusSeconds(9)).lines(1).build()));
    assertThat(rows("SELECT order_id, line_no, order_date FROM business_order_line ORDER BY 1, 2"))
        .containsExactly(
            List.of("a", "1", Long.toString(SampleOrders.PLACED.plusSeconds(9).toEpochMilli())),
            List.of("b", "1", Long.toString(SampleOrders.PLACED.toEpochMilli())),
            List.of("b", "2", Long.toString(SampleOrders.PLACED.toEpochMilli())));
  }

  @Test
  void views_showDecimalsAndTimestamps() throws Exception {
    write(after(0, order("a")));
    assertThat(rows("SELECT order_date, net_total, quantity, as_of FROM v_orders"))
        .containsExactly(List.of("2025-03-04T05:06:07Z", "74.9", "4", "1974-10-30T18:53:53Z"));
    assertThat(rows("SELECT line_no, order_status, unit_price FROM v_order_lines ORDER BY 1"))
        .containsExactly(List.of("1", "CLOSED", "17.5"), List.of("2", "CLOSED", "17.5"));
  }
}
