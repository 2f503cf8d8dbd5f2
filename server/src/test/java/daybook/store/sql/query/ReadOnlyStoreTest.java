package daybook.store.sql.query;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that answers, and that nothing asked of it can change. */
final class ReadOnlyStoreTest {

  @TempDir Path folder;
  private Path file;

  /** Keeps what it is given. */
  private static final class Kept implements Rows {
    private final List<String> names = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    @Override
    public void columns(List<String> all) {
      names.addAll(all);
    }

    @Override
    public boolean row(List<@Nullable Object> cells) {
      rows.add(cells);
      return rows.size() < 3;
    }
  }

  @BeforeEach
  void fill() {
    file = folder.resolve("store.db");
    try (Store store = SqlStore.open(StoreOptions.sqlite(file))) {
      store.orders().write(batch(ONE, order("a"), order("b")));
    }
  }

  private Kept run(String sql) {
    Kept kept = new Kept();
    try (ReadOnlyStore store = ReadOnlyStore.open(file)) {
      store.run(sql, kept);
    }
    return kept;
  }

  @Test
  void query_givesColumnsAndRows() {
    Kept kept =
        run("SELECT order_id, net_total AS total, NULL AS missing FROM v_orders ORDER BY 1");
    assertThat(kept.names).containsExactly("order_id", "total", "missing");
    assertThat(kept.rows).hasSize(2);
    assertThat(kept.rows.get(0)).containsExactly("a", 74.9, null);
  }

  @Test
  void query_endsWhenNoMoreRowsAreWanted() {
    Kept kept =
        run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
    assertThat(kept.rows).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM business_order",
        "INSERT INTO account (account_id, kind, name, created_at) VALUES ('x', 'y', 'z', 0)",
        "UPDATE business_order SET order_status = 'CLOSED'",
        "DROP TABLE business_order",
        "CREATE TABLE mine (a)",
        "PRAGMA user_version = 99",
        "PRAGMA journal_mode = DELETE",
        "VACUUM",
        "VACUUM INTO 'copy.db'",
        "ATTACH DATABASE 'other.db' AS other",
        "WITH gone AS (SELECT 1) DELETE FROM piece"
      })
  void write_isRefusedByTheEngine(String sql) throws IOException {
    byte[] before = Files.readAllBytes(file);
    try (ReadOnlyStore store = ReadOnlyStore.open(file)) {
      // What a statement allows itself does not help the next one.
      store.run("PRAGMA query_only = 0", new Kept());
      assertThatThrownBy(() -> store.run(sql, new Kept()))
          .hasMessageMatching(
              "this prompt only reads|too many attached databases.*|.*SQLITE_BUSY\\)");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactly("store.db");
    assertThat(Path.of("copy.db")).doesNotExist();
    assertThat(Path.of("other.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT nonsense FROM v_orders", "SELECT 1 FROM nowhere", "SELEC 1"})
  void mistake_isToldInTheEnginesWords(String sql) {
    assertThatThrownBy(() -> run(sql))
        .isInstanceOf(QueryException.class)
        .hasMessageMatching("(no such column: nonsense|no such table: nowhere|near .SELEC.: .*)")
        .hasMessageNotContaining("SQLITE");
  }

  @Test
  void store_isReadWhileAnotherWrites() {
    try (Store writer = SqlStore.open(StoreOptions.sqlite(file));
        ReadOnlyStore store = ReadOnlyStore.open(file)) {
      writer.orders().write(batch(ONE, order("c")));
      Kept kept = new Kept();
      store.run("SELECT count(*) FROM v_orders", kept);
      assertThat(kept.rows.get(0).get(0)).isEqualTo(3);
      writer.orders().write(batch(ONE, order("d")));
    }
  }

  @Test
  void tables_areListedWithTheirColumns() {
    try (ReadOnlyStore store = ReadOnlyStore.open(file)) {
      assertThat(store.tables()).containsKeys("v_orders", "v_charges", "business_order", "piece");
      assertThat(store.tables().get("v_orders")).startsWith("account_id", "order_id", "order_date");
    }
  }

  @Test
  @Timeout(30)
  void cancel_endsTheStatementThatRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (ReadOnlyStore store = ReadOnlyStore.open(file)) {
      store.cancel();
      CompletableFuture<Void> endless =
          CompletableFuture.runAsync(
              () ->
                  store.run(
                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                          + " SELECT i FROM n",
                      new Rows() {
                        @Override
                        public void columns(List<String> names) {}

                        @Override
                        public boolean row(List<@Nullable Object> cells) {
                          begun.countDown();
                          return true;
                        }
                      }));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      store.cancel();
      assertThatThrownBy(endless::join).hasCauseInstanceOf(QueryException.class);
      store.run("SELECT 1", new Kept());
    }
  }

  @Test
  void storeOfAnotherVersion_isLeftAlone() throws SQLException {
    for (int version : List.of(1, SchemaVersion.CURRENT.number() + 1)) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA user_version = " + version);
      }
      assertThatThrownBy(() -> run("SELECT 1"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(version == 1 ? "older Daybook" : "newer Daybook");
    }
  }

  @Test
  void fileThatIsNoStore_isRefused() throws IOException {
    file = Files.writeString(folder.resolve("notes.txt"), "notes ".repeat(500));
    assertThatThrownBy(() -> run("SELECT 1"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a SQLite database");
  }
}
