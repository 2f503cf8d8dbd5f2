package daybook.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads JSON of strangers: bounded in depth and length, exact in numbers. */
public final class Json {

  /** Deepest nesting that is read. */
  static final int MAX_DEPTH = 64;

  /** Longest string that is read, in characters. */
  static final int MAX_STRING = 1_000_000;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .maxNumberLength(100)
                          .maxNameLength(10_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** Says whether two texts are the same JSON value; what is no JSON is the same as nothing. */
  public static boolean same(byte[] one, byte[] other) {
    try {
      JsonNode value = MAPPER.readTree(one);
      return !value.isMissingNode() && value.equals(Json::compare, MAPPER.readTree(other));
    } catch (IOException e) {
      return false;
    }
  }

  // 1 and 1.0 are one number.
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  /**
   * Reads one object that makes up the whole input.
   *
   * @throws JsonProblem if it is anything else
   */
  public static JsonObject readObject(byte[] utf8) {
    try {
      JsonNode node = MAPPER.readTree(utf8);
      if (node instanceof ObjectNode object) {
        return new JsonObject(object, "");
      }
      throw new JsonProblem("", "expected a JSON object");
    } catch (JsonProcessingException e) {
      throw new JsonProblem("", "broken JSON: " + Excerpt.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new JsonProblem("", "unreadable: " + Excerpt.of(String.valueOf(e.getMessage())));
    }
  }
}
