package daybook.store.sql;

import static daybook.domain.SampleOrders.PLACED;
import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.TWO;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.PostgresOptions.Login;
import daybook.store.sql.session.PostgresOptions.Timeouts;
import daybook.store.sql.session.SchemaVersion;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A store on a real PostgreSQL: how it is made, shared, and what it does when that is in trouble.
 */
final class PostgresStoreTest {

  private static final String LOCK =
      "SELECT 1 FROM settled WHERE account_id = 'ONE' AND kind = 'BUSINESS_ORDER' FOR UPDATE";

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  private static Store open(String url) {
    return SqlStore.open(PostgresServers.options(url));
  }

  private static PostgresOptions impatient(String url) {
    Duration moment = Duration.ofMillis(300);
    return new PostgresOptions(
        url,
        PostgresServers.login(),
        2,
        2,
        new Timeouts(
            Duration.ofSeconds(2), Duration.ofSeconds(2), moment.multipliedBy(3), moment, moment));
  }

  private static void assertFails(Kind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind);
              assertThat(e.getMessage()).contains(words);
            });
  }

  @Test
  void open_byManyNodesAtOnce_migratesOnce() throws Exception {
    String url = PostgresServers.emptySchema();
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String id = "order-" + i;
      nodes.add(
          () -> {
            try (Store store = open(url)) {
              return store.orders().write(batch(ONE, order(id)));
            }
          });
    }
    for (Future<Boolean> written : threads.invokeAll(nodes)) {
      assertThat(written.get()).isTrue();
    }
    try (Store store = open(url)) {
      assertThat(store.orders().holdings(ONE).records()).isEqualTo(4);
      assertThat(store.views().complete(List.of(BY_DATE))).containsExactly(BY_DATE);
    }
    assertThat(
            PostgresServers.rows(
                url, "SELECT version::int FROM schema_history WHERE success ORDER BY 1"))
        .hasSize(SchemaVersion.CURRENT.number())
        .doesNotHaveDuplicates();
  }

  @Test
  void open_storeOfANewerProgram_isRefused() {
    String url = PostgresServers.emptySchema();
    open(url).close();
    PostgresServers.execute(url, "UPDATE schema_history SET version = '1000' WHERE version = '9'");
    assertFails(Kind.NOT_OURS, () -> open(url), "newer Daybook", "version 1000");
  }

  @Test
  void open_schemaOfAnotherProgram_isRefusedAndUntouched() throws Exception {
    String url = PostgresServers.emptySchema();
    PostgresServers.execute(url, "CREATE TABLE recipe (name TEXT)");
    assertFails(Kind.NOT_OURS, () -> open(url), "another program", "currentSchema");
    assertThat(
            PostgresServers.rows(
                url,
                "SELECT relname FROM pg_class"
                    + " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"))
        .containsExactly(List.of("recipe"));
  }

  @Test
  void open_missingSchemaOrDatabase_saysWhatToDo() {
    String url = PostgresServers.emptySchema().replace("currentSchema=", "currentSchema=not_");
    assertFails(Kind.NOT_OURS, () -> open(url), "schema that does not exist");
    String name = PostgresServers.url().replaceFirst("/[^/?]*(\\?.*)?$", "/nowhere");
    assertFails(Kind.NOT_OURS, () -> open(name), name, "create the database", "3D000");
  }

  @Test
  void open_unknownRole_namesWhatToSetAndNoPassword() {
    Login login = new Login("nobody_knows", "sesame");
    PostgresOptions options =
        new PostgresOptions(PostgresServers.url(), login, 1, 1, Timeouts.USUAL);
    assertFails(Kind.UNAVAILABLE, () -> SqlStore.open(options), "DAYBOOK_STORE_USER");
    assertThatThrownBy(() -> SqlStore.open(options))
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("sesame"));
  }

  @Test
  void open_nobodyListens_isUnavailable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/daybook";
    assertFails(Kind.UNAVAILABLE, () -> SqlStore.open(impatient(url)), url, "cannot be reached");
  }

  @Test
  void open_serverThatNeverAnswers_isGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/daybook";
      assertFails(Kind.UNAVAILABLE, () -> SqlStore.open(impatient(url)), "did not answer in time");
    }
  }

  @Test
  void open_severalHosts_findsTheOneThatServes() throws Exception {
    int dead;
    try (ServerSocket free = new ServerSocket(0)) {
      dead = free.getLocalPort();
    }
    String url = PostgresServers.emptySchema();
    String both = url.replace("://", "://127.0.0.1:" + dead + ",");
    try (Store store = open(both)) {
      assertThat(store.orders().write(batch(ONE, order("a")))).isTrue();
    }
    try (Store store = open(url)) {
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
    }
  }

  @Test
  void write_whileSomebodyWritesTheSameKind_isBusyWhenPatienceEnds() throws Exception {
    String url = PostgresServers.emptySchema();
    try (Store store = SqlStore.open(impatient(url));
        Connection other = PostgresServers.connect(url);
        Statement statement = other.createStatement()) {
      store.orders().write(batch(ONE, order("a")));
      other.setAutoCommit(false);
      statement.execute(LOCK);
      assertFails(Kind.BUSY, () -> store.orders().write(batch(ONE, order("b"))), "55P03");
      assertFails(Kind.BUSY, () -> store.orders().settle(ONE, PLACED), "55P03");
      assertThat(store.orders().write(batch(TWO, order("b")))).isTrue();
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
      store.ping();
      other.rollback();
      assertThat(store.orders().write(batch(ONE, order("b")))).isTrue();
    }
  }

  @Test
  void settle_waitsForABatchThatIsBeingWritten() throws Exception {
    String url = PostgresServers.emptySchema();
    try (Store store = open(url);
        Connection other = PostgresServers.connect(url);
        Statement statement = other.createStatement()) {
      store.orders().write(batch(ONE, order("a")));
      other.setAutoCommit(false);
      statement.execute(LOCK);
      Future<?> settling = threads.submit(() -> store.orders().settle(ONE, PLACED));
      assertThatThrownBy(() -> settling.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      other.commit();
      settling.get();
      assertThat(store.orders().settled(ONE)).isEqualTo(PLACED);
      assertThat(store.orders().write(batch(ONE, order("b")))).isFalse();
    }
  }

  @Test
  void write_whileAnotherKindTakesTheSameNumber_takesTheNext() throws Exception {
    String url = PostgresServers.emptySchema();
    try (Store store = open(url);
        Connection other = PostgresServers.connect(url);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "INSERT INTO kept_view (account_id, view_id, kind, name, version, complete, sorted_by)"
              + " VALUES ('ONE', 1, 'SELLER_ORDER', 'sold', 1, 1, 255)");
      Future<Boolean> writing = threads.submit(() -> store.orders().write(batch(ONE, order("a"))));
      assertThatThrownBy(() -> writing.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      other.commit();
      assertThat(writing.get()).isTrue();
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
    }
    assertThat(PostgresServers.rows(url, "SELECT view_id, name FROM kept_view ORDER BY 1"))
        .containsExactly(List.of("1", "sold"), List.of("2", "byDate"));
  }

  @Test
  void scan_longerThanAllowed_isEndedAndTheStoreGoesOn() throws Exception {
    String url = PostgresServers.emptySchema();
    try (Store store = SqlStore.open(impatient(url));
        Connection other = PostgresServers.connect(url);
        Statement statement = other.createStatement()) {
      store.orders().write(batch(ONE, order("a")));
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE piece IN ACCESS EXCLUSIVE MODE");
      assertThatThrownBy(() -> store.orders().scan(everything(ONE)))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isIn(Kind.UNAVAILABLE, Kind.BUSY));
      other.rollback();
      assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(1);
    }
  }

  @Test
  void connections_thatWereCut_areReplacedUnnoticed() throws Exception {
    String url = PostgresServers.emptySchema() + "&ApplicationName=cut";
    try (Store store = open(url)) {
      store.orders().write(batch(ONE, order("a")));
      for (int i = 0; i < 3; i++) {
        List<List<String>> cut =
            PostgresServers.rows(
                PostgresServers.url(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'cut'");
        assertThat(cut).isNotEmpty();
        assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(1 + i);
        assertThat(store.orders().write(batch(ONE, order("b" + i)))).isTrue();
        store.ping();
      }
    }
  }

  @Test
  void readOnlyServer_isSaidToBeSo_andStillRead() {
    String url = PostgresServers.emptySchema();
    try (Store store = open(url)) {
      store.orders().write(batch(ONE, order("a")));
    }
    String readOnly = url + "&options=-c%20default_transaction_read_only=on";
    try (Store store = open(readOnly)) {
      assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(1);
      assertFails(
          Kind.CANNOT_WRITE,
          () -> store.orders().write(batch(ONE, order("b"))),
          "read-only",
          "25006");
      assertFails(Kind.CANNOT_WRITE, store::ping, "read-only");
    }
  }

  @Test
  void busyConnections_areNotWaitedForForever() throws Exception {
    String url = PostgresServers.emptySchema();
    try (Store store = SqlStore.open(impatient(url));
        Connection other = PostgresServers.connect(url);
        Statement statement = other.createStatement()) {
      store.orders().write(batch(ONE, order("a")));
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE piece IN ACCESS EXCLUSIVE MODE");
      List<Callable<Object>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readers.add(() -> store.orders().scan(everything(ONE)));
      }
      for (Future<Object> reader : threads.invokeAll(readers)) {
        assertThatThrownBy(reader::get).hasCauseInstanceOf(StoreException.class);
      }
      other.rollback();
      assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(1);
    }
  }
}
