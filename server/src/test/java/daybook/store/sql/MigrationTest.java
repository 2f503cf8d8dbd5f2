package daybook.store.sql;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.BY_DATE_2;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.SqliteOptions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores with data in them are upgraded whole, or not at all. */
final class MigrationTest {

  private static final SchemaVersion FIRST =
      new SchemaVersion(1, List.of("daybook/store/sql/tables"));

  private static final SchemaVersion NEXT = later("daybook/store/sql/next");

  private static final SchemaVersion BROKEN = later("daybook/store/sql/broken");

  @TempDir Path folder;
  private SqliteOptions options;

  private static SchemaVersion later(String location) {
    return new SchemaVersion(
        1000,
        Stream.concat(SchemaVersion.CURRENT.locations().stream(), Stream.of(location)).toList());
  }

  @BeforeEach
  void name() {
    options = StoreOptions.sqlite(folder.resolve("store.db")).withPatience(Duration.ofMillis(50));
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + options.file());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Makes a store with an order in it, as the first program did. */
  private void first() throws SQLException {
    SqlStore.open(options, FIRST).close();
    change(
        "INSERT INTO kept_view (view_id, name, version, complete, by_order_date)"
            + " VALUES (1, 'byDate', 1, 1, 1)",
        "INSERT INTO business_order (account_id, order_id, order_date, order_status, as_of,"
            + " as_of_sequence, revision, piece_keys, document)"
            + " VALUES ('ONE', 'a', 1700000000000, 'CLOSED', 0, 0, 1, '1:1700000000000', x'7b7d')",
        "INSERT INTO piece (account_id, view_id, sort_at, record_id, body)"
            + " VALUES ('ONE', 1, 1700000000000, 'a', CAST('a#1@byDate/1' AS BLOB))");
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + options.file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  @Test
  void open_olderStore_upgradesItAndKeepsItsData() throws Exception {
    first();
    try (Store store = SqlStore.open(options)) {
      assertThat(store.views().complete(List.of(BY_DATE, BY_DATE_2))).containsExactly(BY_DATE);
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
      assertThat(store.orders().write(batch(ONE, order("b")))).isTrue();
    }
    assertThat(query("SELECT order_id FROM v_orders ORDER BY 1")).containsExactly("a", "b");
    assertThat(query("PRAGMA user_version"))
        .containsExactly(Integer.toString(SchemaVersion.CURRENT.number()));
  }

  @Test
  void open_storeOfTheNextVersion_isLeftToTheNextProgram() throws Exception {
    try (Store store = SqlStore.open(options)) {
      store.orders().write(batch(ONE, order("a")));
    }
    SqlStore.open(options, NEXT).close();
    assertThat(query("SELECT note FROM business_order")).containsExactly("none");
    assertThatThrownBy(() -> SqlStore.open(options))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_OURS));
  }

  @Test
  void open_failingUpgrade_leavesTheStoreToTheOldProgram() throws Exception {
    try (Store store = SqlStore.open(options)) {
      store.orders().write(batch(ONE, order("a")));
    }
    assertThatThrownBy(() -> SqlStore.open(options, BROKEN)).isInstanceOf(StoreException.class);
    try (Store store = SqlStore.open(options)) {
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
    }
    assertThat(query("SELECT name FROM pragma_table_info('business_order')"))
        .doesNotContain("half");
  }

  @Test
  void open_olderStoreInUse_isNotChangedUnderItsUser() throws Exception {
    first();
    try (Store old = SqlStore.open(options, FIRST)) {
      assertThat(old.directory().accounts()).isEmpty();
      assertThatThrownBy(() -> SqlStore.open(options))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
      assertThat(old.directory().accounts()).isEmpty();
    }
    SqlStore.open(options).close();
  }
}
