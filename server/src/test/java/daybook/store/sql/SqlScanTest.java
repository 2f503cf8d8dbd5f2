package daybook.store.sql;

import daybook.store.ScanKit;
import daybook.store.Store;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a SQLite store obey the kit. */
final class SqlScanTest extends ScanKit {

  @TempDir Path folder;

  @Override
  protected Store emptyStore() {
    return SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
  }
}
