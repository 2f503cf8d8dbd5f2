package daybook.store.sql;

import daybook.store.Column;
import daybook.store.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one page, made so that the way to it is not left to a planner.
 *
 * <p>Without filters the page is a range of {@code piece}. With filters, one index of {@code
 * business_order} begins with the columns filtered by and goes on in the order of the page; each
 * wanted value (or pair of values) is one range of it, and the ranges are merged. That order is the
 * page's only if the view is sorted by order date; otherwise, and for a great many values, the
 * pieces are read in their order and those that don't match passed over.
 *
 * @param text the SQL, whose columns are body, sort_at, record_id
 * @param parameters what its question marks stand for
 */
record ScanSql(String text, List<@Nullable Object> parameters) {

  private static final int MOST_RANGES = 16;

  /** Columns that an index begins with, the most selective first. */
  private static final List<List<Column>> INDEXED =
      List.of(
          List.of(Column.PURCHASE_ORDER_NUMBER),
          List.of(Column.REGION, Column.ORDER_STATUS),
          List.of(Column.ORDER_STATUS),
          List.of(Column.REGION));

  /** Returns the values each column may have; no values at all where two filters exclude it. */
  static Map<Column, Set<String>> wanted(Scan scan) {
    Map<Column, Set<String>> wanted = new EnumMap<>(Column.class);
    scan.filters()
        .forEach(
            filter ->
                wanted.merge(
                    filter.column(),
                    new TreeSet<>(filter.values()),
                    (one, other) -> {
                      one.retainAll(other);
                      return one;
                    }));
    return wanted;
  }

  /** Makes the statement for a page of pieces, whatever they are about. */
  static ScanSql plain(Scan scan, int view) {
    Builder sql = new Builder(scan);
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range("p.sort_at", "p.record_id");
    return sql.ordered("p.sort_at, p.record_id");
  }

  /** Makes the statement for a page of pieces of orders that match. */
  static ScanSql filtered(
      Scan scan, int view, Map<Column, Set<String>> wanted, boolean byOrderDate) {
    List<Column> leading =
        INDEXED.stream().filter(wanted.keySet()::containsAll).findFirst().orElseThrow();
    List<Map<Column, String>> ranges = combinations(leading, wanted);
    return byOrderDate && ranges.size() <= MOST_RANGES
        ? merged(scan, view, wanted, ranges)
        : passedOver(scan, view, wanted);
  }

  private static ScanSql merged(
      Scan scan, int view, Map<Column, Set<String>> wanted, List<Map<Column, String>> ranges) {
    Builder sql = new Builder(scan);
    for (Map<Column, String> range : ranges) {
      if (!sql.isEmpty()) {
        sql.append(" UNION ALL ");
      }
      // CROSS JOIN: SQLite keeps the order of the tables as written.
      sql.append("SELECT p.body, o.order_date AS sort_at, o.order_id AS record_id");
      sql.append(" FROM business_order o CROSS JOIN piece p");
      sql.append(" WHERE o.account_id = ?", scan.account().value());
      range.forEach((column, value) -> sql.append(" AND " + name(column) + " = ?", value));
      wanted.forEach(
          (column, values) -> {
            if (!range.containsKey(column)) {
              sql.in(column, values);
            }
          });
      sql.range("o.order_date", "o.order_id");
      sql.append(" AND p.account_id = o.account_id AND p.view_id = ?", view);
      sql.append(" AND p.sort_at = o.order_date AND p.record_id = o.order_id");
    }
    return sql.ordered(ranges.size() == 1 ? "o.order_date, o.order_id" : "sort_at, record_id");
  }

  private static ScanSql passedOver(Scan scan, int view, Map<Column, Set<String>> wanted) {
    Builder sql = new Builder(scan);
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" CROSS JOIN business_order o");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range("p.sort_at", "p.record_id");
    sql.append(" AND o.account_id = p.account_id AND o.order_id = p.record_id");
    wanted.forEach(sql::in);
    return sql.ordered("p.sort_at, p.record_id");
  }

  private static List<Map<Column, String>> combinations(
      List<Column> columns, Map<Column, Set<String>> wanted) {
    List<Map<Column, String>> made = List.of(Map.of());
    for (Column column : columns) {
      List<Map<Column, String>> longer = new ArrayList<>();
      for (Map<Column, String> one : made) {
        for (String value : wanted.getOrDefault(column, Set.of())) {
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

  private static String name(Column column) {
    return switch (column) {
      case REGION -> "o.region";
      case ORDER_STATUS -> "o.order_status";
      case PURCHASE_ORDER_NUMBER -> "o.purchase_order_number";
    };
  }

  /** Writes text and parameters side by side. */
  private static final class Builder {

    private final Scan scan;
    private final StringBuilder text = new StringBuilder(256);
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Builder(Scan scan) {
      this.scan = scan;
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    void append(String sql, Object... values) {
      text.append(sql);
      Collections.addAll(parameters, values);
    }

    void in(Column column, Collection<String> values) {
      String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
      append(" AND " + name(column) + " IN (" + marks + ")", values.toArray());
    }

    /** Bounds the page: after the last row of the page before, or from the beginning. */
    void range(String sortAt, String id) {
      long from = Millis.ceiling(scan.from());
      var after = scan.after();
      if (after == null || Millis.floor(after.sortInstant()) < from) {
        append(" AND " + sortAt + " >= ?", from);
      } else {
        append(
            " AND (" + sortAt + ", " + id + ") > (?, ?)",
            Millis.floor(after.sortInstant()),
            after.id());
      }
      append(" AND " + sortAt + " <= ?", Millis.floor(scan.to()));
    }

    ScanSql ordered(String columns) {
      // One row more than asked for tells whether the page is the last one.
      append(" ORDER BY " + columns + " LIMIT ?", scan.limit() + 1L);
      return new ScanSql(text.toString(), parameters);
    }
  }
}
