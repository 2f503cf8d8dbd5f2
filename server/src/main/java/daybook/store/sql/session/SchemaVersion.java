package daybook.store.sql.session;

import java.util.List;

/**
 * The tables a program works with: the numbered files that make them, and the number of the last;
 * beside those named here stand the files of the engine.
 *
 * @param number version of the newest file
 * @param locations folders of the files among the resources
 */
public record SchemaVersion(int number, List<String> locations) {

  /** What this program works with. */
  public static final SchemaVersion CURRENT =
      new SchemaVersion(11, List.of("daybook/store/sql/tables"));

  /** Copies the list. */
  public SchemaVersion {
    locations = List.copyOf(locations);
  }
}
