package daybook.store.sql.session;

import java.nio.file.Path;
import java.time.Duration;

/** Where a store is kept and how much of the machine it may use. */
public sealed interface StoreOptions permits SqliteOptions, PostgresOptions {

  /** Returns what the store is called in messages; nothing secret. */
  String name();

  /** Returns the most reads at the same time. */
  int readers();

  /** Returns how long to wait for another writer or for a free connection. */
  Duration patience();

  /** Returns the usual options for a SQLite file. */
  static SqliteOptions sqlite(Path file) {
    return SqliteOptions.usual(file);
  }
}
