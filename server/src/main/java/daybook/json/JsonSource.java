package daybook.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A JSON object together with the text it was read from, so that a member can be given back as it
 * stands there: digits, escapes and the order of members included.
 */
public final class JsonSource {

  private final byte[] utf8;
  private final JsonObject root;
  private final Map<String, Span> spans = new HashMap<>();

  /** Where a value begins and ends. */
  private record Span(int from, int to) {}

  private JsonSource(byte[] utf8) throws IOException {
    this.utf8 = utf8;
    try (JsonParser parser = Json.MAPPER.createParser(utf8)) {
      if (parser.nextToken() != null) {
        walk(parser, "");
      }
    }
    this.root = Json.readObject(utf8);
  }

  /**
   * Reads one object that makes up the whole text.
   *
   * @throws JsonProblem if it is anything else; the message names the place
   */
  public static JsonSource read(byte[] utf8) {
    try {
      return new JsonSource(utf8);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new JsonProblem(place, "broken JSON: " + Excerpt.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the object. */
  public JsonObject root() {
    return root;
  }

  /** Returns a member, which must be there, as it stands in the text but for blanks and breaks. */
  public byte[] compact(JsonObject parent, String name) {
    Span span = spans.get(parent.at(name));
    if (span == null) {
      throw parent.problem(name, "is missing");
    }
    ByteArrayOutputStream compact = new ByteArrayOutputStream(span.to() - span.from());
    boolean quoted = false;
    boolean escaped = false;
    for (int i = span.from(); i < span.to(); i++) {
      byte b = utf8[i];
      if (quoted || b > ' ') {
        compact.write(b);
      }
      if (b == '"' && !escaped) {
        quoted = !quoted;
      }
      escaped = b == '\\' && !escaped;
    }
    return compact.toByteArray();
  }

  // The parser stands on the first token of a value, and afterwards on its last.
  private void walk(JsonParser parser, String path) throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        walk(parser, JsonObject.place(path, name));
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        walk(parser, path + "[" + i + "]");
      }
    } else {
      parser.finishToken();
    }
    long to = parser.currentLocation().getByteOffset();
    if (from < 0 || spans.put(path, new Span((int) from, (int) to)) != null) {
      throw new JsonProblem(path, from < 0 ? "not UTF-8" : "stands there twice");
    }
  }
}
