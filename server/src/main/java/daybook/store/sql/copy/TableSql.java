package daybook.store.sql.copy;

import daybook.store.sql.session.Session;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The statements that copy one table.
 *
 * @param table the table
 * @param columns all its columns, in the order of the source
 * @param first the first rows by key
 * @param next the rows after a key
 * @param delete deletes a row
 * @param upsert writes a row, whether it is there or not; in tables of no account
 */
record TableSql(
    CopiedTable table,
    List<String> columns,
    String first,
    String next,
    String delete,
    String upsert) {

  private static final String ACCOUNT = "account_id = ?";

  /** Copies the list. */
  TableSql {
    columns = List.copyOf(columns);
  }

  /** Makes the statements of a table, which is looked at. */
  static TableSql of(CopiedTable table, Session session) throws SQLException {
    String all = "SELECT * FROM " + table.name() + (table.ofAccounts() ? " WHERE " + ACCOUNT : "");
    ResultSetMetaData found = session.described(all);
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= found.getColumnCount(); column++) {
      columns.add(found.getColumnName(column).toLowerCase(Locale.ROOT));
    }
    return of(table, columns);
  }

  private static TableSql of(CopiedTable table, List<String> columns) {
    String select = "SELECT " + String.join(", ", columns) + " FROM " + table.name();
    String key = String.join(", ", table.key());
    String marks = marks(table.key().size());
    String order = " ORDER BY " + key + " LIMIT ?";
    String after = "(" + key + ") > (" + marks + ")";
    return new TableSql(
        table,
        columns,
        select + (table.ofAccounts() ? " WHERE " + ACCOUNT : "") + order,
        select + " WHERE " + (table.ofAccounts() ? ACCOUNT + " AND " : "") + after + order,
        "DELETE FROM "
            + table.name()
            + " WHERE "
            + (table.ofAccounts() ? ACCOUNT + " AND " : "")
            + (String.join(" = ? AND ", table.key()) + " = ?"),
        "INSERT INTO "
            + table.name()
            + (" (" + String.join(", ", columns) + ") VALUES (" + marks(columns.size()))
            + (") ON CONFLICT (" + key + ") DO UPDATE SET ")
            + String.join(", ", changed(table, columns)));
  }

  // Whose a row is, and what tells it apart, never changes.
  private static List<String> changed(CopiedTable table, List<String> columns) {
    return columns.stream()
        .filter(name -> !table.key().contains(name) && !name.equals("account_id"))
        .map(name -> name + " = EXCLUDED." + name)
        .toList();
  }

  private static String marks(int number) {
    return String.join(", ", Collections.nCopies(number, "?"));
  }

  /** Returns where in a row its key stands. */
  List<Integer> keyAt() {
    return table.key().stream().map(columns::indexOf).toList();
  }
}
