package daybook.store.sql;

import java.util.List;

/**
 * The tables a program works with: the numbered files that make them, and the number of the last.
 *
 * @param number version of the newest file
 * @param locations folders of the files among the resources
 */
record SchemaVersion(int number, List<String> locations) {

  /** What this program works with. */
  static final SchemaVersion CURRENT =
      new SchemaVersion(2, List.of("daybook/store/sql/tables", SqliteDialect.MIGRATIONS));

  /** Copies the list. */
  SchemaVersion {
    locations = List.copyOf(locations);
  }
}
