package daybook.store.sql.copy;

import daybook.store.sql.session.Session.Readers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, of one account where it is a table of accounts, in the order of their key.
 *
 * <p>They are read a page at a time, each a short statement by itself, of about so many rows as
 * make a megabyte.
 */
final class RowPages {

  private static final long PAGE_BYTES = 1_000_000;
  private static final int FIRST_PAGE = 100;
  private static final int MOST_ROWS = 2_000;

  private final Readers readers;
  private final TableSql sql;
  private final @Nullable String account;
  private final Predicate<Row> wanted;
  private final Deque<Row> page = new ArrayDeque<>();
  private int limit = FIRST_PAGE;
  private @Nullable Row last;
  private boolean ended;

  RowPages(Readers readers, TableSql sql, @Nullable String account) {
    this(readers, sql, account, row -> true);
  }

  /** Passes over rows that are not wanted. */
  RowPages(Readers readers, TableSql sql, @Nullable String account, Predicate<Row> wanted) {
    this.readers = readers;
    this.sql = sql;
    this.account = account;
    this.wanted = wanted;
  }

  /** Returns the next row, null after the last one. */
  @Nullable Row next() {
    Row row = nextOfAll();
    while (row != null && !wanted.test(row)) {
      row = nextOfAll();
    }
    return row;
  }

  private @Nullable Row nextOfAll() {
    if (page.isEmpty() && !ended) {
      read();
    }
    return page.poll();
  }

  private void read() {
    List<@Nullable Object> parameters = new ArrayList<>();
    if (account != null) {
      parameters.add(account);
    }
    Row before = last;
    if (before != null) {
      parameters.addAll(before.key());
    }
    int most = limit;
    parameters.add(most);
    List<Integer> keyAt = sql.keyAt();
    List<Row> rows =
        readers.read(
            session ->
                session.all(
                    found -> Row.read(found, sql.columns().size(), keyAt),
                    before == null ? sql.first() : sql.next(),
                    parameters));
    page.addAll(rows);
    ended = rows.size() < most;
    if (!rows.isEmpty()) {
      last = rows.get(rows.size() - 1);
      long bytes = rows.stream().mapToLong(row -> row.canonical().length).sum();
      limit = (int) Math.max(1, Math.min(MOST_ROWS, rows.size() * PAGE_BYTES / Math.max(1, bytes)));
    }
  }
}
