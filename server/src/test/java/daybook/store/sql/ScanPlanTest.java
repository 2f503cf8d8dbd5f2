package daybook.store.sql;

import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.sql.session.Dialect;
import daybook.store.sql.session.Dialects;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SQLite's own account of how it finds a page: one range of an index each, in order. */
final class ScanPlanTest {

  private static final Filter REGION = Filter.of(Column.REGION, Set.of("DE"));
  private static final Filter STATUS = Filter.of(Column.ORDER_STATUS, Set.of("CLOSED"));
  private static final Filter NUMBER = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO-1"));
  private static final Filter STATUSES =
      Filter.of(
          Column.ORDER_STATUS,
          Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.toSet()));
  private static final Filter REGIONS =
      Filter.of(
          Column.REGION,
          Arrays.stream(Region.values()).map(Enum::name).collect(Collectors.toSet()));
  private static final Filter NUMBERS =
      Filter.of(
          Column.PURCHASE_ORDER_NUMBER,
          IntStream.range(0, 50).mapToObj(i -> "PO-" + i).collect(Collectors.toSet()));

  private static final String PIECE_RANGE =
      "SEARCH p USING PRIMARY KEY (account_id=? AND view_id=?";
  private static final String PIECE = PIECE_RANGE + " AND sort_at=? AND record_id=?)";
  private static final String BY_STATUS =
      "INDEX business_order_by_status (account_id=? AND order_status=?";
  private static final String BY_REGION =
      "INDEX business_order_by_region (account_id=? AND region=?";
  private static final String BY_BOTH =
      "INDEX business_order_by_region_and_status"
          + " (account_id=? AND region=? AND order_status=?";
  private static final String BY_NUMBER =
      "INDEX business_order_by_purchase_order (account_id=? AND purchase_order_number=?";

  private static final Dialect SQLITE = Dialects.SQLITE;

  @TempDir static Path folder;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    Path file = folder.resolve("store.db");
    SqlStore.open(StoreOptions.sqlite(file)).close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(List.of(STATUS), BY_STATUS, 1),
        Arguments.of(List.of(STATUSES), BY_STATUS, 6),
        Arguments.of(List.of(REGION), BY_REGION, 1),
        Arguments.of(List.of(REGIONS), BY_REGION, 11),
        Arguments.of(List.of(REGION, STATUS), BY_BOTH, 1),
        Arguments.of(List.of(REGION, STATUSES), BY_BOTH, 6),
        Arguments.of(List.of(NUMBER), BY_NUMBER, 1),
        Arguments.of(List.of(REGION, NUMBER), BY_NUMBER, 1),
        Arguments.of(List.of(STATUSES, NUMBER), BY_NUMBER, 1),
        Arguments.of(List.of(STATUS, REGION, NUMBER), BY_NUMBER, 1));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void filtered_readsRangesOfOneIndexInOrder(List<Filter> filters, String index, int ranges)
      throws SQLException {
    for (Position after : positions()) {
      Scan scan = scan(after, filters);
      List<String> plan = plan(filtered(scan).inOrderOf("order_date"));
      assertOrdered(plan);
      assertThat(plan.stream().filter(step -> step.contains(index) && bounded(step)))
          .hasSize(ranges);
      assertThat(plan.stream().filter(PIECE::equals)).hasSize(ranges);
      assertThat(plan.stream().filter(step -> step.startsWith("SEARCH"))).hasSize(2 * ranges);
    }
  }

  @Test
  void unfiltered_readsOneRangeOfPieces() throws SQLException {
    for (Position after : positions()) {
      List<String> plan = plan(ScanSql.plain(scan(after, List.of()), 1));
      assertThat(plan).hasSize(1);
      assertThat(plan.get(0)).startsWith(PIECE_RANGE);
      assertThat(bounded(plan.get(0))).isTrue();
    }
  }

  static Stream<Arguments> passedOver() {
    return Stream.of(
        Arguments.of(List.of(NUMBERS), true),
        Arguments.of(List.of(REGIONS, STATUSES), true),
        Arguments.of(List.of(STATUS), false),
        Arguments.of(List.of(NUMBER, REGION), false));
  }

  @ParameterizedTest
  @MethodSource("passedOver")
  void manyValuesOrOtherOrder_readPiecesInOrderAndLookAtEachOrder(
      List<Filter> filters, boolean byOrderDate) throws SQLException {
    Scan scan = scan(null, filters);
    List<String> plan =
        plan(byOrderDate ? filtered(scan).inOrderOf("order_date") : filtered(scan).passedOver());
    assertOrdered(plan);
    assertThat(plan.get(0)).startsWith(PIECE_RANGE);
    assertThat(plan.get(1)).startsWith("CORRELATED SCALAR SUBQUERY");
    assertThat(plan.get(2)).contains("(account_id=? AND order_id=?)");
  }

  private static FilteredSql filtered(Scan scan) {
    return new FilteredSql(new BusinessOrderTable(), scan, 1, Wanted.of(scan), SQLITE);
  }

  private static void assertOrdered(List<String> plan) {
    assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  private static boolean bounded(String step) {
    return step.matches(".*(_date|sort_at)<\\?\\)") && step.matches(".*(>\\?|>\\(\\?,\\?\\)) .*");
  }

  private static List<@Nullable Position> positions() {
    return Arrays.asList(null, new Position(Instant.ofEpochSecond(50), "x"));
  }

  private static Scan scan(@Nullable Position after, List<Filter> filters) {
    return new Scan(ONE, BY_DATE, Instant.EPOCH, Instant.ofEpochSecond(99), after, 100, filters);
  }

  private static List<String> plan(ScanSql sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("EXPLAIN QUERY PLAN " + sql.text())) {
      for (int i = 0; i < sql.parameters().size(); i++) {
        statement.setObject(i + 1, sql.parameters().get(i));
      }
      List<String> steps = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          steps.add(rows.getString("detail"));
        }
      }
      return steps;
    }
  }
}
