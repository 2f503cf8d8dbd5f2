package daybook.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import daybook.app.Demo;
import daybook.app.DemoPlan;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.domain.BusinessOrder;
import daybook.domain.LineItem;
import daybook.domain.Money;
import daybook.domain.OrderStatus;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.money.DemoTransactions;
import daybook.world.seller.DemoSales;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The queries of docs/queries.md, run on a demo world from which an importer has missed something;
 * what each must show is worked out from the world itself.
 */
final class QueriesTest {

  private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
  private static final int ORDERS = 1_500;
  private static final int MISSED = 3;
  private static final Pattern QUERY =
      Pattern.compile("(?m)^## (\\d+)\\. .*\\n(?:(?!^## )[\\s\\S])*?```sql\\n([\\s\\S]*?);\\n```");

  @TempDir static Path folder;
  private static Path file;
  private static final List<Owned<BusinessOrder>> PURCHASES = new ArrayList<>();
  private static final List<Owned<Transaction>> PAYMENTS = new ArrayList<>();
  private static final List<Owned<SellerOrder>> SALES = new ArrayList<>();
  private static final Set<String> MISSED_ORDERS = new HashSet<>();
  private static final Set<String> MISSED_CHARGES = new HashSet<>();

  /** A record and whose it is. */
  private record Owned<R>(String account, R record) {}

  /** What is added up of some rows. */
  private record Sum(long rows, BigDecimal first, BigDecimal second) {
    static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

    Sum plus(Sum other) {
      return new Sum(rows + other.rows, first.add(other.first), second.add(other.second));
    }
  }

  @BeforeAll
  static void makeTheWorld() throws SQLException {
    Map<String, String> flags = Map.of("store.data-dir", folder.toString());
    Settings settings = Settings.load(SettingsInput.ofFlags(flags));
    try (Workspace workspace = Workspace.open(settings, new MutableClock(END))) {
      new Demo(workspace).create(new DemoPlan(1, END, ORDERS), count -> {});
    }
    file = Workspace.storeFile(settings);
    DemoWorld world = new DemoWorld(1, END, ORDERS);
    for (DemoAccount account : world.accounts()) {
      String id = account.id().value();
      world.orders(account).forEachRemaining(next -> PURCHASES.add(new Owned<>(id, next.row())));
      new DemoTransactions(world)
          .transactions(account)
          .forEachRemaining(next -> PAYMENTS.add(new Owned<>(id, next.row())));
      new DemoSales(world)
          .soldTo(account)
          .forEachRemaining(
              sold -> SALES.add(new Owned<>(sold.seller().value(), sold.order().row())));
    }
    miss();
  }

