package daybook.operation.reporting2025;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a listing was asked for, name by name, in the canonical text that its page tokens carry.
 *
 * <p>Two requests ask for the same when their conditions are equal, however their parameters were
 * spelled. The text is one {@code name=value} a line; line breaks and backslashes in values are
 * escaped.
 *
 * @param values canonical value by parameter name; a parameter that is not set is left out
 */
record Conditions(Map<String, String> values) {

  /** Copies the map. */
  Conditions {
    values = Map.copyOf(values);
  }

  /** Reads the text written by {@link #text}. */
  static Conditions parse(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              values.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
            });
    return new Conditions(values);
  }

  /** Returns the canonical text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (String name : new TreeSet<>(values.keySet())) {
      text.append(name).append('=').append(escaped(get(name).orElseThrow())).append('\n');
    }
    return text.toString();
  }

  /** Returns the value of a parameter, if it is set. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Names every parameter that another request sets to something else.
   *
   * @param later what the other request asks for
   * @param omissible parameters that it may leave out
   */
  List<String> changes(Conditions later, Set<String> omissible) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.addAll(later.values.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      String before = get(name).orElse("not set");
      String after = later.get(name).orElse("not set");
      boolean omitted = !later.values.containsKey(name) && omissible.contains(name);
      if (!before.equals(after) && !omitted) {
        changes.add(name + " was " + before + ", is " + after);
      }
    }
    return changes;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        char escape = value.charAt(++i);
        c = escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape;
      }
      text.append(c);
    }
    return text.toString();
  }
}
