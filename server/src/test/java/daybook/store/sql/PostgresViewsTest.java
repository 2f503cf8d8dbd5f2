package daybook.store.sql;

import daybook.store.Store;
import daybook.store.ViewsKit;

/** The views of a store on PostgreSQL obey the kit. */
final class PostgresViewsTest extends ViewsKit {

  private static final PostgresSchemas SCHEMA = new PostgresSchemas();

  @Override
  protected Store emptyStore() {
    return SCHEMA.emptyStore();
  }
}
