package daybook.ingest;

import daybook.contract.View;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.Region;
import daybook.store.Batch;
import daybook.store.OrderWrite;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what sources show of orders: merged with what is stored, rendered for every view, and
 * whole or not at all.
 *
 * <p>May be used by several threads, and beside other processes that write to the same store.
 */
public final class OrderWriter {

  /** Each lost race means that somebody else got on, so this many in a row are no bad luck. */
  private static final int MAX_ATTEMPTS = 100;

  private final Store store;
  private final List<View<BusinessOrder>> views;

  /** Makes one that renders all of the given views, and tells a store without records of them. */
  public OrderWriter(Store store, List<View<BusinessOrder>> views) {
    this.store = store;
    this.views = List.copyOf(views);
    // Once there is a record it is too late: every view not asked for before counts as incomplete.
    store.views().complete(views.stream().map(View::id).toList());
  }

  /** Writes one batch, in which an id may occur more than once. */
  public Tally write(AccountId account, List<Observed> batch) {
    return write(account, batch, null);
  }

  /**
   * Writes one batch, in which an id may occur more than once.
   *
   * @param fallback region of those orders of which no source has shown one
   */
  public Tally write(AccountId account, List<Observed> batch, @Nullable Region fallback) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Tally tally = attempt(account, batch, fallback);
      if (tally != null) {
        return tally;
      }
    }
    throw new StoreException(
        StoreException.Kind.BUSY, "others keep changing the same orders; try again later", null);
  }

  // Null if an order was changed by somebody else after it was read here.
  private @Nullable Tally attempt(
      AccountId account, List<Observed> batch, @Nullable Region fallback) {
    Map<String, Merging> orders = stored(account, batch);
    Tally tally = Tally.NONE;
    for (Observed observed : batch) {
      Merging merging = orders.computeIfAbsent(observed.order().orderId(), unseen -> new Merging());
      tally = tally.plus(merging.add(observed, fallback));
    }
    List<OrderWrite> writes = new ArrayList<>(orders.size());
    for (Merging merging : orders.values()) {
      OrderWrite write = merging.write(views);
      if (write != null) {
        writes.add(write);
      }
    }
    boolean written = writes.isEmpty() || store.orders().write(new Batch(account, writes));
    return written ? tally : null;
  }

  private Map<String, Merging> stored(AccountId account, List<Observed> batch) {
    Set<String> ids = new LinkedHashSet<>();
    batch.forEach(observed -> ids.add(observed.order().orderId()));
    Map<String, Merging> orders = new LinkedHashMap<>();
    for (StoredDocument stored : store.orders().find(account, ids).values()) {
      orders.put(stored.id(), new Merging(stored));
    }
    return orders;
  }
}
