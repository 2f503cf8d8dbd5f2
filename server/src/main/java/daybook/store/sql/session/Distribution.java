package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.SchemaVersion.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * The optional step that shards the tables of a store by account, where the server has Citus.
 * Nothing else in the program knows of it.
 */
public final class Distribution {

  private static final String STATEMENTS = "/daybook/store/sql/citus/distribute.sql";

  private static final String HAS_CITUS =
      "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citus')";

  private static final String IS_DISTRIBUTED =
      "SELECT EXISTS (SELECT 1 FROM pg_dist_partition"
          + " WHERE logicalrel = to_regclass('business_order'))";

  private Distribution() {}

  /**
   * Shards the tables, all of them or none; makes them first where there are none.
   *
   * @throws StoreException if the server lacks the extension, or has done so before
   */
  public static void apply(PostgresOptions options) {
    PostgresDialect dialect = new PostgresDialect(options.name());
    PostgresServer server = new PostgresServer(options);
    try (Connection connection = server.patient()) {
      require(
          is(connection, HAS_CITUS),
          options,
          "has no Citus: run CREATE EXTENSION citus on the coordinator and its workers first");
      new PostgresSchema(server, dialect, SchemaVersion.CURRENT, Change.ALLOWED).prepare();
      require(!is(connection, IS_DISTRIBUTED), options, "is distributed already");
      connection.setAutoCommit(false);
      for (String sql : statements()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  /** Returns what is run, one statement for each table. */
  static List<String> statements() {
    try (InputStream file = Distribution.class.getResourceAsStream(STATEMENTS)) {
      if (file == null) {
        throw new IllegalStateException(STATEMENTS + " is missing from the program");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(sql -> !sql.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(boolean held, PostgresOptions options, String otherwise) {
    if (!held) {
      throw new StoreException(
          Kind.NOT_OURS, "the store " + options.name() + " " + otherwise, null);
    }
  }

  private static boolean is(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
