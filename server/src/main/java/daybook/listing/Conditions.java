package daybook.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a listing was asked for, name by name, in the canonical text that its page tokens carry.
 *
 * <p>Two requests ask for the same when their conditions are equal, however their parameters were
 * spelled. The text is one {@code name=value} a line, ascending by name; line breaks and
 * backslashes in values are escaped.
 */
public final class Conditions {

  private final SortedMap<String, String> values;
  private final String text;

  private Conditions(SortedMap<String, String> values, String text) {
    this.values = values;
    this.text = text;
  }

  /** Takes canonical values by parameter name; a parameter that is not set is left out. */
  public static Conditions of(Map<String, String> values) {
    SortedMap<String, String> sorted = new TreeMap<>(values);
    StringBuilder text = new StringBuilder(128);
    sorted.forEach((name, value) -> escape(value, text.append(name).append('=')).append('\n'));
    return new Conditions(sorted, text.toString());
  }

  /** Reads the text written by {@link #text}. */
  public static Conditions parse(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int equals = text.indexOf('=', start);
      values.put(text.substring(start, equals), unescaped(text.substring(equals + 1, end)));
      start = end + 1;
    }
    return new Conditions(values, text);
  }

  /** Returns the canonical text. */
  public String text() {
    return text;
  }

  /** Says whether nothing is set. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns the value of a parameter, if it is set. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Names every parameter that another request sets to something else.
   *
   * @param later what the other request asks for
   * @param omissible parameters that it may leave out
   */
  public List<String> changes(Conditions later, Set<String> omissible) {
    if (equals(later)) {
      return List.of();
    }
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Conditions conditions && text.equals(conditions.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static StringBuilder escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return text;
  }

  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
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
