package daybook.store.sql;

import daybook.store.Column;
import daybook.store.Scan;
import daybook.store.sql.session.Dialect;
import java.util.ArrayList;
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
  private final Dialect dialect;

  FilteredSql(RecordTable<?> table, Scan scan, int view, Wanted wanted, Dialect dialect) {
    this.table = table;
    this.scan = scan;
    this.view = view;
    this.wanted = wanted;
    this.dialect = dialect;
  }

  /** Says whether, in the order of an index, every row that is read is one of the page. */
  boolean isCovered() {
    for (List<Column> leading : table.indexed()) {
      if (wanted.values().keySet().containsAll(leading)) {
        return wanted.without(Set.copyOf(leading)).isEverything()
            && combinations(leading).size() <= MOST_RANGES;
      }
    }
    return false;
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
    ScanSql.Builder sql = new ScanSql.Builder();
    String sortAt = "o." + sortColumn;
    String id = "o." + table.idColumn();
    boolean eachOrdered = ranges.size() > 1 && !dialect.mergesRanges();
    for (Map<Column, String> range : ranges) {
      if (!sql.isEmpty()) {
        sql.append(" UNION ALL ");
      }
      if (eachOrdered) {
        sql.append("SELECT * FROM (");
      }
      // CROSS JOIN: SQLite keeps the order of the tables as written.
      sql.append("SELECT p.body, " + sortAt + " AS sort_at, " + id + " AS record_id");
      sql.append(" FROM " + table.table() + " o CROSS JOIN piece p");
      sql.append(" WHERE o.account_id = ?", scan.account().value());
      range.forEach((column, value) -> sql.append(" AND " + name(column) + " = ?", value));
      sql.conditions(wanted.without(range.keySet()), this::name);
      sql.range(scan, sortAt, id);
      sql.append(" AND p.account_id = o.account_id AND p.view_id = ?", view);
      sql.append(" AND p.sort_at = " + sortAt + " AND p.record_id = " + id);
      if (eachOrdered) {
        sql.append(" ORDER BY sort_at, record_id LIMIT ?) one", scan.limit() + 1L);
      }
    }
    return sql.ordered(scan, ranges.size() == 1 ? sortAt + ", " + id : "sort_at, record_id");
  }

  /**
   * Makes the statement for few rows, found by the index of one column: they are sorted before the
   * pieces of the page are looked up, so that no other piece is touched.
   */
  ScanSql gathered(String sortColumn, Column leading) {
    // Behind an expression a column is no temptation to use another index.
    String sortAt = "(o." + sortColumn + " + 0)";
    String id = "o." + table.idColumn();
    ScanSql.Builder sql = new ScanSql.Builder();
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM (");
    sql.append("SELECT " + sortAt + " AS sort_at, " + id + " AS record_id");
    sql.from(table, scan.account().value(), wanted.only(leading));
    sql.conditions(
        wanted.without(Set.of(leading)), column -> "coalesce(" + name(column) + ", NULL)");
    sql.range(scan, sortAt, id);
    sql.append(" ORDER BY sort_at, record_id LIMIT ?", scan.limit() + 1L);
    sql.append(") g CROSS JOIN piece p");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.append(" AND p.sort_at = g.sort_at AND p.record_id = g.record_id");
    return sql.ordered(scan, "p.sort_at, p.record_id");
  }

  /** Makes the statement for a view in another order than that of the indexes. */
  ScanSql passedOver() {
    ScanSql.Builder sql = new ScanSql.Builder();
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range(scan, "p.sort_at", "p.record_id");
    // Asked of each piece in turn. A join leaves it to the planner where to begin, and one that
    // knows nothing of the tables yet begins with all records.
    sql.append(" AND (SELECT 1 = 1");
    sql.conditions(wanted, this::name);
    sql.append(" FROM " + table.table() + " o WHERE o.account_id = p.account_id");
    sql.append(" AND o." + table.idColumn() + " = p.record_id)");
    return sql.ordered(scan, "p.sort_at, p.record_id");
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
