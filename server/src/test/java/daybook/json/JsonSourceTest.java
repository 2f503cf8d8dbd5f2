package daybook.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSourceTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{ \"b\" : 1 ,\t\"a\" : [ 2 , 3 ] } | {\"b\":1,\"a\":[2,3]}",
        "25.0 | 25.0",
        "1E2 | 1E2",
        "-0.50 | -0.50",
        "true | true",
        "null | null",
        "\" a  b \" | \" a  b \"",
        "\"\\u00e9\\/ \\\" { \\\\\" | \"\\u00e9\\/ \\\" { \\\\\"",
        "[ \"x\\\\\" , \" y \" ] | [\"x\\\\\",\" y \"]",
        "\"\u00e4 \ud83d\ude00\" | \"\u00e4 \ud83d\ude00\"",
        "{ } | {}"
      })
  void member_isGivenBackAsItStands(String written, String expected) {
    for (String text : List.of("{\"m\":%s}", "\ufeff{ \"x\":[{}],\n \"m\" : %s , \"z\":0 }")) {
      JsonSource source = JsonSource.read(text.formatted(written).getBytes(UTF_8));

      assertThat(new String(source.compact(source.root(), "m"), UTF_8)).isEqualTo(expected);
    }
  }

  @Test
  void nestedMember_isFoundWhereItsObjectStands() {
    JsonSource source =
        JsonSource.read("{\"a\":{\"l\":[{\"m\":1},{\"m\":[ 2 ]}]},\"m\":3}".getBytes(UTF_8));
    List<JsonObject> list = source.root().object("a").optObjects("l");

    assertThat(list).isNotNull();
    assertThat(source.compact(list.get(0), "m")).asString().isEqualTo("1");
    assertThat(source.compact(list.get(1), "m")).asString().isEqualTo("[2]");
    assertThat(source.compact(source.root(), "m")).asString().isEqualTo("3");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> source.compact(list.get(1), "none"))
        .withMessage("a.l[1].none: is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":} | line 1, column 6: broken JSON: ",
        "{\"a\":1 | line 1, column 7: broken JSON: ",
        "{\"a\":1,\"a\":2} | line 1, column 11: broken JSON: Duplicate field 'a'",
        "[] | expected a JSON object",
        "7 | expected a JSON object",
        "{} {} | broken JSON: ",
        "{\"a.b\":1,\"a\":{\"b\":2}} | a.b: stands there twice"
      })
  void textThatIsNoObject_isNamedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> JsonSource.read(text.getBytes(UTF_8)))
        .withMessageStartingWith(message);
  }

  @Test
  void emptyText_isNoObject() {
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> JsonSource.read(new byte[0]));
  }

  @Test
  void otherEncodings_areRefused() {
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> JsonSource.read("{\"a\":\"b\"}".getBytes(UTF_16BE)))
        .withMessageContaining("not UTF-8");
  }

  @Property(tries = 300)
  void layout_isAllThatIsLost(@ForAll("values") JsonNode value) {
    JsonNode whole = NODES.objectNode().put("before", "\"").set("m", value);
    JsonSource source = JsonSource.read(whole.toPrettyString().getBytes(UTF_8));

    assertThat(source.compact(source.root(), "m")).asString(UTF_8).isEqualTo(value.toString());
  }

  @Property(tries = 300)
  void value_isTheSameHoweverItIsLaidOut(@ForAll("values") JsonNode value) {
    byte[] compact = value.toString().getBytes(UTF_8);

    assertThat(Json.same(compact, value.toPrettyString().getBytes(UTF_8))).isTrue();
    assertThat(Json.same(compact, ("[" + value + "]").getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":[]} | {\"b\":[],\"a\":1.0} | true",
        "{\"a\":1} | {\"a\":1,\"b\":2} | false",
        "[1,2] | [2,1] | false",
        "{\"a\":1} | {\"a\":\"1\"} | false",
        "\"\\u00e9\" | \"\u00e9\" | true",
        "null | null | true",
        "{} | {bad | false",
        "{bad | {bad | false",
        "'' | '' | false"
      })
  void values_areComparedAsJson(String one, String other, boolean same) {
    assertThat(Json.same(one.getBytes(UTF_8), other.getBytes(UTF_8))).isEqualTo(same);
    assertThat(Json.same(other.getBytes(UTF_8), one.getBytes(UTF_8))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 5_000})
  void depth_isBounded(int depth) {
    byte[] deep = ("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);
    if (depth < 64) {
      assertThat(JsonSource.read(deep).root().isArray("a")).isTrue();
    } else {
      assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> JsonSource.read(deep));
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> scalar =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).excludeChars('\ud800').map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.of(NODES.booleanNode(true), NODES.nullNode()));
    return Arbitraries.lazyOf(
        () -> scalar,
        () -> scalar.list().ofMaxSize(4).map(all -> NODES.arrayNode().addAll(all)),
        () ->
            values()
                .list()
                .ofMaxSize(3)
                .map(
                    all -> {
                      List<JsonNode> copies = new ArrayList<>(all);
                      var object = NODES.objectNode();
                      copies.forEach(one -> object.set("k " + object.size(), one));
                      return object;
                    }));
  }
}
