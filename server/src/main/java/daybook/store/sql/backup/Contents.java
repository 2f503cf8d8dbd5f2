package daybook.store.sql.backup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a store holds at one moment.
 *
 * @param bytes size of its pages
 * @param rows how many rows each table has
 */
public record Contents(long bytes, Map<String, Long> rows) {

  /** Copies the map; tables come by name. */
  public Contents {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
  }

  /** Returns how many rows all tables have. */
  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