  /** Takes some orders and the charges of others out of the store and out of what is expected. */
  private static void miss() throws SQLException {
    List<Owned<Transaction>> charges =
        PAYMENTS.stream().filter(owned -> owned.record().type() == TransactionType.CHARGE).toList();
    for (Owned<Transaction> charge : charges.subList(0, MISSED)) {
      lines(charge.record()).forEach(line -> MISSED_ORDERS.add(line.orderId()));
    }
    for (Owned<Transaction> charge : charges.subList(charges.size() / 2, charges.size())) {
      if (MISSED_CHARGES.size() < MISSED && closed(charge)) {
        MISSED_CHARGES.add(charge.record().transactionId());
      }
    }
    assertThat(MISSED_ORDERS).isNotEmpty();
    assertThat(MISSED_CHARGES).hasSize(MISSED);
    PURCHASES.removeIf(owned -> MISSED_ORDERS.contains(owned.record().orderId()));
    PAYMENTS.removeIf(owned -> MISSED_CHARGES.contains(owned.record().transactionId()));
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String order : MISSED_ORDERS) {
        statement.execute("DELETE FROM business_order WHERE order_id = '" + order + "'");
      }
      for (String charge : MISSED_CHARGES) {
        statement.execute(
            "DELETE FROM purchase_transaction WHERE transaction_id = '" + charge + "'");
      }
    }
  }

  private static boolean closed(Owned<Transaction> charge) {
    Set<String> orders =
        lines(charge.record()).map(TransactionLineItem::orderId).collect(Collectors.toSet());
    return PURCHASES.stream()
        .filter(owned -> orders.contains(owned.record().orderId()))
        .anyMatch(owned -> owned.record().status() == OrderStatus.CLOSED);
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static Stream<TransactionLineItem> lines(Transaction transaction) {
    return transaction.lineItems().stream();
  }

  private static List<MatchResult> queries() {
    return QUERY.matcher(Pages.read("docs/queries.md")).results().toList();
  }

  /** Runs a query of the page; numbers come with two decimals. */
  private static List<List<String>> run(int number) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(queries().get(number - 1).group(2))) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          row.add(
              value instanceof Number
                  ? decimals(new BigDecimal(value.toString()))
                  : String.valueOf(value));
        }
        all.add(row);
      }
      return all;
    }
  }

  private static String decimals(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String count(long number) {
    return decimals(BigDecimal.valueOf(number));
  }

  private static String month(Instant instant) {
    return instant.toString().substring(0, 7);
  }

  private static String second(@Nullable Instant instant) {
    return String.valueOf(instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS));
  }

  private static BigDecimal value(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }

  private static List<String> row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(String::valueOf).toList();
  }

  private static List<String> with(List<String> key, String... more) {
    return Stream.concat(key.stream(), Stream.of(more)).toList();
  }

  private static Stream<Owned<BusinessOrder>> ordered() {
    return PURCHASES.stream().filter(o -> o.record().status() != OrderStatus.CANCELLED);
  }

  private static Stream<Map.Entry<Owned<BusinessOrder>, LineItem>> orderedLines() {
    return ordered().flatMap(o -> o.record().lineItems().stream().map(line -> Map.entry(o, line)));
  }

  private static <T> Map<List<String>, Sum> sums(
      Stream<T> all, Function<T, List<String>> key, Function<T, Sum> summand) {
    return all.collect(groupingBy(key, reducing(Sum.NONE, summand, Sum::plus)));
  }

  private static void assertShows(int query, Stream<List<String>> expected) throws SQLException {
    List<List<String>> rows = expected.toList();
    assertThat(rows).as("a world in which query %d has something to show", query).isNotEmpty();
    assertThat(run(query)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void page_asksTenQuestions() {
    assertThat(queries().stream().map(query -> query.group(1)))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
  }

  @Test
  void page_namesEveryView() throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet views =
            statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'view'")) {
      Set<String> names = new HashSet<>();
      while (views.next()) {
        names.add("`" + views.getString(1) + "`");
      }
      assertThat(Pages.rows(Pages.read("docs/queries.md")).stream().map(cells -> cells.get(0)))
          .filteredOn(cell -> cell.startsWith("`"))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void query1_spendByMonthAndLegalEntity() throws SQLException {
    assertShows(
        1,
        sums(
                ordered(),
                o ->
                    row(
                        o.account(),
                        o.record().legalEntityName(),
                        month(o.record().orderDate()),
                        o.record().amounts().currencyCode()),
                o -> new Sum(1, value(o.record().amounts().netTotal()), BigDecimal.ZERO))
            .entrySet()
            .stream()
            .map(
                e -> with(e.getKey(), count(e.getValue().rows()), decimals(e.getValue().first()))));
  }

  @Test
  void query2_spendByGroupAndBuyer() throws SQLException {
    assertShows(
        2,
        sums(
                ordered(),
                o ->
                    row(
                        o.account(),
                        o.record().buyerGroupName(),
                        o.record().buyingCustomer() == null
                            ? null
                            : o.record().buyingCustomer().name(),
                        o.record().amounts().currencyCode()),
                o -> new Sum(1, value(o.record().amounts().netTotal()), BigDecimal.ZERO))
            .entrySet()
            .stream()
            .map(
                e -> with(e.getKey(), count(e.getValue().rows()), decimals(e.getValue().first()))));
  }

  @Test
  void query3_chargesForMissingOrders() throws SQLException {
    Stream<List<String>> expected =
        PAYMENTS.stream()
            .filter(owned -> owned.record().type() == TransactionType.CHARGE)
            .flatMap(
                owned ->
                    sums(
                            lines(owned.record())
                                .filter(line -> MISSED_ORDERS.contains(line.orderId())),
                            line ->
                                row(
                                    owned.account(),
                                    line.orderId(),
                                    owned.record().transactionId(),
                                    second(owned.record().feedDate()),
                                    line.amounts().total().currencyCode()),
                            line -> new Sum(1, value(line.amounts().total()), BigDecimal.ZERO))
                        .entrySet()
                        .stream()
                        .map(e -> with(e.getKey(), decimals(e.getValue().first()))));
    assertShows(3, expected);
  }

  @Test
  void query4_refundsByMonthAndReason() throws SQLException {
    Stream<Map.Entry<Owned<Transaction>, TransactionLineItem>> refunded =
        PAYMENTS.stream()
            .filter(owned -> owned.record().type() != TransactionType.CHARGE)
            .flatMap(owned -> lines(owned.record()).map(line -> Map.entry(owned, line)));
    assertShows(
        4,
        sums(
                refunded,
                e ->
                    row(
                        e.getKey().account(),
                        month(e.getKey().record().feedDate()),
                        e.getValue().refundReason(),
                        e.getValue().amounts().total().currencyCode()),
                e -> new Sum(1, value(e.getValue().amounts().total()), BigDecimal.ZERO))
            .entrySet()
            .stream()
            .map(
                e -> with(e.getKey(), count(e.getValue().rows()), decimals(e.getValue().first()))));
  }

  @Test
  void query5_taxByCategory() throws SQLException {
    assertShows(
        5,
        sums(
                orderedLines(),
                e ->
                    row(
                        e.getKey().account(),
                        e.getValue().product().category(),
                        e.getValue().amounts().currencyCode()),
                e ->
                    new Sum(
                        1,
                        value(e.getValue().amounts().tax()),
                        value(e.getValue().amounts().netTotal())))
            .entrySet()
            .stream()
            .map(
                e ->
                    with(
                        e.getKey(),
                        decimals(e.getValue().first()),
                        decimals(e.getValue().second()))));
  }

  @Test
  void query6_sellerConcentration() throws SQLException {
    Map<List<String>, Sum> sellers =
        sums(
            orderedLines(),
            e ->
                row(
                    e.getKey().account(),
                    e.getValue().amounts().currencyCode(),
                    e.getValue().seller() == null ? null : e.getValue().seller().name()),
            e -> new Sum(1, value(e.getValue().amounts().netTotal()), BigDecimal.ZERO));
    Map<List<String>, Sum> all =
        sums(sellers.entrySet().stream(), e -> e.getKey().subList(0, 2), e -> e.getValue());
    assertShows(
        6,
        sellers.entrySet().stream()
            .map(
                e -> {
                  BigDecimal share =
                      e.getValue()
                          .first()
                          .movePointRight(2)
                          .divide(
                              all.get(e.getKey().subList(0, 2)).first(), 1, RoundingMode.HALF_UP);
                  return with(e.getKey(), decimals(e.getValue().first()), decimals(share));
                }));
  }

  @Test
  void query7_ordersPendingApproval() throws SQLException {
    assertShows(
        7,
        PURCHASES.stream()
            .filter(o -> o.record().status() == OrderStatus.PENDING_APPROVAL)
            .map(
                o ->
                    row(
                        o.account(),
                        o.record().orderId(),
                        second(o.record().orderDate()),
                        o.record().buyerGroupName(),
                        o.record().buyingCustomer() == null
                            ? null
                            : o.record().buyingCustomer().name(),
                        o.record().amounts().currencyCode(),
                        decimals(value(o.record().amounts().netTotal())))));
    List<List<String>> rows = run(7);
    assertThat(rows.stream().map(row -> row.get(0) + row.get(2) + row.get(1))).isSorted();
  }

  @Test
  void query8_lateShipments() throws SQLException {
    Set<SellerOrderStatus> open =
        Set.of(SellerOrderStatus.UNSHIPPED, SellerOrderStatus.PARTIALLY_SHIPPED);
    assertShows(
        8,
        SALES.stream()
            .filter(o -> open.contains(o.record().status()))
            .filter(o -> promised(o.record()).isBefore(END))
            .map(
                o ->
                    row(
                        o.account(),
                        o.record().amazonOrderId(),
                        second(o.record().fulfilment().service().dates().latestShip()),
                        count(o.record().fulfilment().itemsUnshipped()),
                        o.record().payment().total().currencyCode(),
                        decimals(value(o.record().payment().total())))));
  }

  // Where no date to ship by is known, the goods should have been there when they were ordered.
  private static Instant promised(SellerOrder order) {
    Instant latestShip = order.fulfilment().service().dates().latestShip();
    return latestShip == null ? order.purchaseDate() : latestShip;
  }

  @Test
  void query9_spendWithoutAPurchaseOrder() throws SQLException {
    Function<Owned<BusinessOrder>, List<String>> group =
        o -> row(o.account(), o.record().buyerGroupName(), o.record().amounts().currencyCode());
    Map<List<String>, Sum> without =
        sums(
            ordered().filter(o -> o.record().purchaseOrderNumber() == null),
            group,
            o -> new Sum(1, value(o.record().amounts().netTotal()), BigDecimal.ZERO));
    assertThat(without).isNotEmpty();
    assertShows(
        9,
        sums(ordered(), group, o -> new Sum(1, BigDecimal.ZERO, BigDecimal.ZERO))
            .entrySet()
            .stream()
            .map(
                e -> {
                  Sum sum = without.getOrDefault(e.getKey(), Sum.NONE);
                  return with(
                      e.getKey(),
                      count(e.getValue().rows()),
                      count(sum.rows()),
                      decimals(sum.first()));
                }));
  }

  @Test
  void query10_closedOrdersNotChargedAsOrdered() throws SQLException {
    Map<List<String>, Sum> charged =
        sums(
            PAYMENTS.stream()
                .filter(owned -> owned.record().type() == TransactionType.CHARGE)
                .flatMap(owned -> lines(owned.record()).map(line -> Map.entry(owned, line))),
            e -> row(e.getKey().account(), e.getValue().orderId()),
            e -> new Sum(1, value(e.getValue().amounts().total()), BigDecimal.ZERO));
    assertShows(
        10,
        PURCHASES.stream()
            .filter(o -> o.record().status() == OrderStatus.CLOSED)
            .map(
                o -> {
                  Sum sum = charged.getOrDefault(row(o.account(), o.record().orderId()), Sum.NONE);
                  return row(
                      o.account(),
                      o.record().orderId(),
                      o.record().amounts().currencyCode(),
                      decimals(value(o.record().amounts().netTotal())),
                      decimals(sum.first()));
                })
            .filter(row -> !row.get(3).equals(row.get(4))));
  }
}
