package daybook.store.sql.copy;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.BusinessOrder;
import daybook.store.Account;
import daybook.store.Application;
import daybook.store.Batch;
import daybook.store.Grant;
import daybook.store.RecordWrite;
import daybook.store.SampleWrites;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import daybook.store.sql.copy.StoreCopy.Outcome;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.SchemaVersion.Change;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies between engines hold what their sources hold, and go on where they were broken off. */
final class StoreCopyTest {

  private static final byte[] HASH = "hash".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private StoreOptions source;
  private StoreOptions server;

  @BeforeEach
  void fill() {
    source = file("source");
    server = PostgresServers.options(PostgresServers.emptySchema());
    try (Store store = SqlStore.open(source)) {
      account(store, "ONE");
      account(store, "TWO");
      store.directory().addApplication(new Application("erp", "ERP", HASH, AT));
      store.directory().addGrant(new Grant("g1", "erp", ONE, Set.of("a", "b"), HASH, AT, null));
      store.directory().addGrant(new Grant("g2", "erp", ONE, Set.of("a"), null, AT, AT));
      store.directory().addAuthorizationCode(HASH, "g1", AT);
      store.directory().key("page-token", SECRET);
      store.orders().write(batch(ONE, order("a"), order("b"), order("c")));
      store.orders().write(batch(ONE, after(1, order("b"))));
      store.orders().settle(ONE, AT);
    }
  }

  private StoreOptions file(String name) {
    return StoreOptions.sqlite(folder.resolve(name + ".db"));
  }

  private static void account(Store store, String id) {
    store
        .directory()
        .addAccount(new Account(new AccountId(id), AccountKind.BUSINESS, "name of " + id, AT));
  }

  private static Outcome copy(StoreOptions from, StoreOptions to) {
    return copy(from, to, false);
  }

  private static Outcome copy(StoreOptions from, StoreOptions to, boolean update) {
    try (StoreCopy copy = StoreCopy.open(from, to, CopyWatcher.NONE)) {
      return copy.run(update);
    }
  }

  private static List<Comparison> differences(StoreOptions from, StoreOptions to) {
    try (StoreCopy copy = StoreCopy.openToCheck(from, to, CopyWatcher.NONE)) {
      return copy.check().stream().filter(one -> !one.same()).toList();
    }
  }

  private static void write(StoreOptions options, BusinessOrder... orders) {
    try (Store store = SqlStore.open(options)) {
      List<RecordWrite<BusinessOrder>> writes = Stream.of(orders).map(SampleWrites::fresh).toList();
      assertThat(store.orders().write(new Batch<>(ONE, writes, AT))).isTrue();
    }
  }

  private static void raiseFence(StoreOptions options) {
    try (Sessions sessions = Sessions.open(options, SchemaVersion.CURRENT)) {
      Fence.raise("it", sessions);
    }
  }

  @Test
  void copy_fromFileToServerAndBack_holdsTheSame() {
    Outcome there = copy(source, server);
    Outcome back = copy(server, file("back"));

    assertThat(there.written()).isGreaterThan(15).isEqualTo(back.written());
    assertThat(there.tables()).allMatch(Comparison::same);
    assertThat(differences(source, file("back"))).isEmpty();
    try (Store store = SqlStore.open(file("back"));
        Store before = SqlStore.open(source)) {
      assertThat(store.directory().grants())
          .usingRecursiveComparison()
          .isEqualTo(before.directory().grants());
      assertThat(store.directory().accounts()).isEqualTo(before.directory().accounts());
      assertThat(store.directory().key("page-token", HASH)).isEqualTo(SECRET);
      assertThat(store.orders().settled(ONE)).isEqualTo(AT);
      assertThat(store.orders().holdings(ONE).records()).isEqualTo(3);
    }
  }

  @Test
  void copy_again_changesNothing() {
    copy(source, server);
    assertThat(copy(source, server).written()).isZero();
  }

  @Test
  void copy_thatWasBrokenOff_isOpenedByNobody_andGoesOn() {
    copy(source, server);
    write(source, order("d"));
    raiseFence(server);

    assertThatThrownBy(() -> SqlStore.open(server))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("unfinished copy");
    Outcome rest = copy(source, server);

    assertThat(rest.written()).isBetween(1L, 12L);
    assertThat(differences(source, server)).isEmpty();
    SqlStore.open(server).close();
  }

  @Test
  void copy_thatIsFinished_isBroughtUpOnlyIfTold() {
    copy(source, server);
    write(server, order("lost"));
    write(source, order("d"), order("e"));

    assertThatThrownBy(() -> copy(source, server))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("business_order of account ONE")
        .hasMessageContaining("--update");
    assertThat(copy(source, server, true).written()).isPositive();

    assertThat(differences(source, server)).isEmpty();
  }

  @Test
  void copy_toAStoreOfItsOwn_isRefused_andLeavesItAsItIs() {
    try (Store store = SqlStore.open(server)) {
      account(store, "OTHER");
    }
    assertThatThrownBy(() -> copy(source, server, true))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("account OTHER");
    try (Store store = SqlStore.open(server)) {
      assertThat(store.directory().accounts()).hasSize(1);
    }
  }

  @Test
  void copy_thatAnotherOneHasTakenOver_ends() {
    try (Sessions sessions = Sessions.open(server, SchemaVersion.CURRENT)) {
      Fence first = Fence.raise("it", sessions);
      Fence second = Fence.raise("it", sessions);
      assertThatThrownBy(() -> first.write(writer -> {}))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another copy");
      second.lower();
    }
    SqlStore.open(server).close();
  }

  @Test
  void check_namesWhatDiffers_andWritesNothing() {
    copy(source, server);
    write(source, order("d"));
    assertThat(differences(source, server))
        .extracting(Comparison::table)
        .containsExactlyInAnyOrder("business_order", "business_order_line", "piece");
    assertThat(differences(source, server)).hasSize(3);
  }

  @Test
  void migrate_saysFromWhereToWhere_andDoesNothingTwice() {
    int now = SchemaVersion.CURRENT.number();
    assertThatThrownBy(() -> SqlStore.open(server, Change.REFUSED))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("daybook migrate");
    assertThat(SqlStore.migrate(server)).isEqualTo(new SqlStore.Migrated(0, now));
    assertThat(SqlStore.migrate(server)).isEqualTo(new SqlStore.Migrated(now, now));
    SqlStore.open(server, Change.REFUSED).close();
    assertThat(SqlStore.migrate(file("new"))).isEqualTo(new SqlStore.Migrated(0, now));
    assertThat(SqlStore.migrate(file("new"))).isEqualTo(new SqlStore.Migrated(now, now));
  }

  @Test
  void tables_ofALiveStore_areAllCopied_byTheirKeys() {
    String tables =
        "SELECT m.name || ':' || (SELECT group_concat(t.name) FROM pragma_table_info(m.name) t"
            + " WHERE t.pk > 0 AND (t.name <> 'account_id' OR m.name = 'account')"
            + " ORDER BY t.pk)"
            + " FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
            // The history is the migrations', buckets are full again in a moment.
            + " AND m.name NOT IN ('schema_history', 'throttle_bucket')";
    try (Sessions sessions = Sessions.open(source, SchemaVersion.CURRENT)) {
      List<String> found = sessions.read(session -> session.all(row -> row.getString(1), tables));
      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(CopiedTable.DIRECTORY, CopiedTable.OF_ACCOUNTS)
                  .flatMap(List::stream)
                  .map(table -> table.name() + ":" + String.join(",", table.key()))
                  .toList());
    }
  }
}
