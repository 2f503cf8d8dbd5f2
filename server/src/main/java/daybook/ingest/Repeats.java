package daybook.ingest;

import daybook.contract.Shape;
import daybook.json.JsonPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices records that a file holds twice with different contents.
 *
 * <p>It remembers the last {@value #WINDOW} records, which bounds its memory to a few megabytes;
 * copies that lie further apart go unnoticed, and the later one wins all the same. Two shapes of
 * one record are no repeat: they are there to be merged.
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

  /** Where a record was, in which shape, and a hash of what it said. */
  private record Seen(JsonPlace place, Shape<?> shape, int hash) {}

  /** Takes a record, and returns where another one of its id and shape was, if it differed. */
  @Nullable JsonPlace add(String id, Object row, Shape<?> shape, JsonPlace place) {
    Seen now = new Seen(place, shape, row.hashCode());
    Seen before = seen.put(shape.name() + " " + id, now);
    return before != null && before.hash() != now.hash() ? before.place() : null;
  }
}
