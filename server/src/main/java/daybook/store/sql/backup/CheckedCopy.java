package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a copy of a store that is in use, and trusts it only after reading all of it again. */
final class CheckedCopy {

  private final int newest;
  private final Watcher watcher;

  /**
   * Copies stores with tables up to a version.
   *
   * @param newest number of the newest tables that the program knows
   */
  CheckedCopy(int newest, Watcher watcher) {
    this.newest = newest;
    this.watcher = watcher;
  }

  /**
   * Copies a store as it is at this moment.
   *
   * @param journal how the copy keeps its journal: "delete" for a file that stands alone
   * @throws StoreException if the file is no store, damaged or of a newer program, or if the copy
   *     can't be written
   */
  Contents copy(Path from, Draft draft, String journal) {
    if (!Files.isRegularFile(from)) {
      throw new StoreException(Kind.UNAVAILABLE, "there is no file " + from, null);
    }
    Contents before;
    try (SqliteFile store = SqliteFile.toRead(from)) {
      store.mustBeReadable(newest);
      store.freeze();
      store.copyTo(draft.file(), watcher);
      watcher.checking();
      before = store.contents();
    }
    try (SqliteFile copy = SqliteFile.ofOurs(draft.file(), from)) {
      copy.journal(journal);
      copy.mustBeSound("the store " + from);
      Contents after = copy.contents();
      if (!after.equals(before)) {
        throw new StoreException(
            Kind.UNEXPECTED,
            "the copy of " + from + " differs: " + after + " instead of " + before,
            null);
      }
      return after;
    }
  }
}
