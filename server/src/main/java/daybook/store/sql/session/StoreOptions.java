package daybook.store.sql.session;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a store is kept and how much of the machine it may use.
 *
 * @param file the SQLite file, created when it is missing
 * @param readers most reads at the same time, from 1
 * @param patience how long to wait for another writer or for a free reader, less than a day
 * @param mappedBytes how much of the file to map into memory, 0 for none; pages are read a little
 *     faster from it, and count as memory of the process
 */
public record StoreOptions(Path file, int readers, Duration patience, long mappedBytes) {

  private static final int FEWEST_READERS = 4;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public StoreOptions {
    if (readers < 1) {
      throw new IllegalArgumentException("a store needs at least one reader, not " + readers);
    }
    if (patience.isNegative() || patience.compareTo(Duration.ofDays(1)) >= 0) {
      throw new IllegalArgumentException("patience must be less than a day, not " + patience);
    }
    if (mappedBytes < 0) {
      throw new IllegalArgumentException("cannot map " + mappedBytes + " bytes");
    }
    file = file.toAbsolutePath().normalize();
  }

  /** Returns the usual options for a SQLite file. */
  public static StoreOptions sqlite(Path file) {
    int readers = Math.max(FEWEST_READERS, Runtime.getRuntime().availableProcessors());
    return new StoreOptions(file, readers, Duration.ofSeconds(5), 0);
  }

  /** Returns the same with another number of readers. */
  public StoreOptions withReaders(int number) {
    return new StoreOptions(file, number, patience, mappedBytes);
  }

  /** Returns the same with another patience. */
  public StoreOptions withPatience(Duration duration) {
    return new StoreOptions(file, readers, duration, mappedBytes);
  }

  /** Returns the same with another limit of what is mapped into memory. */
  public StoreOptions withMappedBytes(long bytes) {
    return new StoreOptions(file, readers, patience, bytes);
  }
}
