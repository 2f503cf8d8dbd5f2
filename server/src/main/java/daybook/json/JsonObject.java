package daybook.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was read, which names the faulty member when something is not as expected.
 *
 * <p>Methods that start with "opt" return null for a member that is absent or null; all others
 * throw {@link JsonProblem} then. Every method throws it when a member has the wrong type.
 */
public final class JsonObject {

  private final ObjectNode node;
  private final String path;

  JsonObject(ObjectNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** Says whether the member is there, even if it is null. */
  public boolean has(String name) {
    return node.has(name);
  }

  /** Says whether the member is an object. */
  public boolean isObject(String name) {
    return node.get(name) instanceof ObjectNode;
  }

  /** Says whether the member is a string. */
  public boolean isText(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isTextual();
  }

  /** Says whether the member is an array. */
  public boolean isArray(String name) {
    return node.get(name) instanceof ArrayNode;
  }

  /** Returns the names of the members, in their original order. */
  public List<String> names() {
    List<String> names = new ArrayList<>(node.size());
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Returns a string that must be there and not be empty. */
  public String text(String name) {
    String value = optText(name);
    if (value == null || value.isEmpty()) {
      throw problem(name, value == null ? "is missing" : "is empty");
    }
    return value;
  }

  /** Returns a string. */
  public @Nullable String optText(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrongType(name, "a string", value);
    }
    return value.textValue();
  }

  /** Returns a string, or the digits of a number that was written without quotes. */
  public @Nullable String optScalar(String name) {
    JsonNode value = member(name);
    return value != null && value.isNumber() ? value.decimalValue().toString() : optText(name);
  }

  /** Returns a decimal that was written as a number or as a string, its scale kept. */
  public BigDecimal decimal(String name) {
    JsonNode value = member(name);
    if (value == null) {
      throw problem(name, "is missing");
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    if (!value.isTextual()) {
      throw wrongType(name, "a number", value);
    }
    String text = value.textValue().strip();
    // A bound before parsing: BigDecimal takes quadratic time on very long digits.
    if (text.length() > 40) {
      throw problem(name, "is too long for an amount");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw problem(name, "expected a number, found '" + Excerpt.of(text) + "'");
    }
  }

  /** Returns a decimal that was written as a number or as a string, its scale kept. */
  public @Nullable BigDecimal optDecimal(String name) {
    return member(name) == null ? null : decimal(name);
  }

  /** Returns a whole number within 32 bits. */
  public @Nullable Integer optInt(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrongType(name, "a whole number", value);
    }
    return value.intValue();
  }

  /** Returns a whole number within 32 bits that must be there. */
  public int integer(String name) {
    Integer value = optInt(name);
    if (value == null) {
      throw problem(name, "is missing");
    }
    return value;
  }

  /** Returns a boolean. */
  public @Nullable Boolean optBoolean(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrongType(name, "true or false", value);
    }
    return value.booleanValue();
  }

  /** Returns an object that must be there. */
  public JsonObject object(String name) {
    JsonObject value = optObject(name);
    if (value == null) {
      throw problem(name, "is missing");
    }
    return value;
  }

  /** Returns an object. */
  public @Nullable JsonObject optObject(String name) {
    JsonNode value = member(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ObjectNode object)) {
      throw wrongType(name, "an object", value);
    }
    return new JsonObject(object, at(name));
  }

  /** Returns an array of objects. */
  public @Nullable List<JsonObject> optObjects(String name) {
    JsonNode value = optArray(name);
    if (value == null) {
      return null;
    }
    List<JsonObject> objects = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      String elementName = name + "[" + objects.size() + "]";
      if (!(element instanceof ObjectNode object)) {
        throw wrongType(elementName, "an object", element);
      }
      objects.add(new JsonObject(object, at(elementName)));
    }
    return objects;
  }

  /** Returns an array of strings. */
  public @Nullable List<String> optTexts(String name) {
    JsonNode value = optArray(name);
    if (value == null) {
      return null;
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw wrongType(name + "[" + texts.size() + "]", "a string", element);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Returns what a member holds as texts: a string, number or boolean, or an array of these. */
  public List<String> scalars(String name) {
    JsonNode value = member(name);
    List<String> texts = new ArrayList<>();
    for (JsonNode one :
        value == null ? List.<JsonNode>of() : isArray(name) ? value : List.of(value)) {
      if (!one.isValueNode() || one.isNull()) {
        throw wrongType(name, "a string, number or boolean, or an array of these", one);
      }
      texts.add(one.asText());
    }
    return texts;
  }

  /** Returns an object as a map of strings, in its original order; null values become "". */
  public @Nullable Map<String, String> optTextMap(String name) {
    JsonObject object = optObject(name);
    if (object == null) {
      return null;
    }
    Map<String, String> map = new LinkedHashMap<>();
    object
        .node
        .fieldNames()
        .forEachRemaining(
            key -> {
              String value = object.optText(key);
              map.put(key, value == null ? "" : value);
            });
    return map;
  }

  /** Returns a problem with a member, for a rule that only the caller knows. */
  public JsonProblem problem(String name, String reason) {
    return new JsonProblem(at(name), reason);
  }

  private @Nullable JsonNode optArray(String name) {
    JsonNode value = member(name);
    if (value != null && !value.isArray()) {
      throw wrongType(name, "an array", value);
    }
    return value;
  }

  private @Nullable JsonNode member(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private JsonProblem wrongType(String name, String expected, JsonNode found) {
    return problem(name, "expected " + expected + ", found " + Excerpt.of(found.toString()));
  }

  /** Returns where a member stands, as problems with it say. */
  String at(String name) {
    return place(path, name);
  }

  /** Returns where a member of an object stands. */
  static String place(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
