package daybook.store.sql;

import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Scan;
import daybook.store.sql.session.Millis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one page, made so that the way to it is not left to a planner.
 *
 * @param text the SQL, whose columns are body, sort_at, record_id
 * @param parameters what its question marks stand for
 */
record ScanSql(String text, List<@Nullable Object> parameters) {

  /**
   * Makes the statement for a page of pieces, whatever they are about: a range of {@code piece}.
   */
  static ScanSql plain(Scan scan, int view) {
    Builder sql = new Builder();
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range(scan, "p.sort_at", "p.record_id");
    return sql.ordered(scan, "p.sort_at, p.record_id");
  }

  /** Writes text and parameters side by side. */
  static final class Builder {

    private final StringBuilder text = new StringBuilder(256);
    private final List<@Nullable Object> parameters = new ArrayList<>();

    boolean isEmpty() {
      return text.isEmpty();
    }

    void append(String sql, Object... values) {
      text.append(sql);
      Collections.addAll(parameters, values);
    }

    /** Bounds the page: after the last row of the page before, or from the beginning. */
    void range(Scan scan, String sortAt, String id) {
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

    ScanSql ordered(Scan scan, String columns) {
      // One row more than asked for tells whether the page is the last one.
      append(" ORDER BY " + columns + " LIMIT ?", scan.limit() + 1L);
      return done();
    }

    /** Adds what must hold, each column under the name that is given for it. */
    void conditions(Wanted wanted, Function<Column, String> names) {
      wanted
          .values()
          .forEach(
              (column, values) -> {
                String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
                append(" AND " + names.apply(column) + " IN (" + marks + ")", values.toArray());
              });
      for (Filter.Between range : wanted.ranges()) {
        String name = names.apply(range.column());
        if (range.from() != null) {
          append(" AND " + name + " >= ?", Millis.ceiling(range.from()));
        }
        if (range.to() != null) {
          append(" AND " + name + " <= ?", Millis.floor(range.to()));
        }
      }
    }

    /**
     * Adds the rows of an account that match the filters of one column, as table "o". Values are
     * joined rather than listed: a planner that sees a long list prefers to read everything.
     */
    void from(RecordTable<?> table, String account, Wanted alone) {
      for (Map.Entry<Column, Set<String>> filter : alone.values().entrySet()) {
        String marks = String.join(", ", Collections.nCopies(filter.getValue().size(), "(?)"));
        append(" FROM (VALUES " + marks + ") w", filter.getValue().toArray());
        append(" CROSS JOIN " + table.table() + " o WHERE o.account_id = ?", account);
        append(" AND o." + table.column(filter.getKey()) + " = w.column1");
        return;
      }
      append(" FROM " + table.table() + " o WHERE o.account_id = ?", account);
      conditions(alone, column -> "o." + table.column(column));
    }

    ScanSql done() {
      return new ScanSql(text.toString(), parameters);
    }
  }
}
