package daybook.store.sql.session;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the numbered files that a store has not seen yet.
 *
 * @param dialect the engine of the store
 * @param schema what its tables are to be
 */
record Migrations(Dialect dialect, SchemaVersion schema) {

  /** Name of the table that tells which files a store has seen. */
  static final String HISTORY = "schema_history";

  // A node that starts waits for another one that migrates; it looks once a second.
  private static final int PATIENCE_SECONDS = 600;

  /** Brings the tables up to the version that is wanted. */
  void run(DataSource connections) throws SQLException {
    String[] locations =
        Stream.concat(schema.locations().stream(), dialect.migrations().stream())
            .map(folder -> "classpath:" + folder)
            .toArray(String[]::new);
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(connections)
          .locations(locations)
          .placeholders(dialect.placeholders())
          .target(Integer.toString(schema.number()))
          .table(HISTORY)
          .lockRetryCount(PATIENCE_SECONDS)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw cause(e);
    }
  }

  private static SQLException cause(FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException known) {
        return known;
      }
    }
    return new SQLException(e.getMessage(), e);
  }
}
