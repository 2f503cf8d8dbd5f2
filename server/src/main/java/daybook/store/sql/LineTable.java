package daybook.store.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of the rows that belong to records of one kind, such as the lines of an order. Its key
 * is the account, the first sort column of the record's table, the record, and a number.
 *
 * @param name its name
 * @param key its primary key
 * @param columns its other columns
 */
record LineTable(String name, List<String> key, List<String> columns) {

  /** Copies the lists. */
  LineTable {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** Returns all columns, the key first. */
  List<String> all() {
    List<String> all = new ArrayList<>(key);
    all.addAll(columns);
    return all;
  }

  /** Returns the statement that writes a row. */
  String put() {
    return RecordSql.insert(name, key, columns);
  }

  /** Returns the statement that drops the rows of a record, by all of the key but the number. */
  String drop() {
    List<String> record = key.subList(0, key.size() - 1);
    return "DELETE FROM " + name + " WHERE " + String.join(" = ? AND ", record) + " = ?";
  }
}
