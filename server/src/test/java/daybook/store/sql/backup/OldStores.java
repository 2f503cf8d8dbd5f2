package daybook.store.sql.backup;

import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;

/** Makes stores as older programs did. */
final class OldStores {

  private OldStores() {}

  /** Makes an empty store with the tables of a version. */
  static void create(Path file, SchemaVersion version) {
    Sessions.open(StoreOptions.sqlite(file), version).close();
  }
}
