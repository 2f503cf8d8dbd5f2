package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.SchemaVersion.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes sure that a schema of a PostgreSQL database is a store of this program's version: fills,
 * migrates or refuses it. Several nodes may do so at once.
 */
final class PostgresSchema {

  private static final int OLDEST_SERVER = 150_000;

  private static final String TABLES =
      """
      SELECT count(*) FROM pg_class
      WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p', 'v')
      """;

  private static final String IS_OURS =
      "SELECT to_regclass('schema_history') IS NOT NULL AND to_regclass('kept_view') IS NOT NULL";

  private static final String IS_READ_ONLY =
      "SELECT current_setting('transaction_read_only')::boolean::int";

  private static final String VERSION =
      "SELECT coalesce(max(version::int), 0) FROM schema_history WHERE success";

  private final PostgresServer server;
  private final PostgresDialect dialect;
  private final SchemaVersion schema;
  private final Change change;
  private final String name;

  PostgresSchema(
      PostgresServer server, PostgresDialect dialect, SchemaVersion schema, Change change) {
    this.server = server;
    this.dialect = dialect;
    this.schema = schema;
    this.change = change;
    this.name = server.options().name();
  }

  /**
   * Makes sure; cheap when the tables are of the current version.
   *
   * @return the version that was found, 0 where there were no tables
   */
  int prepare() throws SQLException {
    int found;
    try (Connection connection = server.brief()) {
      checkServer(connection);
      found = version(connection);
      if (found != schema.number()
          && change == Change.ALLOWED
          && number(connection, IS_READ_ONLY) == 1) {
        throw new SQLException("the tables can't be made or migrated", "25006");
      }
    }
    if (found != schema.number()) {
      if (change == Change.REFUSED) {
        throw schema.refused(name, found);
      }
      new Migrations(dialect, schema).run(new Connections(server::patient));
    }
    return found;
  }

  private void checkServer(Connection connection) throws SQLException {
    int version = number(connection, "SELECT current_setting('server_version_num')::int");
    if (version < OLDEST_SERVER) {
      throw notOurs(
          "is on PostgreSQL " + version / 10_000 + "; Daybook needs PostgreSQL 15 or a newer one");
    }
    if (number(connection, "SELECT (current_setting('server_encoding') = 'UTF8')::int") != 1) {
      throw notOurs(
          "is in a database that is not encoded in UTF8: create one with ENCODING 'UTF8'");
    }
    if (number(connection, "SELECT (current_schema() IS NOT NULL)::int") != 1) {
      throw notOurs("names a schema that does not exist: create it");
    }
  }

  /** Returns the version of the tables; 0 where there are none. */
  private int version(Connection connection) throws SQLException {
    if (number(connection, "SELECT (" + IS_OURS.substring("SELECT ".length()) + ")::int") != 1) {
      if (number(connection, TABLES) > 0 && !isBeingMade(connection)) {
        throw notOurs(
            "holds tables of another program: name an empty database, or a schema of your own with"
                + " ?currentSchema=");
      }
      return 0;
    }
    int version = number(connection, VERSION);
    if (version > schema.number()) {
      throw notOurs(
          String.format(
              "was written by a newer Daybook (its tables have version %d, this program knows %d):"
                  + " use that one",
              version, schema.number()));
    }
    return version;
  }

  // Another node that starts has made the history, and the tables come next.
  private static boolean isBeingMade(Connection connection) throws SQLException {
    return number(connection, "SELECT (to_regclass('schema_history') IS NOT NULL)::int") == 1;
  }

  private StoreException notOurs(String words) {
    return new StoreException(Kind.NOT_OURS, "the store " + name + " " + words, null);
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
