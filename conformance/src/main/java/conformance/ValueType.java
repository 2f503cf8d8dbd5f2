package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The type and spelling of a member, as the table of fields has it.
 *
 * @param text its name in the table
 * @param test what holds for each value
 */
record ValueType(String text, Predicate<JsonNode> test) {

  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  // Milliseconds only where there are some.
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?!\\.000)(\\.\\d{3})?Z");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Reads a cell of the table. */
  static ValueType parse(String text) {
    if (text.startsWith("one of ")) {
      List<String> values = List.of(text.substring("one of ".length()).split(", *", -1));
      return new ValueType(text, node -> node.isTextual() && values.contains(node.asText()));
    }
    if (text.startsWith("like ")) {
      return like(text, Pattern.compile(text.substring("like ".length())));
    }
    return switch (text) {
      case "string" -> new ValueType(text, JsonNode::isTextual);
      case "integer" -> new ValueType(text, JsonNode::isIntegralNumber);
      case "number" -> new ValueType(text, JsonNode::isNumber);
      case "boolean" -> new ValueType(text, JsonNode::isBoolean);
      case "object" -> new ValueType(text, JsonNode::isObject);
      case "array" -> new ValueType(text, JsonNode::isArray);
      case "texts" -> new ValueType(text, ValueType::areTexts);
      case "map" -> new ValueType(text, node -> node.isObject() && areTexts(node));
      case "second" -> like(text, SECOND);
      case "instant" -> like(text, INSTANT);
      case "decimal" -> like(text, DECIMAL);
      // As a double is printed: a decimal at least, no trailing zero beyond it.
      case "double" -> new ValueType(text, ValueType::isDouble);
      default -> throw new IllegalArgumentException("unknown type " + text);
    };
  }

  private static ValueType like(String text, Pattern pattern) {
    return new ValueType(
        text, node -> node.isTextual() && pattern.matcher(node.asText()).matches());
  }

  private static boolean areTexts(JsonNode node) {
    for (JsonNode each : node) {
      if (!each.isTextual()) {
        return false;
      }
    }
    return node.isContainerNode();
  }

  private static boolean isDouble(JsonNode node) {
    return node.isBigDecimal()
        && node.decimalValue().toString().matches("-?(0|[1-9]\\d*)\\.(\\d|\\d*[1-9])");
  }
}
