package daybook.store.sql.bucket;

import daybook.store.bucket.Buckets;
import daybook.store.bucket.BucketsKit;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Shared buckets in a SQLite file obey the kit. */
final class SqliteBucketsTest extends BucketsKit {

  @TempDir Path folder;
  private SqlStore store;

  @Override
  protected Buckets empty() {
    store = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
    return store.buckets();
  }

  @AfterEach
  void close() {
    store.close();
  }
}
