package daybook.store.sql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.PostgresServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is run again on PostgreSQL, how often, and what its sessions may do. */
final class PostgresSessionsTest {

  private static final String ADD = "INSERT INTO instance_key (name, value) VALUES (?, ?)";
  private static final String FIND = "SELECT value FROM instance_key WHERE name = ?";

  private static Sessions sessions;

  @BeforeAll
  static void open() {
    sessions =
        Sessions.open(
            PostgresServers.options(PostgresServers.emptySchema()), SchemaVersion.CURRENT);
  }

  @AfterAll
  static void close() {
    sessions.close();
  }

  private static void failUntil(AtomicInteger times, int last, String state) throws SQLException {
    if (times.incrementAndGet() < last) {
      throw new SQLException("made up", state);
    }
  }

  private static boolean isThere(String name) {
    return sessions.<Boolean>read(session -> session.first(row -> true, FIND, name).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "08006", "57P01"})
  void write_badLuck_isRunAgainFromItsBeginning(String state) {
    AtomicInteger times = new AtomicInteger();
    sessions.write(
        writer -> {
          int added = writer.update(ADD, "again " + state, new byte[0]);
          failUntil(times, 3, state);
          return added;
        });
    assertThat(times).hasValue(3);
    assertThat(isThere("again " + state)).isTrue();
  }

  @Test
  void write_badLuckThatLasts_endsAsBusy() {
    AtomicInteger times = new AtomicInteger();
    assertThatThrownBy(
            () ->
                sessions.write(
                    writer -> {
                      writer.update(ADD, "never", new byte[0]);
                      failUntil(times, 99, "40001");
                      return true;
                    }))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
    assertThat(times).hasValue(5);
    assertThat(isThere("never")).isFalse();
  }

  @Test
  void write_failure_isNotRunAgainAndLeavesNoTrace() {
    AtomicInteger times = new AtomicInteger();
    assertThatThrownBy(
            () ->
                sessions.write(
                    writer -> {
                      writer.update(ADD, "twice", new byte[0]);
                      times.incrementAndGet();
                      return writer.update(ADD, "twice", new byte[0]);
                    }))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNEXPECTED));
    assertThat(times).hasValue(1);
    assertThat(isThere("twice")).isFalse();
  }

  @Test
  void writeIf_false_leavesNoTrace() {
    assertThat(sessions.writeIf(writer -> writer.update(ADD, "undone", new byte[0]) > 1)).isFalse();
    assertThat(isThere("undone")).isFalse();
  }

  @Test
  void readers_cannotWrite() {
    assertThatThrownBy(() -> sessions.read(session -> session.update(ADD, "no", new byte[0])))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_WRITE));
  }

  @Test
  void readTogether_seesOneMoment() {
    boolean appeared =
        sessions.readTogether(
            session -> {
              boolean before = session.first(row -> true, FIND, "later").isPresent();
              sessions.write(writer -> writer.update(ADD, "later", new byte[0]));
              return before || session.first(row -> true, FIND, "later").isPresent();
            });
    assertThat(appeared).isFalse();
    assertThat(isThere("later")).isTrue();
  }

  @Test
  void commits_areSyncedWhateverTheServerIsUsedTo() {
    PostgresOptions lax =
        PostgresServers.options(
            PostgresServers.emptySchema() + "&options=-c%20synchronous_commit=off");
    try (Sessions durable = Sessions.open(lax, SchemaVersion.CURRENT)) {
      assertThat(setting(durable, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(durable, "statement_timeout")).isEqualTo("10s");
      assertThat(setting(durable, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(durable, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  @Test
  void statement_mayTakeLongerThanAConnection_butNotLongerThanAnAnswer() {
    PostgresOptions usual = PostgresServers.options(PostgresServers.emptySchema());
    Duration second = Duration.ofSeconds(1);
    PostgresOptions options =
        new PostgresOptions(
            usual.url(),
            usual.login(),
            1,
            1,
            new PostgresOptions.Timeouts(
                second,
                second.multipliedBy(2),
                second.multipliedBy(30),
                second,
                second.multipliedBy(5)));
    try (Sessions patient = Sessions.open(options, SchemaVersion.CURRENT)) {
      assertThat(patient.<Boolean>read(session -> slept(session, 1.3))).isTrue();
      assertThatThrownBy(() -> patient.read(session -> slept(session, 60)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("did not answer in time");
      assertThat(patient.<Boolean>read(session -> slept(session, 0))).isTrue();
    }
  }

  private static boolean slept(Session session, double seconds) throws SQLException {
    return session.first(row -> true, "SELECT pg_sleep(?)", seconds).isPresent();
  }

  private static String setting(Sessions of, String name) {
    return of.write(
        writer ->
            writer.first(row -> row.getString(1), "SELECT current_setting(?)", name).orElseThrow());
  }

  @Test
  void text_withNul_isKeptWithoutIt() {
    sessions.write(writer -> writer.update(ADD, "nul\0", new byte[] {0}));
    assertThat(isThere("nul\uFFFD")).isTrue();
    assertThat(isThere("nul\0")).isTrue();
  }

  @Test
  void atOnce_isNotForNetworks() {
    assertThatThrownBy(() -> sessions.atOnce().read(session -> true))
        .isInstanceOf(NotAtOnceException.class);
    assertThat(sessions.atOnce().mayWait()).isFalse();
  }

  @Test
  void closedSessions_sayso() {
    Sessions closed =
        Sessions.open(
            PostgresServers.options(PostgresServers.emptySchema()), SchemaVersion.CURRENT);
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.read(session -> true))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(closed::probe).hasMessageContaining("closed");
  }
}
