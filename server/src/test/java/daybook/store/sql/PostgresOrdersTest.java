package daybook.store.sql;

import daybook.store.OrdersKit;
import daybook.store.Store;

/** The orders of a store on PostgreSQL obey the kit. */
final class PostgresOrdersTest extends OrdersKit {

  private static final PostgresSchemas SCHEMA = new PostgresSchemas();

  @Override
  protected Store emptyStore() {
    return SCHEMA.emptyStore();
  }
}
