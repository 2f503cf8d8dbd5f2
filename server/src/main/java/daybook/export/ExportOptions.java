package daybook.export;

import daybook.domain.AccountId;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is exported, and how it is laid out.
 *
 * @param account whose orders
 * @param from UTC, inclusive, by the date of the order; null for the first
 * @param to UTC, inclusive, by the date of the order; null for the last
 * @param regions only orders of these; empty for all
 * @param statuses only orders in these states; empty for all
 * @param layout how they are laid out
 * @param gzip whether they are packed
 */
public record ExportOptions(
    AccountId account,
    @Nullable Instant from,
    @Nullable Instant to,
    Set<Region> regions,
    Set<OrderStatus> statuses,
    ExportLayout layout,
    boolean gzip) {

  /** Copies the sets. */
  public ExportOptions {
    regions = Set.copyOf(regions);
    statuses = Set.copyOf(statuses);
  }

  /** Returns options that export all orders of an account, unpacked. */
  public static ExportOptions all(AccountId account, ExportLayout layout) {
    return new ExportOptions(account, null, null, Set.of(), Set.of(), layout, false);
  }
}
