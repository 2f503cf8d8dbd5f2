package daybook.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records among the tokens of a parser.
 *
 * <p>A record is an object that stands by itself, in an array, or in the array of an envelope. An
 * object around an envelope is a page: its records are handed on one by one while it is read. No
 * more than one record is in memory, and of one that is too large only what came before it was.
 */
final class RecordFinder {

  /** Keeps a record of many tiny values, which weigh more in memory than in the file, in bounds. */
  private static final int MAX_VALUES = 250_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final ByteLines bytes;
  private final Set<String> envelopes;
  private final long maxBytes;
  private final JsonSink sink;

  RecordFinder(
      JsonParser parser, ByteLines bytes, Set<String> envelopes, long maxBytes, JsonSink sink) {
    this.parser = parser;
    this.bytes = bytes;
    this.envelopes = envelopes;
    this.maxBytes = maxBytes;
    this.sink = sink;
  }

  /** What is known of an object while it is read. */
  private final class Draft {
    final long start = bytes.position();
    int values;
    boolean page;
    boolean tooLarge;
    @Nullable String flaw;

    boolean takes() {
      values++;
      tooLarge |= bytes.position() - start > maxBytes || values > MAX_VALUES;
      return !tooLarge;
    }
  }

  /** Reads to the end and returns how many values stood at the top. */
  long run() throws IOException {
    long count = 0;
    JsonToken token = parser.nextToken();
    while (token != null) {
      element(token, null);
      count++;
      token = parser.nextToken();
    }
    return count;
  }

  /** Returns where in the stream a location of the parser is. */
  JsonPlace place(JsonLocation location) {
    long line = bytes.line() + Math.max(1, location.getLineNr()) - 1;
    return new JsonPlace(line, Math.max(1, location.getColumnNr()));
  }

  private void element(JsonToken token, @Nullable String envelope) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      object(envelope);
    } else if (token == JsonToken.START_ARRAY) {
      elements(envelope);
    } else {
      sink.refused(place(parser.currentTokenLocation()), "expected an order, found " + scalar());
    }
  }

  private void elements(@Nullable String envelope) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      element(token, envelope);
      token = parser.nextToken();
    }
  }

  private void object(@Nullable String envelope) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    Draft draft = new Draft();
    ObjectNode node = objectNode(draft);
    if (draft.page) {
      return;
    }
    JsonPlace place = place(start);
    long length = parser.currentLocation().getByteOffset() - start.getByteOffset();
    if (draft.tooLarge || length > maxBytes) {
      sink.refused(place, "larger than any order: over " + maxBytes + " bytes");
    } else if (draft.flaw != null) {
      sink.refused(place, draft.flaw);
    } else {
      sink.record(new JsonRecord(new JsonObject(node, ""), envelope, place, length));
    }
  }

  private ObjectNode objectNode(Draft draft) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && envelopes.contains(name)) {
        draft.page = true;
        elements(name);
      } else {
        JsonNode value = value(token, draft);
        if (value != null && node.replace(name, value) != null) {
          draft.flaw = "the member '" + Excerpt.of(name) + "' is there twice";
        }
      }
    }
    return node;
  }

  // Once a record is too large, only its structure is followed: a page may still be in it.
  private @Nullable JsonNode value(JsonToken token, Draft draft) throws IOException {
    boolean takes = draft.takes();
    if (token == JsonToken.START_OBJECT) {
      ObjectNode node = objectNode(draft);
      return takes ? node : null;
    }
    if (token == JsonToken.START_ARRAY) {
      return arrayNode(draft);
    }
    if (token == JsonToken.VALUE_STRING && takes) {
      return text(draft);
    }
    return takes ? scalarNode(token) : null;
  }

  private @Nullable JsonNode arrayNode(Draft draft) throws IOException {
    ArrayNode node = NODES.arrayNode();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      JsonNode value = value(token, draft);
      if (value != null) {
        node.add(value);
      }
      token = parser.nextToken();
    }
    return draft.tooLarge ? null : node;
  }

  private JsonNode text(Draft draft) throws IOException {
    String text = parser.getText();
    if (hasHalfCharacter(text)) {
      draft.flaw = "half a character in the text '" + Excerpt.of(text) + "'";
    }
    return NODES.textNode(text);
  }

  // A lone surrogate can be escaped in JSON but never written in UTF-8.
  private static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private JsonNode scalarNode(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NUMBER_INT -> integer();
      // The factory would cut trailing zeros; amounts keep theirs.
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private String scalar() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? "'" + Excerpt.of(parser.getText()) + "'"
        : Excerpt.of(parser.getText());
  }
}
