package daybook.store.sql.session;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a store in a SQLite file is opened.
 *
 * @param file the SQLite file, created when it is missing
 * @param readers most reads at the same time, from 1
 * @param patience how long to wait for another writer or for a free reader, less than a day
 * @param mappedBytes how much of the file to map into memory, 0 for none; pages are read a little
 *     faster from it, and count as memory of the process
 */
public record SqliteOptions(Path file, int readers, Duration patience, long mappedBytes)
    implements StoreOptions {

  private static final int FEWEST_READERS = 4;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public SqliteOptions {
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

  static SqliteOptions usual(Path file) {
    int readers = Math.max(FEWEST_READERS, Runtime.getRuntime().availableProcessors());
    return new SqliteOptions(file, readers, Duration.ofSeconds(5), 0);
  }

  @Override
  public String name() {
    return file.toString();
  }

  /** Returns the same with another number of readers. */
  public SqliteOptions withReaders(int number) {
    return new SqliteOptions(file, number, patience, mappedBytes);
  }

  /** Returns the same with another patience. */
  public SqliteOptions withPatience(Duration duration) {
    return new SqliteOptions(file, readers, duration, mappedBytes);
  }

  /** Returns the same with another limit of what is mapped into memory. */
  public SqliteOptions withMappedBytes(long bytes) {
    return new SqliteOptions(file, readers, patience, bytes);
  }
}
