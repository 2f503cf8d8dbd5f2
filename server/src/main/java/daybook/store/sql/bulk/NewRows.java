package daybook.store.sql.bulk;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one account in one table, which are known not to be there yet.
 *
 * @param table its name
 * @param columns the columns that are filled, account_id first
 * @param rows a value for each column: a whole number, a text, bytes, or null
 */
public record NewRows(
    String table, List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {

  /** Copies the names; the rows are many, and stay the caller's. */
  public NewRows {
    columns = List.copyOf(columns);
  }

  /** Returns the statement that inserts one row. */
  public String insert() {
    return "INSERT INTO "
        + table
        + names()
        + " VALUES ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  /** Returns the statement that takes rows in the binary form of PostgreSQL. */
  public String copy() {
    return "COPY " + table + names() + " FROM STDIN (FORMAT binary)";
  }

  /** Returns a query of the same columns. */
  public String query() {
    return "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE account_id = ?";
  }

  private String names() {
    return " (" + String.join(", ", columns) + ")";
  }
}
