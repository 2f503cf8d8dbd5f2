package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Upgrades of a store of the first version that are killed: every row stays, and it opens again.
 */
final class MigrationKills implements KillScenario {

  private static final int ORDERS = 20_000;
  private static final SchemaVersion FIRST =
      new SchemaVersion(1, List.of("daybook/store/sql/tables"));

  private static final String NUMBERS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ORDERS + ") ";

  private Path old = Path.of("");
  private long micros;

  @Override
  public String name() {
    return "migration on SQLite";
  }

  @Override
  public void prepare(Path directory) throws Exception {
    old = directory.resolve("old").resolve("daybook.db");
    Files.createDirectories(old.getParent());
    Sessions.open(StoreOptions.sqlite(old), FIRST).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO account VALUES ('acme', 'BUSINESS', 'Acme', 0)");
      statement.execute("INSERT INTO kept_view VALUES (1, 'byDate', 1, 1, 1)");
      statement.execute(
          NUMBERS
              + "INSERT INTO business_order (account_id, order_id, order_date, order_status, as_of,"
              + " as_of_sequence, revision, piece_keys, document)"
              + " SELECT 'acme', printf('order-%06d', i), 1700000000000 + i, 'CLOSED', 0, 0, 1,"
              + " '1:' || (1700000000000 + i), x'7b7d' FROM n");
      statement.execute(
          NUMBERS
              + "INSERT INTO piece SELECT 'acme', 1, 1700000000000 + i, printf('order-%06d', i),"
              + " zeroblob(500) FROM n");
    }
    micros = measure(directory.resolve("measured"));
  }

  /** Returns how long an upgrade takes from the moment at which it opens the file. */
  private long measure(Path data) throws Exception {
    Process process = begin(data);
    long opened = System.nanoTime();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    long ended = System.nanoTime();
    assertUpgraded(data);
    return Math.max(1, TimeUnit.NANOSECONDS.toMicros(ended - opened));
  }

  /** Starts an upgrade and returns when it has opened the file. */
  private Process begin(Path data) throws Exception {
    Path file = data.resolve("daybook.db");
    KillScenario.copy(old, file);
    Path out = data.resolve("upgrade.out");
    Process process =
        new Program(data).start(out, out, "account", "list", "--data", data.toString());
    boolean ended = false;
    while (!ended && Files.notExists(data.resolve("daybook.db-wal"))) {
      ended = process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    return process;
  }

  @Override
  public Kill kill(Path data, Random chance) throws Exception {
    Process process = begin(data);
    boolean unused = process.waitFor(chance.nextLong(micros), TimeUnit.MICROSECONDS);
    process.destroyForcibly().waitFor();
    Path file = data.resolve("daybook.db");
    boolean cutShort = number(file, "PRAGMA user_version") < SchemaVersion.CURRENT.number();
    assertWhole(file);
    new Program(data).run("account", "list", "--data", data.toString()).good();
    assertUpgraded(data);
    return new Kill(cutShort, ORDERS, number(file, "SELECT count(*) FROM v_orders"), true);
  }

  private static void assertWhole(Path file) throws SQLException {
    assertThat(text(file, "PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(number(file, "SELECT count(*) FROM business_order")).isEqualTo(ORDERS);
    assertThat(number(file, "SELECT count(*) FROM piece")).isEqualTo(ORDERS);
  }

  private static void assertUpgraded(Path data) throws SQLException {
    Path file = data.resolve("daybook.db");
    assertWhole(file);
    assertThat(number(file, "PRAGMA user_version")).isEqualTo(SchemaVersion.CURRENT.number());
    assertThat(number(file, "SELECT count(*) FROM v_orders")).isEqualTo(ORDERS);
    assertThat(number(file, "SELECT count(*) FROM schema_history WHERE NOT success")).isZero();
    assertThat(
            number(
                file, "SELECT count(*) FROM kept_view WHERE account_id = 'acme' AND view_id = 1"))
        .isEqualTo(1);
  }

  private static long number(Path file, String sql) throws SQLException {
    return Long.parseLong(text(file, sql));
  }

  private static String text(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
