package daybook.store.sql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.SqlStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of SQLite's own errors is told as what a person can do about it. */
final class SqliteDialectTest {

  @TempDir Path folder;
  private SqliteOptions options;

  @BeforeEach
  void create() {
    options = StoreOptions.sqlite(folder.resolve("store.db"));
    SqlStore.open(options).close();
  }

  private StoreException fault(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + options.file());
        Statement statement = connection.createStatement()) {
      SQLException error =
          catchThrowableOfType(
              SQLException.class,
              () -> {
                for (String sql : statements) {
                  statement.execute(sql);
                }
              });
      StoreException fault = new SqliteDialect(options).fault(error);
      assertThat(fault).hasCause(error).hasMessageContaining(options.file().toString());
      return fault;
    }
  }

  @Test
  void fault_readOnly_cannotWrite() throws Exception {
    StoreException fault =
        fault("PRAGMA query_only = 1", "INSERT INTO instance_key (name, value) VALUES ('a', 'b')");
    assertThat(fault.kind()).isEqualTo(Kind.CANNOT_WRITE);
    assertThat(fault).hasMessageContaining("permissions");
  }

  @Test
  void fault_full_cannotWrite() throws Exception {
    StoreException fault =
        fault(
            "PRAGMA max_page_count = 1",
            "INSERT INTO instance_key (name, value) VALUES ('a', zeroblob(1000000))");
    assertThat(fault.kind()).isEqualTo(Kind.CANNOT_WRITE);
    assertThat(fault).hasMessageContaining("free space");
  }

  @Test
  void fault_ofAStatement_isOurDefect() throws Exception {
    assertThat(fault("SELECT nonsense").kind()).isEqualTo(Kind.UNEXPECTED);
    assertThat(fault("INSERT INTO instance_key (name) VALUES (NULL)").kind())
        .isEqualTo(Kind.UNEXPECTED);
  }

  @Test
  void fault_notOfSqlite_isOurDefect() {
    StoreException fault = new SqliteDialect(options).fault(new SQLException("of the driver"));
    assertThat(fault.kind()).isEqualTo(Kind.UNEXPECTED);
  }

  @Test
  void writer_syncsEveryCommit() throws Exception {
    try (Connection writer = new SqliteDialect(options).writer()) {
      assertThat(pragma(writer, "synchronous")).isEqualTo("2");
      assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(writer, "page_size")).isEqualTo("16384");
      assertThat(pragma(writer, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(writer, "locking_mode")).isEqualTo("normal");
    }
  }

  @Test
  void reader_cannotWrite() throws Exception {
    try (Connection reader = new SqliteDialect(options).reader();
        Statement statement = reader.createStatement()) {
      SQLException error =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute("DELETE FROM instance_key"));
      assertThat(new SqliteDialect(options).fault(error).kind()).isEqualTo(Kind.CANNOT_WRITE);
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
