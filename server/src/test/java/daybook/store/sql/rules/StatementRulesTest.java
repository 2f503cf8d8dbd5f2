package daybook.store.sql.rules;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Store;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.StoredBucket;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules find what breaks them, and hear what the program says on both engines. */
final class StatementRulesTest {

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    StatementListener.listen();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT body FROM piece WHERE account_id = ? AND view_id = ?",
        "SELECT p.body FROM business_order o CROSS JOIN piece p WHERE o.account_id = ?"
            + " AND p.account_id = o.account_id",
        "UPDATE settled SET settled_until = ? WHERE account_id = ? AND kind = ?",
        "INSERT INTO piece (account_id, body) VALUES (?, ?)"
            + " ON CONFLICT (account_id) DO UPDATE SET body = EXCLUDED.body WHERE piece.body <> ''",
        "DELETE FROM piece WHERE account_id = ?",
        "SELECT client_id FROM application ORDER BY client_id",
        "SELECT 1 FROM settled WHERE account_id = ? AND kind = ? FOR UPDATE"
      })
  void statement_ofOneAccount_keepsToTheRules(String sql) {
    assertThat(StatementRules.broken(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT body FROM piece WHERE view_id = ? | binds piece to no account",
        "SELECT 1 FROM seller_order LIMIT 1 | binds seller_order to no account",
        "DELETE FROM piece WHERE account_id > ? | binds piece to no account",
        "SELECT p.body FROM business_order o CROSS JOIN piece p WHERE o.account_id = ?"
            + " AND p.record_id = o.order_id | binds piece to no account",
        "UPDATE kept_view SET complete = 0 WHERE view_id = ? | binds kept_view to no account",
        "UPDATE piece SET account_id = ? WHERE account_id = ? | changes account_id",
        "UPDATE piece SET body = ?, account_id = ? WHERE account_id = ? | changes account_id",
        "INSERT INTO piece (view_id, account_id) VALUES (?, ?) | binds piece to no account",
        "INSERT INTO piece (account_id, view_id) VALUES ('ONE', ?) | binds piece to no account",
        "INSERT INTO settled (account_id, n) VALUES (?, ?) ON CONFLICT (account_id)"
            + " DO UPDATE SET n = settled.n + 1 | computes in DO UPDATE SET",
        "INSERT INTO settled (account_id, n) VALUES (?, ?) ON CONFLICT (account_id)"
            + " DO UPDATE SET n = greatest(EXCLUDED.n, 1) | computes in DO UPDATE SET",
        "DELETE FROM piece WHERE account_id = ? RETURNING body | says RETURNING",
        "SELECT body FROM piece WHERE account_id = ? LIMIT 1 OFFSET 9 | says OFFSET",
        "SELECT pg_advisory_xact_lock(1) | says PG_ADVISORY_XACT_LOCK",
        "SELECT pg_try_advisory_lock(1) | says PG_TRY_ADVISORY_LOCK",
        "SELECT nextval('numbers') | says NEXTVAL",
        "MERGE INTO piece USING x ON account_id = ? | says MERGE",
        "INSERT INTO settled (account_id, at) VALUES (?, now()) | says NOW"
      })
  void statement_thatBreaksARule_isTold(String sql, String broken) {
    assertThat(StatementRules.broken(sql)).contains(broken);
  }

  @Test
  void program_isHeardOnBothEngines() {
    try (Store file = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
        Store server = SqlStore.open(PostgresServers.options(PostgresServers.emptySchema()))) {
      use(file);
      use(server);
    }
    for (String table : Tables.OF_ACCOUNTS) {
      if (!table.contains("transaction") && !table.startsWith("seller")) {
        assertThat(StatementListener.heard()).as(table).anyMatch(sql -> sql.contains(table));
      }
    }
    assertThat(StatementListener.heard())
        .anyMatch(sql -> sql.contains("FOR UPDATE"))
        .anyMatch(sql -> sql.contains("UNION ALL"));
    StatementRules.ASK_ALL_ACCOUNTS
        .keySet()
        .forEach(
            allowed ->
                assertThat(StatementListener.heard())
                    .anyMatch(sql -> sql.replaceAll("\\s+", " ").strip().equals(allowed)));
  }

  private static void use(Store store) {
    store.orders().write(batch(ONE, order("a"), order("b")));
    store.orders().write(batch(ONE, after(1, order("a"))));
    store.orders().settle(ONE, Instant.EPOCH.plusSeconds(1));
    BucketKey key = new BucketKey(ONE, "getOrders", "app");
    StoredBucket bucket = new StoredBucket("1/1", Instant.EPOCH, Instant.EPOCH, new byte[] {1});
    assertThat(store.buckets().replace(key, null, bucket)).isTrue();
    assertThat(store.buckets().replace(key, new byte[] {1}, bucket)).isTrue();
    assertThat(store.buckets().find(key)).isPresent();
    assertThat(store.buckets().dropFull(ONE, Instant.EPOCH)).isEqualTo(1);
    Filter statuses = Filter.of(Column.ORDER_STATUS, Set.of("CLOSED", "PENDING"));
    assertThat(store.orders().scan(everything(ONE, statuses)).pieces()).hasSize(2);
    store.views().begin(ONE, List.of(BY_DATE));
    assertThat(store.views().retainOnly(ONE, List.of(BY_DATE))).isTrue();
    assertThat(store.views().complete(List.of(BY_DATE))).containsExactly(BY_DATE);
  }

  @Test
  void statement_thatBreaksARule_failsWhereItIsPrepared() {
    try (Sessions sessions =
        Sessions.open(StoreOptions.sqlite(folder.resolve("store.db")), SchemaVersion.CURRENT)) {
      assertThatThrownBy(
              () -> sessions.read(session -> session.first(row -> 1, "SELECT body FROM piece")))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("binds piece to no account");
    }
  }
}
