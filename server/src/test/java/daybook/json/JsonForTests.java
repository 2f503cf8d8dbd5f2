package daybook.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Trees of JSON for tests, which compare and change what the product writes. */
public final class JsonForTests {

  private JsonForTests() {}

  /** Reads a resource of the tests. */
  public static JsonNode resource(String path) {
    try (InputStream in = JsonForTests.class.getResourceAsStream(path)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads bytes. */
  public static JsonNode tree(byte[] utf8) {
    try {
      return Json.MAPPER.readTree(utf8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text as one object. */
  public static JsonObject object(String text) {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
  }
}
