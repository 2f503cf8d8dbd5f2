package daybook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.RecordKind;
import daybook.store.Scan;
import daybook.store.ViewId;
import daybook.store.sql.session.Dialect;
import daybook.store.sql.session.Dialects;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How SQLite finds pages of seller orders: by an index of what the filter is about. */
final class SellerPlanTest {

  private static final AccountId ONE = new AccountId("ONE");
  private static final ViewId VIEW = new ViewId(RecordKind.SELLER_ORDER, "created", 1);
  private static final SellerOrderTable TABLE = new SellerOrderTable();

  private static final Dialect SQLITE = Dialects.SQLITE;

  @TempDir private Path folder;
  private Connection connection;
  private Session session;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("store.db");
    SqlStore.open(StoreOptions.sqlite(file)).close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    session = new Session(connection);
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER_STATUS, Canceled, purchase_date, seller_order_by_status_created",
    "ORDER_STATUS, Canceled, last_update_date, seller_order_by_status_updated",
    "MARKETPLACE, ATVPDKIKX0DER, purchase_date, seller_order_by_marketplace_created",
    "MARKETPLACE, ATVPDKIKX0DER, last_update_date, seller_order_by_marketplace_updated",
    "EASY_SHIP_STATUS, Lost, purchase_date, seller_order_by_easy_ship_created",
    "EASY_SHIP_STATUS, Lost, last_update_date, seller_order_by_easy_ship_updated"
  })
  void commonFilter_readsItsIndexInTheOrderOfThePage(
      Column column, String value, String sortColumn, String index) throws SQLException {
    Scan scan = scan(Filter.of(column, Set.of(value)));

    List<String> plan =
        plan(new FilteredSql(TABLE, scan, 1, Wanted.of(scan), SQLITE).inOrderOf(sortColumn));

    assertThat(plan).anyMatch(step -> step.contains(index) && step.contains(sortColumn + ">?"));
    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE") || step.startsWith("SCAN"));
  }

  @ParameterizedTest
  @CsvSource({
    "BUYER_EMAIL, a@b.c, seller_order_by_buyer_email",
    "SELLER_ORDER_ID, S-1, seller_order_by_seller_order_id",
    "SUPPLY_SOURCE, s, seller_order_by_supply_source",
    "STORE, s, seller_order_by_store",
    "STORE_PICK_UP, true, seller_order_by_pick_up",
    "INVOICE_STATUS, Errored, seller_order_by_invoice_status"
  })
  void rareFilter_gathersByItsOwnIndex(Column column, String value, String index)
      throws SQLException {
    Scan scan =
        scan(
            Filter.of(column, Set.of(value)),
            Filter.of(Column.ORDER_STATUS, Set.of("Shipped", "Unshipped")),
            Filter.of(Column.MARKETPLACE, Set.of("ATVPDKIKX0DER")));

    for (String sortColumn : TABLE.sortColumns()) {
      List<String> plan =
          plan(
              new FilteredSql(TABLE, scan, 1, Wanted.of(scan), SQLITE)
                  .gathered(sortColumn, column));
      assertThat(plan).anyMatch(step -> step.contains(index));
      assertThat(plan).noneMatch(step -> step.startsWith("SCAN o") || step.startsWith("SCAN p"));
    }
  }

  @Test
  void fiftyIds_areLookedUpOneByOne() throws SQLException {
    Set<String> ids =
        IntStream.range(0, 50).mapToObj("114-0000000-%07d"::formatted).collect(Collectors.toSet());
    Scan scan = scan(Filter.of(Column.ORDER_ID, ids));

    List<String> plan =
        plan(
            new FilteredSql(TABLE, scan, 1, Wanted.of(scan), SQLITE)
                .gathered("purchase_date", Column.ORDER_ID));

    assertThat(plan).anyMatch(step -> step.contains("(account_id=? AND amazon_order_id=?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EARLIEST_DELIVERY", "LATEST_DELIVERY"})
  void rangeOfDeliveryDates_isFoundByItsIndex(Column column) throws SQLException {
    Scan scan = scan(new Filter.Between(column, Instant.EPOCH, Instant.EPOCH.plusSeconds(60)));

    List<String> plan =
        plan(
            new FilteredSql(TABLE, scan, 1, Wanted.of(scan), SQLITE)
                .gathered("purchase_date", column));

    assertThat(plan)
        .anyMatch(
            step ->
                step.contains(
                    "seller_order_by_" + column.name().toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void filterThatExcludesNothing_isLeftOut() throws SQLException {
    put("1", "ATVPDKIKX0DER", "Shipped");
    put("2", "A2EUQ1WTGCTBG2", "Pending");
    Filter both = Filter.of(Column.MARKETPLACE, Set.of("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"));
    Filter status = Filter.of(Column.ORDER_STATUS, Set.of("Shipped", "Canceled"));

    Wanted wanted = Wanted.of(scan(both, status)).withoutIdle(session, TABLE, ONE);

    assertThat(wanted.values()).containsOnlyKeys(Column.ORDER_STATUS);
    assertThat(Wanted.of(scan(both)).withoutIdle(session, TABLE, ONE).isEverything()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A1AM78C64UM0Y8", "A2EUQ1WTGCTBG1", "A2EUQ1WTGCTBG3", "ZZZ"})
  void rowOutside_keepsTheFilter(String marketplace) throws SQLException {
    put("1", "ATVPDKIKX0DER", "Shipped");
    put("2", "A2EUQ1WTGCTBG2", "Shipped");
    put("3", marketplace, "Shipped");

    assertThat(marketplaces("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2").isEverything()).isFalse();
  }

  @Test
  void rowOfNoMarketplace_keepsTheFilter() throws SQLException {
    put("1", "ATVPDKIKX0DER", "Shipped");
    put("2", null, "Shipped");

    assertThat(marketplaces("ATVPDKIKX0DER").isEverything()).isFalse();
  }

  @Test
  void rowOfAnotherAccount_doesNotMatter() throws SQLException {
    put("1", "ATVPDKIKX0DER", "Shipped");
    execute("UPDATE seller_order SET account_id = 'TWO'");

    assertThat(marketplaces("A2EUQ1WTGCTBG2").isEverything()).isTrue();
  }

  @Test
  void fewRows_areCounted() throws SQLException {
    for (int i = 0; i < 3; i++) {
      put("o" + i, "ATVPDKIKX0DER", "Shipped");
    }
    execute("UPDATE seller_order SET buyer_email = 'a@b.c'");
    Wanted wanted =
        Wanted.of(
            scan(
                Filter.of(Column.BUYER_EMAIL, Set.of("a@b.c")),
                Filter.of(Column.ORDER_STATUS, Set.of("Shipped"))));

    assertThat(wanted.few(session, TABLE, ONE, 10_000)).contains(Column.BUYER_EMAIL);
    assertThat(wanted.without(Set.of(Column.BUYER_EMAIL)).few(session, TABLE, ONE, 10_000))
        .isEmpty();
  }

  @Test
  void manyRows_arePassedOver() throws SQLException {
    execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)"
            + insert("'o' || i", "'ATVPDKIKX0DER'", "'Shipped'")
            + " FROM n");
    execute("UPDATE seller_order SET buyer_email = 'a@b.c'");
    Filter email = Filter.of(Column.BUYER_EMAIL, Set.of("a@b.c"));

    assertThat(Wanted.of(scan(email)).few(session, TABLE, ONE, 10_000)).isEmpty();
  }

  private Wanted marketplaces(String... ids) throws SQLException {
    return Wanted.of(scan(Filter.of(Column.MARKETPLACE, Set.of(ids))))
        .withoutIdle(session, TABLE, ONE);
  }

  private void put(String id, String marketplace, String status) throws SQLException {
    String place = marketplace == null ? "NULL" : "'" + marketplace + "'";
    execute(insert("'" + id + "'", place, "'" + status + "'"));
  }

  private static String insert(String id, String marketplace, String status) {
    return " INSERT INTO seller_order (account_id, amazon_order_id, purchase_date,"
        + " last_update_date, order_status, marketplace_id, is_ispu, as_of, as_of_sequence,"
        + " revision, piece_keys, document) SELECT 'ONE', "
        + id
        + ", 0, 0, "
        + status
        + ", "
        + marketplace
        + ", 'false', 0, 0, 1, '', x''";
  }

  private void execute(String sql) throws SQLException {
    session.execute(sql);
  }

  private static Scan scan(Filter... filters) {
    return new Scan(
        ONE, VIEW, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), null, 100, List.of(filters));
  }

  private List<String> plan(ScanSql sql) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (PreparedStatement explain =
        connection.prepareStatement("EXPLAIN QUERY PLAN " + sql.text())) {
      for (int i = 0; i < sql.parameters().size(); i++) {
        explain.setObject(i + 1, sql.parameters().get(i));
      }
      try (ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          steps.add(rows.getString("detail"));
        }
      }
    }
    return steps;
  }
}
