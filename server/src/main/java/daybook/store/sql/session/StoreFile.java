package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.file.StoreHeader;
import daybook.store.sql.session.SchemaVersion.Change;
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
  private final Change change;

  StoreFile(SqliteDialect dialect, SqliteOptions options, SchemaVersion schema, Change change) {
    this.dialect = dialect;
    this.file = options.file();
    this.schema = schema;
    this.change = change;
  }

  /**
   * Makes sure; cheap when the file is of the current version.
   *
   * @return the version that was found, 0 where there were no tables
   */
  int prepare() throws SQLException {
    boolean missing = !Files.exists(file);
    if (missing && change == Change.REFUSED) {
      throw schema.refused(file.toString(), 0);
    }
    if (missing) {
      create();
    }
    if (Files.isDirectory(file)) {
      throw new StoreException(Kind.NOT_OURS, file + " is a directory: name a file in it", null);
    }
    if (!Files.isWritable(file) || !Files.isWritable(file.getParent())) {
      throw new StoreException(
          Kind.CANNOT_WRITE,
          "the store " + file + " is read-only: check the permissions of it and its directory",
          null);
    }
    int found = version();
    if (found != schema.number()) {
      if (change == Change.REFUSED) {
        throw schema.refused(file.toString(), found);
      }
      migrate(file);
    }
    return missing ? 0 : found;
  }

  private int version() throws SQLException {
    try (Connection connection = dialect.writer()) {
      StoreHeader header = StoreHeader.read(connection);
      if (header.blank()) {
        return 0;
      }
      header.mustBeReadable(file, schema.number());
      return header.version();
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
