package daybook.store.sql;

import daybook.store.Scan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    Builder sql = new Builder(scan);
    sql.append("SELECT p.body, p.sort_at, p.record_id FROM piece p");
    sql.append(" WHERE p.account_id = ? AND p.view_id = ?", scan.account().value(), view);
    sql.range("p.sort_at", "p.record_id");
    return sql.ordered("p.sort_at, p.record_id");
  }

  /** Writes text and parameters side by side. */
  static final class Builder {

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
