package daybook.store.sql;

import daybook.store.DirectoryKit;
import daybook.store.Store;

/** The directory of a store on PostgreSQL obeys the kit. */
final class PostgresDirectoryTest extends DirectoryKit {

  private static final PostgresSchemas SCHEMA = new PostgresSchemas();

  @Override
  protected Store emptyStore() {
    return SCHEMA.emptyStore();
  }

  @Override
  protected Store reopened(Store before) {
    before.close();
    return SCHEMA.open();
  }
}
