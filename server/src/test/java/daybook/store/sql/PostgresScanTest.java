package daybook.store.sql;

import daybook.store.ScanKit;
import daybook.store.Store;

/** The pages of a store on PostgreSQL obey the kit. */
final class PostgresScanTest extends ScanKit {

  private static final PostgresSchemas SCHEMA = new PostgresSchemas();

  @Override
  protected Store emptyStore() {
    return SCHEMA.emptyStore();
  }
}
