package daybook.store.sql.backup;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A file in the making, which gets its name when it is whole; nobody but its owner may read it. */
final class Draft implements AutoCloseable {

  /** What SQLite puts beside a file while it is open. */
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

  private final Path target;
  private final Path file;

  /** Begins a file that is to stand at the given place. */
  Draft(Path target) {
    this.target = target.toAbsolutePath().normalize();
    this.file = this.target.resolveSibling(this.target.getFileName() + ".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file, forTheOwner());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static FileAttribute<?>[] forTheOwner() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  Path file() {
    return file;
  }

  /**
   * Puts the file in its place, so that it stays there whatever happens next.
   *
   * @param replace whether it may take the place of another one
   * @throws StoreException if it can't, or if there is one that may not be replaced
   */
  void publish(boolean replace) {
    try {
      sync(file, StandardOpenOption.WRITE);
      if (replace) {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        link();
      }
      syncDirectory();
    } catch (FileAlreadyExistsException e) {
      throw new StoreException(
          Kind.CANNOT_WRITE, "there is a file " + target + " already; it was left alone", e);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  // A link is refused where a file stands already; a move would replace one that has just appeared.
  private void link() throws IOException {
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException e) {
      Files.move(file, target);
    }
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private void syncDirectory() {
    try {
      Path directory = Objects.requireNonNull(target.toAbsolutePath().getParent());
      sync(directory, StandardOpenOption.READ);
    } catch (IOException e) {
      // Not every system can sync a directory; the file is complete all the same.
    }
  }

  /** Removes what SQLite has left beside a file that nobody has open. */
  static void deleteBeside(Path path) throws IOException {
    for (String suffix : BESIDE) {
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
    }
  }

  @Override
  public void close() {
    try {
      deleteBeside(file);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private StoreException cannotWrite(IOException e) {
    return new StoreException(
        Kind.CANNOT_WRITE,
        "cannot write " + target + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(),
        e);
  }
}
