package daybook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

  static Stream<Arguments> faultyMembers() {
    return Stream.of(
        fault("{}", o -> o.text("a"), "a: is missing"),
        fault("{\"a\":null}", o -> o.text("a"), "a: is missing"),
        fault("{\"a\":\"\"}", o -> o.text("a"), "a: is empty"),
        fault("{\"a\":1}", o -> o.text("a"), "a: expected a string, found 1"),
        fault("{\"a\":[]}", o -> o.object("a"), "a: expected an object, found []"),
        fault("{}", o -> o.object("a"), "a: is missing"),
        fault("{\"a\":{\"b\":true}}", o -> o.object("a").text("b"), "a.b: expected a string"),
        fault("{\"a\":[{},7]}", o -> o.optObjects("a"), "a[1]: expected an object, found 7"),
        fault(
            "{\"a\":[{\"b\":1}]}",
            o -> o.optObjects("a").get(0).text("b"),
            "a[0].b: expected a string"),
        fault("{\"a\":[1]}", o -> o.optTexts("a"), "a[0]: expected a string"),
        fault("{\"a\":\"x\"}", o -> o.optTexts("a"), "a: expected an array"),
        fault("{\"a\":1.5}", o -> o.optInt("a"), "a: expected a whole number"),
        fault("{\"a\":99999999999}", o -> o.optInt("a"), "a: expected a whole number"),
        fault("{\"a\":\"true\"}", o -> o.optBoolean("a"), "a: expected true or false"),
        fault("{\"a\":true}", o -> o.optScalar("a"), "a: expected a string, found true"),
        fault("{\"a\":\"x\"}", o -> o.decimal("a"), "a: expected a number, found 'x'"),
        fault("{\"a\":true}", o -> o.decimal("a"), "a: expected a number, found true"),
        fault("{}", o -> o.decimal("a"), "a: is missing"),
        fault("{\"a\":\"" + "9".repeat(41) + "\"}", o -> o.decimal("a"), "a: is too long"),
        fault("{\"a\":{\"b\":1}}", o -> o.optTextMap("a"), "a.b: expected a string"),
        fault("{\"a\":{\"b\":1}}", o -> o.scalars("a"), "a: expected a string, number or"),
        fault("{\"a\":[1,[2]]}", o -> o.scalars("a"), "a: expected a string, number or"),
        fault("{\"a\":[null]}", o -> o.scalars("a"), "a: expected a string, number or"));
  }

  @ParameterizedTest
  @MethodSource("faultyMembers")
  void faultyMember_isNamedWithItsReason(String json, Consumer<JsonObject> access, String message) {
    JsonObject object = read(json);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> access.accept(object))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\" | x",
        "\"\" | ''",
        "25.0 | 25.0",
        "true | true",
        "[\"b\",1,false] | b,1,false"
      })
  void scalars_areTextsWhetherOneOrMany(String json, String expected) {
    JsonObject object = read("{\"a\":" + json + "}");

    assertThat(String.join(",", object.scalars("a"))).isEqualTo(expected);
    assertThat(object.isArray("a")).isEqualTo(json.startsWith("["));
  }

  @Test
  void scalars_ofWhatIsNotThereAreNone() {
    assertThat(read("{\"a\":null}").scalars("a")).isEmpty();
    assertThat(read("{}").scalars("a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2.65, 2.65", "0.0, 0.0", "35.00, 35.00", "-50.0, -50.0", "7, 7", "'\"20.0\"', 20.0"})
  void decimal_keepsItsScaleAsNumberAndAsString(String json, String expected) {
    assertThat(read("{\"a\":" + json + "}").decimal("a")).isEqualTo(new BigDecimal(expected));
  }

  @Test
  void optionalMembers_thatAreAbsentOrNull_areNull() {
    JsonObject object = read("{\"a\":null}");
    assertThat(object.optText("a")).isNull();
    assertThat(object.optText("b")).isNull();
    assertThat(object.optInt("a")).isNull();
    assertThat(object.optBoolean("a")).isNull();
    assertThat(object.optObject("a")).isNull();
    assertThat(object.optObjects("a")).isNull();
    assertThat(object.optTexts("a")).isNull();
    assertThat(object.optTextMap("a")).isNull();
    assertThat(object.has("a")).isTrue();
    assertThat(object.has("b")).isFalse();
  }

  @Test
  void textMap_keepsItsOrder() {
    assertThat(read("{\"a\":{\"z\":\"1\",\"b\":null,\"c\":\"3\"}}").optTextMap("a"))
        .isEqualTo(Map.of("z", "1", "b", "", "c", "3"))
        .extractingFromEntries(Map.Entry::getKey)
        .containsExactly("z", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":01}"})
  void input_thatIsNotOneGoodObject_isRefused(String json) {
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> read(json));
  }

  @Test
  void input_thatIsNestedTooDeeply_isRefused() {
    String deep = "{\"a\":".repeat(100) + "1" + "}".repeat(100);
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> read(deep));
  }

  @Test
  void message_doesNotGrowWithItsInput() {
    JsonObject object = read("{\"a\":{\"b\":\"" + "x".repeat(10_000) + "\"}}");
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> object.text("a"))
        .satisfies(problem -> assertThat(problem.getMessage()).hasSizeLessThan(120));
  }

  private static Arguments fault(String json, Consumer<JsonObject> access, String message) {
    return Arguments.of(json, access, message);
  }

  private static JsonObject read(String json) {
    return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"0.0825\"', 0.0825",
    "0.0825, 0.0825",
    "0.00, 0.00",
    "92258882544121, 92258882544121",
    "1e999999999, 1E+999999999"
  })
  void scalar_isTheTextOfAStringOrNumber(String json, String text) {
    JsonObject object = Json.readObject(("{\"a\":" + json + "}").getBytes(StandardCharsets.UTF_8));
    assertThat(object.optScalar("a")).isEqualTo(text);
    assertThat(object.optScalar("b")).isNull();
  }
}
