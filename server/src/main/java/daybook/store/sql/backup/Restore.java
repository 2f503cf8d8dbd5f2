package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts a checked copy of a backup where a store is to be, whole or not at all. */
public final class Restore {

  // Everything else belongs to an account or serves an application.
  private static final List<String> FILLED_BY_PEOPLE = List.of("account", "application");

  private final CheckedCopy copy;

  /** Tells the watcher how far it has come. */
  public Restore(Watcher watcher) {
    this.copy = new CheckedCopy(SchemaVersion.CURRENT.number(), watcher);
  }

  /**
   * Says whether something would be lost if another file took its place.
   *
   * @throws StoreException if the file can't be read as a store
   */
  public static boolean holdsData(Path store) {
    if (Files.notExists(store)) {
      return false;
    }
    try (SqliteFile file = SqliteFile.toRead(store)) {
      return file.hasRows(FILLED_BY_PEOPLE);
    }
  }

  /**
   * Puts a backup in the place of a store.
   *
   * @param replace whether a file may be there
   * @throws StoreException if it can't, or if another process has the store open; the store is then
   *     as it was
   */
  public Contents run(Path backup, Path store, boolean replace) {
    if (!replace || Files.notExists(store)) {
      return put(backup, store, replace);
    }
    mustDiffer(backup, store);
    Hold alone = Hold.on(store);
    try {
      return put(backup, store, true);
    } finally {
      alone.close();
    }
  }

  private Contents put(Path backup, Path store, boolean replace) {
    try (Draft draft = new Draft(store)) {
      Contents contents = copy.copy(backup, draft, "wal");
      if (replace || Files.notExists(store)) {
        // A journal that a killed process has left would be played into the new file.
        Draft.deleteBeside(store);
      }
      draft.publish(replace);
      return contents;
    } catch (IOException e) {
      throw new StoreException(
          Kind.CANNOT_WRITE, "cannot remove the journal of " + store + ": " + e.getMessage(), e);
    }
  }

  private static void mustDiffer(Path backup, Path store) {
    try {
      if (Files.exists(backup) && Files.isSameFile(backup, store)) {
        throw new StoreException(
            Kind.CANNOT_WRITE, backup + " is the store itself: name a backup", null);
      }
    } catch (IOException e) {
      throw new StoreException(
          Kind.UNAVAILABLE, "cannot read " + backup + ": " + e.getMessage(), e);
    }
  }
}
