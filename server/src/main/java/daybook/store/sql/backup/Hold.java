package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all other processes from a SQLite file, whatever state its content is in.
 *
 * <p>Whoever has such a file open in WAL mode holds a shared lock on some bytes behind its end,
 * whose place is part of SQLite's file format; this is the exclusive lock on them. Such locks
 * belong to the process, so SQLite must not open and close the file in this one meanwhile.
 */
final class Hold implements AutoCloseable {

  private static final long SHARED_FIRST = 0x40000002;
  private static final long SHARED_SIZE = 510;

  private final FileChannel channel;

  private Hold(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the file for this process alone.
   *
   * @throws StoreException if another one has it open
   */
  static Hold on(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = null;
      try {
        lock = channel.tryLock(SHARED_FIRST, SHARED_SIZE, false);
      } finally {
        if (lock == null) {
          channel.close();
        }
      }
      if (lock == null) {
        throw new StoreException(
            Kind.BUSY, "the store " + file + " is in use: stop the server that runs on it", null);
      }
      return new Hold(channel);
    } catch (IOException e) {
      throw new StoreException(
          Kind.CANNOT_WRITE, "cannot lock the store " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock is gone all the same.
    }
  }
}
