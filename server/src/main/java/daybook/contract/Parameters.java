package daybook.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decoded parameters of a request, read as leniently as real clients write them.
 *
 * <p>An empty value means "not set". Names nobody knows are ignored. A value that contains {@code
 * ?name=} is split there, because a published example has a second question mark (CONTRACT 2 #11).
 * {@code name[]} and {@code name[0]} count as {@code name}.
 */
public final class Parameters {

  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private final Map<String, String> path;

  /**
   * Takes decoded names and values.
   *
   * @param query query parameters in the order they were sent
   * @param path path parameters by the name in the operation's path template
   */
  public Parameters(Map<String, List<String>> query, Map<String, String> path) {
    query.forEach((name, values) -> values.forEach(value -> add(name, value)));
    this.path = Map.copyOf(path);
  }

  /** Returns the first value that is set, under the first of the names that has one. */
  public Optional<String> first(String... names) {
    for (String name : names) {
      List<String> values = query.get(name);
      if (values != null) {
        return Optional.of(values.get(0));
      }
    }
    return Optional.empty();
  }

  /** Returns all values of a list: comma-separated, repeated, or both. */
  public List<String> list(String name) {
    List<String> items = new ArrayList<>();
    for (String value : query.getOrDefault(name, List.of())) {
      for (String item : value.split(",", -1)) {
        if (!item.isBlank()) {
          items.add(item.strip());
        }
      }
    }
    return items;
  }

  /** Returns a path parameter, decoded; empty if the path has none of that name. */
  public String path(String name) {
    return path.getOrDefault(name, "");
  }

  private void add(String rawName, String rawValue) {
    String name = rawName;
    String value = rawValue;
    int slip;
    while ((slip = slipIn(value)) >= 0) {
      set(name, value.substring(0, slip));
      int equals = value.indexOf('=', slip);
      name = value.substring(slip + 1, equals);
      value = value.substring(equals + 1);
    }
    set(name, value);
  }

  private void set(String rawName, String value) {
    int bracket = rawName.endsWith("]") ? rawName.indexOf('[') : -1;
    String name = bracket > 0 ? rawName.substring(0, bracket) : rawName;
    if (!value.isBlank()) {
      query.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value.strip());
    }
  }

  // Position of a '?' that is followed by a parameter's name and '=', or -1.
  private static int slipIn(String value) {
    int mark = value.indexOf('?');
    while (mark >= 0) {
      int end = mark + 1;
      while (end < value.length() && Character.isLetter(value.charAt(end))) {
        end++;
      }
      if (end > mark + 1 && end < value.length() && value.charAt(end) == '=') {
        return mark;
      }
      mark = value.indexOf('?', mark + 1);
    }
    return -1;
  }
}
