package daybook.store.sql.file;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the header of a SQLite file says of whose it is.
 *
 * @param owner id of the program that made it, 0 for none
 * @param version number of the newest file that made its tables
 * @param blank whether there is nothing in it
 */
public record StoreHeader(int owner, int version, boolean blank) {

  /** Marks a file as ours: "Dayb" in ASCII. */
  public static final int APPLICATION_ID = 0x44617962;

  /** Reads the header of the file that is open. */
  public static StoreHeader read(Connection connection) throws SQLException {
    int owner = number(connection, "PRAGMA application_id");
    int version = number(connection, "PRAGMA user_version");
    boolean blank = owner == 0 && version == 0 && number(connection, "PRAGMA schema_version") == 0;
    return new StoreHeader(owner, version, blank);
  }

  /**
   * Sees that the file is a store that a program can read.
   *
   * @param newest number of the newest tables that the program knows
   * @throws StoreException if it is of another program, or of a newer one
   */
  public void mustBeReadable(Path file, int newest) {
    if (owner != APPLICATION_ID) {
      throw new StoreException(
          Kind.NOT_OURS,
          file + " is a database of another program, not a Daybook store: name another file",
          null);
    }
    if (version > newest) {
      throw new StoreException(
          Kind.NOT_OURS,
          String.format(
              "the store %s was written by a newer Daybook (its tables have version %d, this"
                  + " program knows %d): use that one",
              file, version, newest),
          null);
    }
  }

  /** Returns the number that a pragma answers with. */
  public static int number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      row.next();
      return row.getInt(1);
    }
  }
}
