package daybook.store.sql;

import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the statement of a page of those pieces whose records match.
 *
 * <p>One index of the record's table begins with the columns filtered by and goes on in the order
 * of the page; each wanted value (or combination of values) is one range of it, and the ranges are
 * merged. That order is the page's only if the view is sorted by a column of the index; otherwise,
 * and for a great many values, the pieces are read in their order and those that don't match passed
 * over.
 */
final class FilteredSql {

  private static final int MOST_RANGES = 16;

  private final RecordTable<?> table;
  private final Scan scan;
  private final int view;
  private final Wanted wanted;

  FilteredSql(RecordTable<?> table, Scan scan, int view, Wanted wanted) {
    this.table = table;
    this.scan = scan;
    this.view = view;
    this.wanted = wanted;
  }

  /** Makes the statement for a view that is sorted by a column of the record's table. */
  ScanSql inOrderOf(String sortColumn) {
    for (List<Column> leading : table.indexed()) {
      if (wanted.values().keySet().containsAll(leading)) {
        List<Map<Column, String>> ranges = combinations(leading);
        return ranges.size() <= MOST_RANGES ? merged(sortColumn, ranges) : passedOver();
      }
    }
    return passedOver();
  }

  private ScanSql merged(String sortColumn, List<Map<Column, String>> ranges) {
    ScanSql.Builder sql = new ScanSql.Builder(scan);
    String sortAt = "o." + sortColumn;
    String id = "o." + table.idColumn();
    for (Map<Column, String> range : ranges) {
      if (!sql.isEmpty()) {
        sql.append(" UNION ALL ");
      }
      // CROSS JOIN: SQLite keeps the order of the tables as written.
      sql.append("SELECT p.body, " + sortAt + " AS sort_at, " + id + " AS record_id");
      sql.append(" FROM " + table.table() + " o CROSS JOIN piece p");
      sql.append(" WHERE o.account_id = ?", scan.account().value());
      range.forEach((column, value) -> sql.append(" AND " + name(column) + " = ?", value));
      conditions(sql, range.keySet());
      sql.range(sortAt, id);
      sql.append(" AND p.account_id = o.account_id AND p.view_id = ?", view);
      sql.append(" AND p.sort_at = " + sortAt + " AND p.record_id = " + id);
    }
    return sql.ordered(ranges.size() == 1 ? sortAt + ", " + id : "sort_at, record_id");
  }

  /** Makes the statement for a view in another order than that of the indexes. */
  ScanSql passedOver() {
    ScanSql.Builder sql = new ScanSql.Builder(scan);
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" CROSS JOIN " + table.table() + " o");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range("p.sort_at", "p.record_id");
    sql.append(" AND o.account_id = p.account_id AND o." + table.idColumn() + " = p.record_id");
    conditions(sql, Set.of());
    return sql.ordered("p.sort_at, p.record_id");
  }

  private void conditions(ScanSql.Builder sql, Set<Column> done) {
    wanted
        .values()
        .forEach(
            (column, values) -> {
              if (!done.contains(column)) {
                in(sql, column, values);
              }
            });
    for (Filter.Between range : wanted.ranges()) {
      if (range.from() != null) {
        sql.append(" AND " + name(range.column()) + " >= ?", Millis.ceiling(range.from()));
      }
      if (range.to() != null) {
        sql.append(" AND " + name(range.column()) + " <= ?", Millis.floor(range.to()));
      }
    }
  }

  private void in(ScanSql.Builder sql, Column column, Collection<String> values) {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    sql.append(" AND " + name(column) + " IN (" + marks + ")", values.toArray());
  }

  private String name(Column column) {
    return "o." + table.column(column);
  }

  private List<Map<Column, String>> combinations(List<Column> columns) {
    List<Map<Column, String>> made = List.of(Map.of());
    for (Column column : columns) {
      List<Map<Column, String>> longer = new ArrayList<>();
      for (Map<Column, String> one : made) {
        for (String value : wanted.values().getOrDefault(column, Set.of())) {
          Map<Column, String> next = new EnumMap<>(Column.class);
          next.putAll(one);
          next.put(column, value);
          longer.add(next);
        }
      }
      made = longer;
    }
    return made;
  }
}
