package daybook.store.sql;

import daybook.store.sql.session.PostgresOptions;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A schema that is emptied for every test, which takes less time than to make a new one. */
final class PostgresSchemas {

  private final PostgresOptions options = PostgresServers.options(PostgresServers.emptySchema());
  private boolean made;

  /** Opens a store without any rows. */
  SqlStore emptyStore() {
    SqlStore store = open();
    if (made) {
      PostgresServers.execute(options.url(), "TRUNCATE " + tables());
    }
    made = true;
    return store;
  }

  /** Opens the store as it is. */
  SqlStore open() {
    return SqlStore.open(options);
  }

  private String tables() {
    try {
      return PostgresServers.rows(
              options.url(),
              "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                  + " AND relkind IN ('r', 'p') AND relname <> 'schema_history'")
          .stream()
          .map(row -> row.get(0))
          .collect(Collectors.joining(", "));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
