package daybook.store.sql.rules;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogues of live stores keep to the rules by which they can be sharded by account. */
final class CatalogueTest {

  private static final String OURS =
      " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema() ";

  @TempDir static Path folder;
  private static String file;
  private static String server;

  @BeforeAll
  static void open() {
    Path path = folder.resolve("store.db");
    SqlStore.open(StoreOptions.sqlite(path)).close();
    file = "jdbc:sqlite:" + path;
    server = PostgresServers.emptySchema();
    SqlStore.open(PostgresServers.options(server)).close();
  }

  private static List<List<String>> sqlite(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<String>> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  private static List<List<String>> postgres(String sql) throws SQLException {
    return PostgresServers.rows(server, sql);
  }

  private static Set<String> named(List<List<String>> rows) {
    Set<String> names = new TreeSet<>();
    rows.forEach(row -> names.add(row.get(0)));
    return names;
  }

  private static Set<String> all() {
    Set<String> all = new TreeSet<>(Tables.OF_ACCOUNTS);
    all.addAll(Tables.OF_ALL.keySet());
    return all;
  }

  @Test
  void tables_areTheSameOnBothEngines() throws Exception {
    assertThat(
            named(
                sqlite(
                    "SELECT name FROM sqlite_master"
                        + " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")))
        .isEqualTo(all());
    assertThat(named(postgres("SELECT c.relname FROM pg_class c" + OURS + "WHERE c.relkind = 'r'")))
        .isEqualTo(all());
  }

  @Test
  void views_areTheSameOnBothEngines_withTheSameColumns() throws Exception {
    String columns = "SELECT m.name || '.' || t.name FROM sqlite_master m, pragma_table_info";
    Set<String> ofFile = named(sqlite(columns + "(m.name) t WHERE m.type = 'view'"));
    assertThat(ofFile)
        .isNotEmpty()
        .isEqualTo(
            named(
                postgres(
                    "SELECT table_name || '.' || column_name FROM information_schema.columns c"
                        + " WHERE table_schema = current_schema() AND table_name LIKE 'v\\_%'")));
  }

  @Test
  void columns_ofAccounts_beginWithTheAccount() throws Exception {
    for (String table : Tables.OF_ACCOUNTS) {
      assertThat(sqlite("SELECT name FROM pragma_table_info('" + table + "') WHERE cid = 0"))
          .as(table)
          .containsExactly(List.of("account_id"));
    }
    assertThat(
            named(
                postgres(
                    "SELECT c.relname FROM pg_class c"
                        + OURS
                        + "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1"
                        + " WHERE c.relkind = 'r' AND a.attname = 'account_id'")))
        .containsAll(Tables.OF_ACCOUNTS);
  }

  @Test
  void keysAndIndexes_ofAccounts_beginWithTheAccount() throws Exception {
    for (String table : Tables.OF_ACCOUNTS) {
      List<List<String>> first =
          sqlite(
              "SELECT i.name, c.name FROM pragma_index_list('"
                  + table
                  + "') i, pragma_index_xinfo(i.name) c WHERE c.seqno = 0");
      assertThat(first).as(table).isNotEmpty();
      assertThat(first).as(table).allMatch(row -> row.get(1).equals("account_id"));
    }
    List<List<String>> indexes =
        postgres(
            "SELECT c.relname, x.relname, a.attname FROM pg_class c"
                + OURS
                + "JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid"
                + " LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
                + " WHERE c.relkind = 'r'");
    for (String table : Tables.OF_ACCOUNTS) {
      assertThat(indexes).anyMatch(row -> row.get(0).equals(table));
    }
    assertThat(indexes.stream().filter(row -> Tables.OF_ACCOUNTS.contains(row.get(0))))
        .allMatch(row -> "account_id".equals(row.get(2)));
  }

  @Test
  void foreignKeys_crossNoAccounts() throws Exception {
    for (String table : all()) {
      assertThat(named(sqlite("SELECT \"table\" FROM pragma_foreign_key_list('" + table + "')")))
          .as(table)
          .isSubsetOf(Tables.OF_ALL.keySet());
    }
    assertThat(
            named(
                postgres(
                    "SELECT c.relname FROM pg_class c"
                        + OURS
                        + "JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'")))
        .isSubsetOf(Tables.OF_ALL.keySet())
        .isNotEmpty();
  }

  @Test
  void sequencesTriggersAndFunctions_areNotThere() throws Exception {
    assertThat(sqlite("SELECT name FROM sqlite_master WHERE type = 'trigger'")).isEmpty();
    assertThat(sqlite("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")).isEmpty();
    assertThat(postgres("SELECT c.relname FROM pg_class c" + OURS + "WHERE c.relkind IN ('S','m')"))
        .isEmpty();
    assertThat(
            postgres(
                "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                    + OURS
                    + "WHERE NOT t.tgisinternal"))
        .isEmpty();
    assertThat(
            postgres(
                "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"))
        .isEmpty();
  }

  @Test
  void defaultsAndGeneratedColumns_areConstants() throws Exception {
    assertThat(
            postgres(
                "SELECT c.relname, a.attname FROM pg_class c"
                    + OURS
                    + "JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                    + " WHERE c.relkind = 'r' AND c.relname <> 'schema_history'"
                    + " AND (a.attgenerated <> '' OR a.attidentity <> ''"
                    + " OR pg_get_expr(d.adbin, d.adrelid) LIKE '%(%')"))
        .isEmpty();
  }

  @Test
  void text_comparesByteByByte_onAServerOfAnotherOrder() throws Exception {
    assertThat(
            postgres(
                "SELECT c.relname, a.attname FROM pg_class c"
                    + OURS
                    + "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                    + " JOIN pg_collation l ON l.oid = a.attcollation"
                    + " WHERE c.relkind = 'r' AND c.relname <> 'schema_history'"
                    + " AND l.collname <> 'C'"))
        .isEmpty();
    if (System.getProperty("store.url") == null) {
      assertThat(postgres("SELECT 'a' < 'B'"))
          .as("the order of the server is that of a language")
          .containsExactly(List.of("t"));
    }
    assertThat(
            sqlite(
                "SELECT m.name FROM sqlite_master m, pragma_index_list(m.name) i,"
                    + " pragma_index_xinfo(i.name) c"
                    + " WHERE m.type = 'table' AND m.name <> 'schema_history' AND c.coll <> 'BINARY'"))
        .isEmpty();
  }

  @Test
  void moneyAndInstants_areWholeNumbers() throws Exception {
    String kinds =
        "SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)"
            + " FROM pg_class c"
            + OURS
            + "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
            + " WHERE c.relkind = 'r' AND c.relname <> 'schema_history'";
    List<List<String>> columns = postgres(kinds);
    assertThat(columns.stream().filter(row -> row.get(0).endsWith("_micros")))
        .hasSizeGreaterThan(15)
        .allMatch(row -> row.get(1).equals("bigint"));
    assertThat(columns.stream().filter(row -> row.get(0).matches(".*_(date|at|until|of)")))
        .hasSizeGreaterThan(15)
        .allMatch(row -> row.get(1).equals("bigint"));
    assertThat(columns)
        .allMatch(row -> Set.of("bigint", "integer", "text", "bytea").contains(row.get(1)));
    assertThat(
            named(
                sqlite(
                    "SELECT DISTINCT t.type FROM sqlite_master m, pragma_table_info(m.name) t"
                        + " WHERE m.type = 'table' AND m.name <> 'schema_history'"
                        + " AND m.name NOT LIKE 'sqlite_%'")))
        .isEqualTo(Set.of("BIGINT", "BLOB", "INTEGER", "TEXT"));
  }
}
