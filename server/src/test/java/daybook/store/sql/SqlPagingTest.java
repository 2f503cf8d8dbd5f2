package daybook.store.sql;

import daybook.store.PagingKit;
import daybook.store.Store;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Paging through a SQLite store obeys the kit. */
final class SqlPagingTest extends PagingKit {

  private static Path folder;
  private static Store store;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("paging");
    store = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
  }

  @AfterContainer
  static void close() throws IOException {
    store.close();
    Files.delete(folder.resolve("store.db"));
    Files.delete(folder);
  }

  @Override
  protected Store store() {
    return store;
  }
}
