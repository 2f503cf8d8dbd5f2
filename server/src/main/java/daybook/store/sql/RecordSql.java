package daybook.store.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The statements that are the same for all kinds of record but for names.
 *
 * @param put writes a record; nothing is written when a stored one is not the revision before
 * @param find documents by account and ids, which follow
 * @param documents documents of an account by id, after a given one
 * @param stored id, revision, piece keys and sort values by account and ids, which follow
 * @param setKeys changes the piece keys by account and id
 * @param holdings count, first and last of an account
 * @param any one row of an account if there is any
 */
record RecordSql(
    String put,
    String find,
    String documents,
    String stored,
    String setKeys,
    String holdings,
    String any) {

  private static final List<String> KEPT =
      List.of("as_of", "as_of_sequence", "revision", "piece_keys", "document");

  /** Makes the statements of a table. */
  static RecordSql of(RecordTable<?> table) {
    String name = table.table();
    String id = table.idColumn();
    String document = "SELECT " + id + ", document, as_of, as_of_sequence, revision FROM " + name;
    String sort = table.sortColumns().get(0);
    return new RecordSql(
        put(table),
        document + " WHERE account_id = ? AND " + id + " IN ",
        document + " WHERE account_id = ? AND " + id + " > ? ORDER BY " + id + " LIMIT ?",
        "SELECT "
            + (id + ", revision, piece_keys, ")
            + String.join(", ", table.sortColumns())
            + (" FROM " + name + " WHERE account_id = ? AND " + id + " IN "),
        "UPDATE " + name + " SET piece_keys = ? WHERE account_id = ? AND " + id + " = ?",
        "SELECT count(*), min("
            + sort
            + ("), max(" + sort + ") FROM " + name + " WHERE account_id = ?"),
        "SELECT 1 FROM " + name + " WHERE account_id = ? LIMIT 1");
  }

  private static String put(RecordTable<?> table) {
    List<String> columns = new ArrayList<>(table.columns());
    columns.addAll(KEPT);
    return insert(table.table(), List.of("account_id", table.idColumn()), columns)
        + " ON CONFLICT (account_id, "
        + table.idColumn()
        + ") DO UPDATE SET "
        + String.join(", ", columns.stream().map(name -> name + " = EXCLUDED." + name).toList())
        + (" WHERE " + table.table() + ".revision = EXCLUDED.revision - 1");
  }

  /** Returns a statement that inserts one row. */
  static String insert(String table, List<String> key, List<String> columns) {
    List<String> all = new ArrayList<>(key);
    all.addAll(columns);
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", all)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(all.size(), "?"))
        + ")";
  }
}
