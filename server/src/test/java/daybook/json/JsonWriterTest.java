package daybook.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void value_isCompactAndInTheOrderOfTheCalls() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("z", "1");
    info.put("a", "2");
    JsonWriter json =
        new JsonWriter()
            .object()
            .text("text", "a\"b")
            .none("none")
            .number("whole", 7)
            .number("decimal", new BigDecimal("1E+3"))
            .bool("yes", true)
            .bool("unknown", null)
            .texts("texts", List.of("x", "y"))
            .textMap("map", info)
            .textMap("noMap", null)
            .object("inner")
            .endObject()
            .<String>each(
                "each", List.of("p"), (out, value) -> out.object().text("v", value).endObject())
            .endObject();

    assertThat(new String(json.toBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"text\":\"a\\\"b\",\"none\":null,\"whole\":7,\"decimal\":1000,\"yes\":true,"
                + "\"unknown\":null,\"texts\":[\"x\",\"y\"],\"map\":{\"z\":\"1\",\"a\":\"2\"},"
                + "\"noMap\":null,\"inner\":{},\"each\":[{\"v\":\"p\"}]}");
  }

  @Property
  void everyText_comesBackAsItWas(@ForAll String text) {
    byte[] json = new JsonWriter().object().text("t", text).endObject().toBytes();

    String expected = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    if (expected.equals(text)) {
      assertThat(Json.readObject(json).optText("t")).isEqualTo(text);
    }
  }
}
