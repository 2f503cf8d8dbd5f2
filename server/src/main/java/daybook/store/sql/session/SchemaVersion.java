package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.util.List;

/**
 * The tables a program works with: the numbered files that make them, and the number of the last;
 * beside those named here stand the files of the engine.
 *
 * @param number version of the newest file
 * @param locations folders of the files among the resources
 */
public record SchemaVersion(int number, List<String> locations) {

  /** What may be done about a store whose tables are missing or older. */
  public enum Change {
    /** They are made, or upgraded. */
    ALLOWED,
    /** It is not opened, and stays as it is. */
    REFUSED
  }

  /** What this program works with. */
  public static final SchemaVersion CURRENT =
      new SchemaVersion(11, List.of("daybook/store/sql/tables"));

  /**
   * Says that a store can't be opened as it is.
   *
   * @param found the version of its tables, 0 where there are none
   */
  StoreException refused(String store, int found) {
    return new StoreException(
        Kind.NOT_OURS,
        found == 0
            ? "the store " + store + " has no tables yet: run daybook migrate first"
            : String.format(
                "the store %s was written by an older Daybook (its tables have version %d, this"
                    + " program needs %d): run daybook migrate first",
                store, found, number),
        null);
  }

  /** Copies the list. */
  public SchemaVersion {
    locations = List.copyOf(locations);
  }
}
