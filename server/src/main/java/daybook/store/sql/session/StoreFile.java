package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.file.StoreHeader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Makes sure that a file is a store of this program's version: creates, migrates or refuses it. */
final class StoreFile {

  private final SqliteDialect dialect;
  private final Path file;
  private final SchemaVersion schema;

  StoreFile(SqliteDialect dialect, SqliteOptions options, SchemaVersion schema) {
    this.dialect = dialect;
    this.file = options.file();
    this.schema = schema;
  }

  /** Makes sure; cheap when the file is of the current version. */
  void prepare() throws SQLException {
    if (!Files.exists(file)) {
      create();
    }
    if (Files.isDirectory(file)) {
      throw new StoreException(Kind.NOT_OURS, file + " is a directory: name a file in it", null);
    }
    switch (recognise()) {
      case CURRENT -> {}
      case OLDER, EMPTY -> migrate(file);
    }
  }

  /** What a file that may be used turns out to be. */
  private enum State {
    CURRENT,
    OLDER,
    EMPTY
  }

  private State recognise() throws SQLException {
    try (Connection connection = dialect.writer()) {
      StoreHeader header = StoreHeader.read(connection);
      if (header.blank()) {
        return State.EMPTY;
      }
      header.mustBeReadable(file, schema.number());
      return header.version() == schema.number() ? State.CURRENT : State.OLDER;
    }
  }

  /**
   * Builds a new store beside its place and puts it there whole, so that neither a crash nor
   * another process doing the same ever leaves or sees a half-made one.
   */
  private void create() throws SQLException {
    Path draft = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(draft.toAbsolutePath().getParent());
      try {
        migrate(draft);
        putInPlace(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new StoreException(
          Kind.CANNOT_WRITE, "cannot create the store " + file + ": " + reason(e), e);
    }
  }

  private void putInPlace(Path draft) throws IOException {
    try {
      link(draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; its store is as good.
      return;
    }
    try (FileChannel directory =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // Not every system can sync a directory; the store is complete all the same.
    }
  }

  private void link(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /**
   * Brings the tables up to date, alone: a program that runs on the old ones is not pulled along.
   */
  private void migrate(Path target) throws SQLException {
    try (Connection connection = dialect.sole(target)) {
      execute(connection, SqliteDialect.BEGIN);
      execute(connection, "PRAGMA application_id = " + StoreHeader.APPLICATION_ID);
      execute(connection, "COMMIT");
      if (StoreHeader.number(connection, "PRAGMA user_version") < schema.number()) {
        new Migrations(dialect, schema).run(Connections.only(connection));
        execute(connection, "PRAGMA user_version = " + schema.number());
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
