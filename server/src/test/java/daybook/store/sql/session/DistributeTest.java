package daybook.store.sql.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.PostgresServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be told of the step for Citus without Citus. */
final class DistributeTest {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "SELECT create_(?:reference_table\\('(\\w+)'\\)"
              + "|distributed_table\\('(\\w+)', 'account_id', colocate_with => '(\\w+)'\\))");

  private static List<String> tables(String url, String having) throws SQLException {
    return PostgresServers.rows(
            url,
            "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relname <> 'schema_history'"
                + " AND c.relnamespace = current_schema()::regnamespace AND "
                + having)
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  @Test
  void statements_nameEveryTableOnce_byWhatItBeginsWith() throws Exception {
    String url = PostgresServers.emptySchema();
    Sessions.open(PostgresServers.options(url), SchemaVersion.CURRENT).close();
    Set<String> references = new TreeSet<>();
    Set<String> distributed = new TreeSet<>();
    for (String sql : Distribution.statements()) {
      Matcher matcher = STATEMENT.matcher(sql);
      assertThat(matcher.matches()).as(sql).isTrue();
      boolean added =
          matcher.group(1) != null
              ? references.add(matcher.group(1))
              : distributed.add(matcher.group(2));
      assertThat(added).as(sql).isTrue();
      if (matcher.group(3) != null) {
        assertThat(matcher.group(3))
            .isEqualTo(matcher.group(2).equals("business_order") ? "none" : "business_order");
      }
    }
    String first =
        "(SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = 1) = 'account_id'"
            + " AND c.relname <> 'account'";
    assertThat(distributed).containsExactlyInAnyOrderElementsOf(tables(url, first));
    assertThat(references).containsExactlyInAnyOrderElementsOf(tables(url, "NOT (" + first + ")"));
  }

  @Test
  void apply_withoutTheExtension_isRefusedAndChangesNothing() throws Exception {
    String url = PostgresServers.emptySchema();
    assertThatThrownBy(() -> Distribution.apply(PostgresServers.options(url)))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_OURS))
        .hasMessageContaining("CREATE EXTENSION citus");
    assertThat(tables(url, "true")).isEmpty();
  }
}
