package daybook.store.sql;

import static daybook.domain.SampleOrders.order;
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
  private StoreOptions options;

  private static SchemaVersion later(String location) {
    return new SchemaVersion(
        SchemaVersion.CURRENT.number() + 1,
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

  @Test
  void open_olderStore_upgradesItAndKeepsItsData() throws Exception {
    try (Store store = SqlStore.open(options, FIRST)) {
      store.orders().write(batch(ONE, order("a")));
    }
    try (Store store = SqlStore.open(options)) {
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
  void open_olderStoreInUse_isNotChangedUnderItsUser() {
    try (Store old = SqlStore.open(options, FIRST)) {
      old.orders().write(batch(ONE, order("a")));
      assertThatThrownBy(() -> SqlStore.open(options))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
      assertThat(old.orders().write(batch(ONE, order("b")))).isTrue();
    }
    SqlStore.open(options).close();
  }
}
