package daybook.ingest;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.json.JsonPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices orders that a file holds twice with different contents.
 *
 * <p>It remembers the last {@value #WINDOW} orders, which bounds its memory to a few megabytes;
 * copies that lie further apart go unnoticed, and the later one wins all the same. Two shapes of
 * one order are no repeat: they are there to be merged.
 */
final class Repeats {

  static final int WINDOW = 65_536;

  private final Map<String, Seen> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > WINDOW;
        }
      };

  /** Where an order was, in which shape, and a hash of what it said. */
  private record Seen(JsonPlace place, Shape<BusinessOrder> shape, int hash) {}

  /** Takes an order, and returns where another one of its id and shape was, if it differed. */
  @Nullable JsonPlace add(BusinessOrder order, Shape<BusinessOrder> shape, JsonPlace place) {
    Seen now = new Seen(place, shape, order.hashCode());
    Seen before = seen.put(order.orderId(), now);
    boolean differs = before != null && before.shape().equals(shape) && before.hash() != now.hash();
    return differs ? before.place() : null;
  }
}
