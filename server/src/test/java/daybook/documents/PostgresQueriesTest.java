package daybook.documents;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.batch;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.Store;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries of docs/queries.md, and the views they ask, on PostgreSQL. */
final class PostgresQueriesTest {

  private static String url;
  private static Store store;

  @BeforeAll
  static void open() {
    url = PostgresServers.emptySchema();
    store = SqlStore.open(PostgresServers.options(url));
    assertThat(store.orders().write(batch(ONE, order("a"), order("b")))).isTrue();
    PostgresServers.execute(
        url,
        "INSERT INTO purchase_transaction (account_id, transaction_key, feed_date, transaction_id,"
            + " transaction_type, transaction_date, currency, amount_micros, as_of, as_of_sequence,"
            + " revision, piece_keys, document)"
            + " VALUES ('ONE', 't/CHARGE', 1741064767000, 't', 'CHARGE', 1741064767000, 'USD',"
            + " 12340000, 0, 0, 1, '', '')",
        "INSERT INTO purchase_transaction_line (account_id, feed_date, transaction_key, line_no,"
            + " order_id, shipment_id, shipment_date, quantity, currency, total_micros, tax_micros)"
            + " VALUES ('ONE', 1741064767000, 't/CHARGE', 1, 'a', 's', 1741064767000, 2, 'USD',"
            + " 10000000, 0), ('ONE', 1741064767000, 't/CHARGE', 2, 'x', NULL, NULL, 1, 'USD',"
            + " 2340000, 0)");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 8})
  void query_ofWhatIsNotThere_isUnderstood(int number) throws SQLException {
    assertThat(rows(number)).isEmpty();
  }

  @Test
  void queries_answerAsOnSqlite() throws SQLException {
    assertThat(rows(1))
        .containsExactly(List.of("ONE", "Example Works Inc.", "2025-03", "USD", "2", "149.80"));
    assertThat(rows(2))
        .containsExactly(List.of("ONE", "Laboratory", "Ada Byron", "USD", "2", "149.80"));
    assertThat(rows(3))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("x", "t", "USD", "2.340000"));
    assertThat(rows(5)).containsExactly(List.of("ONE", "Office Product", "USD", "9.80", "149.80"));
    assertThat(rows(6)).containsExactly(List.of("ONE", "USD", "Sample Seller", "149.80", "100.0"));
    assertThat(rows(9)).containsExactly(List.of("ONE", "Laboratory", "USD", "2", "0", "0.00"));
    assertThat(rows(10))
        .containsExactly(
            List.of("ONE", "a", "USD", "74.900000", "10.00"),
            List.of("ONE", "b", "USD", "74.900000", "0.00"));
  }

  @Test
  void shipments_areToldByCharges() throws SQLException {
    assertThat(
            PostgresServers.rows(
                url,
                "SELECT order_id, shipment_id, shipment_month, quantity, total, lines,"
                    + " shipment_date = '2025-03-04T05:06:07Z' FROM v_shipments"))
        .containsExactly(List.of("a", "s", "2025-03", "2", "10.000000", "1", "t"));
  }

  private static List<List<String>> rows(int number) throws SQLException {
    return PostgresServers.rows(url, QueriesTest.queries().get(number - 1).group(2));
  }
}
