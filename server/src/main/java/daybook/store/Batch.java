package daybook.store;

import daybook.domain.AccountId;
import java.util.List;

/**
 * Changes to the records of one account that become visible and durable together.
 *
 * @param account whose records they are
 * @param orders the orders, each id at most once
 */
public record Batch(AccountId account, List<OrderWrite> orders) {

  /** Copies the list. */
  public Batch {
    orders = List.copyOf(orders);
  }
}
