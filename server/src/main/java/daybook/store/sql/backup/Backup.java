package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.sql.session.SchemaVersion;
import java.nio.file.Path;

/**
 * Copies a store to a file while it may be read and written: the copy is of one moment, checked,
 * and appears whole or not at all.
 */
public final class Backup {

  private final CheckedCopy copy;

  /** Tells the watcher how far it has come. */
  public Backup(Watcher watcher) {
    this.copy = new CheckedCopy(SchemaVersion.CURRENT.number(), watcher);
  }

  /**
   * Writes a backup, which one file holds and only its owner may read.
   *
   * @param replace whether it may take the place of a file
   * @throws StoreException if it can't; the file is then as it was
   */
  public Contents write(Path store, Path file, boolean replace) {
    try (Draft draft = new Draft(file)) {
      Contents contents = copy.copy(store, draft, "delete");
      draft.publish(replace);
      return contents;
    }
  }
}
