package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A row of the table of fields: what holds for one member of one kind of object.
 *
 * @param name name of the member
 * @param presence whether it is there
 * @param type its type and spelling
 */
record FieldRule(String name, Presence presence, ValueType type) {

  /** Whether a member is there. */
  enum Presence {
    /** In every object, and never null. */
    ALWAYS("always there and not null"),
    /** In every object, null where nothing is known. */
    NULLABLE("always there, null where there is none"),
    /** In every object, and always null. */
    NULL("always null"),
    /** Left out where nothing is known, never null. */
    OPTIONAL("left out where there is none, never null");

    private final String promise;

    Presence(String promise) {
      this.promise = promise;
    }
  }

  /** Returns what the row promises. */
  String promise() {
    return presence == Presence.NULL ? presence.promise : type.text() + ", " + presence.promise;
  }

  /** Checks all objects. */
  void check(List<JsonNode> objects) {
    if (objects.isEmpty()) {
      throw new NotApplicable("no such data: no object that could have it");
    }
    int values = 0;
    for (JsonNode object : objects) {
      JsonNode value = object.path(name);
      if (value.isMissingNode()) {
        require(presence == Presence.OPTIONAL, object);
      } else if (value.isNull()) {
        require(presence == Presence.NULLABLE || presence == Presence.NULL, object);
      } else {
        require(presence != Presence.NULL && type.test().test(value), object);
        values++;
      }
    }
    if (values == 0 && presence != Presence.NULL) {
      throw new NotApplicable("no such data: none of " + objects.size() + " objects has a value");
    }
  }

  private void require(boolean holds, JsonNode object) {
    if (!holds) {
      String text = object.toString();
      throw new Mismatch(
          name + ": " + promise(), text.length() > 1_000 ? text.substring(0, 1_000) + "..." : text);
    }
  }
}
