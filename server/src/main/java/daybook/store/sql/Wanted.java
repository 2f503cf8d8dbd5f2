package daybook.store.sql;

import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Scan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the filters of a scan come to.
 *
 * @param values the values each column may have; none at all where two filters exclude each other
 * @param ranges the ranges that columns of instants must lie in
 */
record Wanted(Map<Column, Set<String>> values, List<Filter.Between> ranges) {

  /** Joins the filters of a scan. */
  static Wanted of(Scan scan) {
    Map<Column, Set<String>> values = new EnumMap<>(Column.class);
    List<Filter.Between> ranges = new ArrayList<>();
    for (Filter filter : scan.filters()) {
      if (filter instanceof Filter.OneOf oneOf) {
        values.merge(
            oneOf.column(),
            new TreeSet<>(oneOf.values()),
            (one, other) -> {
              one.retainAll(other);
              return one;
            });
      } else if (filter instanceof Filter.Between between) {
        ranges.add(between);
      }
    }
    return new Wanted(values, ranges);
  }

  /** Says whether no row can match. */
  boolean isNothing() {
    return values.containsValue(Set.of());
  }

  /** Says whether all rows match. */
  boolean isEverything() {
    return values.isEmpty() && ranges.isEmpty();
  }
}
