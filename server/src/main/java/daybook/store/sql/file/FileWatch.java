package daybook.store.sql.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the file at a path is still the one that was opened: whoever has a file open
 * keeps reading and writing it when it is deleted or another takes its name.
 */
public final class FileWatch {

  /** What stands at the path. */
  public enum Finding {
    /** The file that was opened. */
    SAME,
    /** Nothing. */
    GONE,
    /** Another file. */
    ANOTHER
  }

  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Path file;
  private final Path journal;
  private volatile @Nullable Object opened;
  private volatile @Nullable Object openedJournal;
  private volatile long sameUntil;

  /** Watches a file that has just been opened, with its journal. */
  public FileWatch(Path file) {
    this.file = file;
    this.journal = file.resolveSibling(file.getFileName() + "-wal");
    opened();
  }

  /** Takes what stands at the path now for the file that is open. */
  public void opened() {
    opened = identity(file);
    openedJournal = identity(journal);
    sameUntil = System.nanoTime() + FRESH_NANOS;
  }

  /** Takes whatever stands at the path for another file from now on, the same one too. */
  public void closed() {
    opened = null;
    openedJournal = null;
    sameUntil = System.nanoTime();
  }

  /** Says what stands at the path, as of a quarter of a second ago at the earliest. */
  public Finding lately() {
    return System.nanoTime() - sameUntil < 0 ? Finding.SAME : now();
  }

  /** Says what stands at the path. */
  public Finding now() {
    if (openedJournal == null && opened != null) {
      openedJournal = identity(journal);
    }
    Object found = identity(file);
    if (found == null) {
      return Finding.GONE;
    }
    if (!found.equals(opened)) {
      return Finding.ANOTHER;
    }
    sameUntil = System.nanoTime() + FRESH_NANOS;
    return Finding.SAME;
  }

  /**
   * Says whether the journal of the file that is open stands beside the path: to be asked while the
   * file is open, since what tells a deleted file from others is soon that of a new one.
   */
  public boolean hasOpenedJournal() {
    Object found = identity(journal);
    return found != null && found.equals(openedJournal);
  }

  /**
   * Deletes the journal beside the path, which SQLite would play into the file that is there now.
   */
  public void deleteJournal() throws IOException {
    Files.deleteIfExists(journal);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
  }

  /** Returns what tells a file from all others; null if there is none. */
  private static @Nullable Object identity(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      // Not every system tells files apart; then all that can be seen is whether there is one.
      return Objects.requireNonNullElse(attributes.fileKey(), path);
    } catch (IOException e) {
      return null;
    }
  }
}
