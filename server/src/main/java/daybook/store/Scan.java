package daybook.store;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of a view.
 *
 * @param account whose records
 * @param view which pieces
 * @param from UTC, inclusive
 * @param to UTC, inclusive
 * @param after the last row of the page before; null for the first page
 * @param limit most rows of the page
 * @param filters all must hold
 * @param parts further views of the same records, whose pieces follow that of the first
 */
public record Scan(
    AccountId account,
    ViewId view,
    Instant from,
    Instant to,
    @Nullable Position after,
    int limit,
    List<Filter> filters,
    List<ViewId> parts) {

  /** Copies the lists. */
  public Scan {
    filters = List.copyOf(filters);
    parts = List.copyOf(parts);
  }

  /** Asks for one page of one piece a record. */
  public Scan(
      AccountId account,
      ViewId view,
      Instant from,
      Instant to,
      @Nullable Position after,
      int limit,
      List<Filter> filters) {
    this(account, view, from, to, after, limit, filters, List.of());
  }
}
