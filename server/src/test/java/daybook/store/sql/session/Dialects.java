package daybook.store.sql.session;

import java.nio.file.Path;

/** The dialects, for tests of what statements they make. */
public final class Dialects {

  /** That of SQLite. */
  public static final Dialect SQLITE = new SqliteDialect(StoreOptions.sqlite(Path.of("none.db")));

  /** That of PostgreSQL. */
  public static final Dialect POSTGRES = new PostgresDialect("jdbc:postgresql://none/none");

  private Dialects() {}
}
