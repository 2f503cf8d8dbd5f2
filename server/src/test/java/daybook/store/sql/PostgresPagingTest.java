package daybook.store.sql;

import daybook.store.PagingKit;
import daybook.store.Store;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Paging through a store on PostgreSQL obeys the kit. */
final class PostgresPagingTest extends PagingKit {

  private static Store store;

  @BeforeContainer
  static void open() {
    store = new PostgresSchemas().emptyStore();
  }

  @AfterContainer
  static void close() {
    store.close();
  }

  @Override
  protected Store store() {
    return store;
  }
}
