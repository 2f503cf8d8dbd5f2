package conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Keeps secrets out of reports: each text it knows is shown as the name of a shell variable. */
final class Secrets {

  // Longer ones first, so that none hides inside of another.
  private final Map<String, String> names =
      new TreeMap<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  void add(String secret, String name) {
    if (secret.length() >= 8) {
      names.put(secret, "$" + name);
      names.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), "$" + name);
    }
  }

  String hide(String text) {
    String hidden = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      hidden = hidden.replace(name.getKey(), name.getValue());
    }
    return hidden;
  }
}
