package daybook.store.sql;

import static daybook.domain.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daybook.document.Family;
import daybook.document.payment.Transactions;
import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.Money;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.store.Batch;
import daybook.store.Column;
import daybook.store.Records.Holdings;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns of transactions that people and their tools read beside Daybook. */
final class TransactionColumnsTest {

  private static final AccountId ONE = new AccountId("ONE");
  private static final Family<Transaction> FAMILY =
      new Family<>(new Transactions(), List.of(), List.of());

  @TempDir Path folder;
  private Path file;
  private SqlStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("store.db");
    store = SqlStore.open(StoreOptions.sqlite(file));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void write(long revision, Transaction transaction) {
    AsOf asOf = new AsOf(Instant.parse("2025-06-01T00:00:00Z"), revision);
    assertThat(
            store
                .transactions()
                .write(new Batch<>(ONE, List.of(FAMILY.write(transaction, asOf, revision)))))
        .isTrue();
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
  void transaction_fillsItsColumns() throws Exception {
    write(0, SampleTransactions.charge("T1"));
    assertThat(
            rows(
                """
                SELECT account_id, transaction_key, transaction_id, transaction_type, feed_date,
                  marketplace_id, charge_identifier, legal_entity, buyer_group, currency,
                  amount_micros, payment_instrument_type, payment_instrument_last4, buyer_name,
                  buyer_email, payer_name, payer_email, revision
                FROM purchase_transaction
                """))
        .containsExactly(
            Arrays.asList(
                "ONE",
                "T1/CHARGE",
                "T1",
                "CHARGE",
                Long.toString(SampleTransactions.FED.toEpochMilli()),
                "ATVPDKIKX0DER",
                null,
                "Example Works Inc.",
                "Laboratory",
                "USD",
                "35000000",
                "Visa",
                "5316",
                "Ada Byron",
                "ada@example.com",
                "Example Works Inc.",
                "",
                "1"));
  }

  @Test
  void lines_fillTheirColumns() throws Exception {
    write(0, SampleTransactions.charge("T1"));
    assertThat(
            rows(
                """
                SELECT line_no, order_id, order_line_item_id, purchase_order_number,
                  purchase_order_line_item_id, asin, title, unspsc, quantity, merchant_name,
                  shipment_id, refund_reason, tax_rate, currency, unit_price_micros, total_micros,
                  principal_micros, shipping_micros, discount_micros, tax_micros
                FROM purchase_transaction_line ORDER BY line_no
                """))
        .hasSize(2)
        .first()
        .isEqualTo(
            Arrays.asList(
                "1",
                "114-1",
                "92258882544121",
                "PO-7",
                "1",
                "B000000001",
                "Paper, 500 sheets",
                "14111507",
                "1",
                "Quill & Sons LLC",
                "XWwjNjjDq",
                null,
                "0.0",
                "USD",
                "20000000",
                "20000000",
                "20000000",
                "0",
                null,
                "0"));
  }

  @Test
  void change_replacesTheLines() throws Exception {
    write(0, SampleTransactions.charge("T1"));
    Transaction later =
        SampleTransactions.draft("T1")
            .fedAt(SampleTransactions.FED.plusSeconds(9))
            .lines(List.of(SampleTransactions.line("114-2", 3, usd("35.0"))))
            .build();
    write(1, later);
    assertThat(rows("SELECT order_id, line_no, feed_date FROM purchase_transaction_line"))
        .containsExactly(List.of("114-2", "1", Long.toString(later.feedDate().toEpochMilli())));
    assertThat(rows("SELECT revision FROM purchase_transaction")).containsExactly(List.of("2"));
  }

  @Test
  void transaction_ofWhichLittleIsKnown_leavesColumnsEmpty() throws Exception {
    write(0, SampleTransactions.draft("T1").amount(null).buyer(null).lines(null).build());
    assertThat(rows("SELECT currency, amount_micros, buyer_name FROM purchase_transaction"))
        .containsExactly(Arrays.asList(null, null, null));
    assertThat(rows("SELECT * FROM purchase_transaction_line")).isEmpty();
  }

  @Test
  void sumInAnotherCurrency_hasNoColumn() throws Exception {
    TransactionLineItem line = SampleTransactions.line("114-1", 1, usd("20.0"));
    LineAmounts mixed =
        new LineAmounts(usd("20.0"), usd("18.0"), null, null, null, null, Money.of("CAD", "2.00"));
    write(0, SampleTransactions.draft("T1").lines(List.of(withAmounts(line, mixed))).build());
    assertThat(rows("SELECT currency, total_micros, tax_micros FROM purchase_transaction_line"))
        .containsExactly(Arrays.asList("USD", "20000000", null));
  }

  @Test
  void views_showDecimalsAndTimestamps() throws Exception {
    write(0, SampleTransactions.charge("T1"));
    write(
        0,
        SampleTransactions.draft("T1")
            .type(TransactionType.REFUND)
            .amount(usd("-12.5"))
            .lines(List.of())
            .build());
    assertThat(
            rows(
                """
                SELECT transaction_id, transaction_type, feed_date, transaction_date, amount
                FROM v_transactions ORDER BY transaction_type
                """))
        .containsExactly(
            List.of("T1", "CHARGE", "2025-03-04T05:36:19Z", "2025-03-04T05:06:19Z", "35.0"),
            List.of("T1", "REFUND", "2025-03-04T05:36:19Z", "2025-03-04T05:06:19Z", "-12.5"));
    assertThat(
            rows(
                """
                SELECT transaction_type, line_no, order_id, total, shipment_date
                FROM v_transaction_lines ORDER BY line_no
                """))
        .containsExactly(
            List.of("CHARGE", "1", "114-1", "20.0", "2025-03-04T05:00:01Z"),
            List.of("CHARGE", "2", "114-1", "15.0", "2025-03-04T05:00:01Z"));
  }

  @Test
  void holdings_areByFeedDate() {
    write(0, SampleTransactions.charge("T1"));
    Instant later = SampleTransactions.FED.plusSeconds(60);
    write(0, SampleTransactions.charge("T2", later));
    assertThat(store.transactions().holdings(ONE))
        .isEqualTo(new Holdings(2, SampleTransactions.FED, later));
    assertThat(store.transactions().holdings(new AccountId("TWO")).records()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void columns_ofOrdersAreNoFilter(Column column) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransactionTable().column(column))
        .withMessageContaining(column.name());
  }

  private static TransactionLineItem withAmounts(TransactionLineItem line, LineAmounts amounts) {
    return new TransactionLineItem(
        line.refundReason(),
        amounts,
        line.unitPrice(),
        line.taxRate(),
        line.orderId(),
        line.orderLineItemId(),
        line.purchaseOrderNumber(),
        line.purchaseOrderLineItemId(),
        line.asin(),
        line.productTitle(),
        line.unspsc(),
        line.itemQuantity(),
        line.shipmentId(),
        line.shipmentDate(),
        line.merchantLegalName(),
        line.budgetId(),
        line.businessOrderInfo());
  }
}
