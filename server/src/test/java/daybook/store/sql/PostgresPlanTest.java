package daybook.store.sql;

import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.OrderStatus;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.sql.session.Dialects;
import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Sessions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL's own account of how it finds a page, on tables it knows nothing about and on tables
 * it knows: with the plan that it keeps for a statement that is used again and again.
 */
final class PostgresPlanTest {

  private static final Filter REGION = Filter.of(Column.REGION, Set.of("DE"));
  private static final Filter STATUS = Filter.of(Column.ORDER_STATUS, Set.of("CLOSED"));
  private static final Filter STATUSES =
      Filter.of(
          Column.ORDER_STATUS,
          Arrays.stream(OrderStatus.values()).map(Enum::name).collect(Collectors.toSet()));
  private static final Filter NUMBER = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO-1"));
  private static final Filter NUMBERS =
      Filter.of(
          Column.PURCHASE_ORDER_NUMBER,
          IntStream.range(0, 50).mapToObj(i -> "PO-" + i).collect(Collectors.toSet()));

  private static Sessions unknown;
  private static Sessions analyzed;

  @BeforeAll
  static void fill() {
    unknown = open(false);
    analyzed = open(true);
  }

  @AfterAll
  static void close() {
    unknown.close();
    analyzed.close();
  }

  private static Sessions open(boolean analyze) {
    PostgresOptions options = PostgresServers.options(PostgresServers.emptySchema());
    Sessions sessions = Sessions.open(options, SchemaVersion.CURRENT);
    PostgresServers.execute(
        options.url(),
        "INSERT INTO business_order (account_id, order_id, order_date, region, order_status,"
            + " purchase_order_number, as_of, as_of_sequence, revision, piece_keys, document)"
            + " SELECT a, 'o' || i, i * 10, (ARRAY['DE','US','FR'])[1 + i % 3],"
            + " (ARRAY['CLOSED','PENDING','SHIPPED'])[1 + i % 3], 'PO-' || i % 40, 0, 0, 1, '',"
            + " '' FROM unnest(ARRAY['ONE','TWO']) a, generate_series(1, 10000) i",
        "INSERT INTO piece (account_id, view_id, sort_at, record_id, body)"
            + " SELECT account_id, v, order_date, order_id, repeat('x', 500)::bytea"
            + " FROM business_order, generate_series(1, 3) v");
    if (analyze) {
      PostgresServers.execute(options.url(), "ANALYZE business_order", "ANALYZE piece");
    }
    return sessions;
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of(List.of(), "piece_pkey", false),
        Arguments.of(List.of(STATUS), "business_order_by_status", false),
        Arguments.of(List.of(STATUSES), "business_order_by_status", false),
        Arguments.of(List.of(REGION), "business_order_by_region", false),
        Arguments.of(List.of(REGION, STATUS), "business_order_by_region_and_status", false),
        Arguments.of(List.of(REGION, STATUSES), "business_order_by_region_and_status", false),
        Arguments.of(List.of(NUMBER), "business_order_by_purchase_order", false),
        Arguments.of(List.of(NUMBERS), "business_order_pkey", false),
        Arguments.of(List.of(STATUS), "business_order_pkey", true));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isReadInTheOrderOfItsIndex(List<Filter> filters, String index, boolean passedOver) {
    for (Position after : positions()) {
      Scan scan = scan(after, filters);
      ScanSql sql = statement(scan, passedOver);
      for (Sessions sessions : List.of(unknown, analyzed)) {
        for (boolean generic : new boolean[] {true, false}) {
          List<String> plan = sessions.read(session -> plan(session, sql, generic));
          String shown = String.join("\n", plan);
          assertThat(shown).contains(index).contains("piece_pkey");
          assertThat(shown).doesNotContain("Seq Scan", "Sort  ", "Hash", "Bitmap", "Disabled");
        }
      }
    }
  }

  private static ScanSql statement(Scan scan, boolean passedOver) {
    Wanted wanted = Wanted.of(scan);
    if (wanted.isEverything()) {
      return ScanSql.plain(scan, 1);
    }
    FilteredSql filtered =
        new FilteredSql(new BusinessOrderTable(), scan, 1, wanted, Dialects.POSTGRES);
    return passedOver ? filtered.passedOver() : filtered.inOrderOf("order_date");
  }

  private static List<@Nullable Position> positions() {
    return Arrays.asList(null, new Position(Instant.ofEpochSecond(50), "x"));
  }

  private static Scan scan(@Nullable Position after, List<Filter> filters) {
    return new Scan(ONE, BY_DATE, Instant.EPOCH, Instant.ofEpochSecond(99), after, 100, filters);
  }

  private static List<String> plan(Session session, ScanSql sql, boolean generic)
      throws SQLException {
    session.execute(
        "SET plan_cache_mode = " + (generic ? "force_generic_plan" : "force_custom_plan"));
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (char c : sql.text().toCharArray()) {
      text.append(c == '?' ? "$" + ++number : String.valueOf(c));
    }
    session.execute("PREPARE page AS " + text);
    try {
      return session.all(
          row -> row.getString(1),
          "EXPLAIN EXECUTE page("
              + sql.parameters().stream()
                  .map(value -> value instanceof Number ? value.toString() : "'" + value + "'")
                  .collect(Collectors.joining(", "))
              + ")");
    } finally {
      session.execute("DEALLOCATE page");
    }
  }
}
