package daybook.store.sql.file;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean, and what a person can do about them. */
public final class SqliteFaults {

  private static final int PRIMARY_CODE = 0xff;

  private SqliteFaults() {}

  /**
   * Says in words what went wrong; the error's code decides, never its text.
   *
   * @param what the file it is about, with a noun: "the store /var/daybook.db"
   */
  public static StoreException fault(String what, SQLException e) {
    // A batch of statements wraps the error of the one that failed.
    Throwable error = e instanceof BatchUpdateException batch ? batch.getCause() : e;
    SQLiteErrorCode code =
        error instanceof SQLiteException ours
            ? ours.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    Kind kind = kind(code);
    return new StoreException(kind, what + " " + words(kind, code), e);
  }

  private static Kind kind(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC -> Kind.CANNOT_WRITE;
      case SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_DELETE, SQLITE_IOERR_SHMSIZE -> Kind.CANNOT_WRITE;
      case SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS, SQLITE_IOERR_DATA -> Kind.CORRUPT;
      default -> primaryKind(code.code & PRIMARY_CODE);
    };
  }

  private static Kind primaryKind(int primary) {
    return switch (SQLiteErrorCode.getErrorCode(primary)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Kind.BUSY;
      case SQLITE_FULL, SQLITE_READONLY, SQLITE_PERM -> Kind.CANNOT_WRITE;
      case SQLITE_CORRUPT -> Kind.CORRUPT;
      case SQLITE_NOTADB -> Kind.NOT_OURS;
      case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_NOMEM, SQLITE_INTERRUPT -> Kind.UNAVAILABLE;
      default -> Kind.UNEXPECTED;
    };
  }

  private static String words(Kind kind, SQLiteErrorCode code) {
    String shown = " (" + code.name() + ")";
    return switch (kind) {
      case BUSY -> "is being written by another process; try again when that has finished" + shown;
      case CANNOT_WRITE ->
          "cannot be written: check free space and permissions of its directory" + shown;
      case CORRUPT -> "is damaged: restore it from a backup, or import into a new one" + shown;
      case NOT_OURS -> "is not a SQLite database: name another file" + shown;
      case UNAVAILABLE -> "cannot be reached: check that the disk and the file are there" + shown;
      case UNEXPECTED -> "failed in an unexpected way" + shown;
    };
  }
}
