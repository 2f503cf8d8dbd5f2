package conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "double | 11.74 | true",
        "double | 0.0 | true",
        "double | -50.0 | true",
        "double | 2.650 | false",
        "double | 2 | false",
        "double | 1.0E2 | false",
        "double | \"2.65\" | false",
        "decimal | \"2.650\" | true",
        "decimal | \"0\" | true",
        "decimal | 2.65 | false",
        "decimal | \"1e2\" | false",
        "integer | 5 | true",
        "integer | 5.0 | false",
        "string | \"\" | true",
        "string | 1 | false",
        "boolean | true | true",
        "boolean | \"true\" | false",
        "second | \"2024-11-08T21:27:16Z\" | true",
        "second | \"2024-11-08T21:27:16.115Z\" | false",
        "second | \"2024-11-08T21:27:16+00:00\" | false",
        "instant | \"2024-11-08T21:27:16.115Z\" | true",
        "instant | \"2024-11-08T21:27:16.000Z\" | false",
        "texts | [\"a\",\"b\"] | true",
        "texts | [1] | false",
        "map | {\"GL code\":\"1\"} | true",
        "map | {\"GL code\":1} | false",
        "one of A, B c | \"B c\" | true",
        "one of A, B c | \"a\" | false",
        "like [A-Z]{3} | \"USD\" | true",
        "like [A-Z]{3} | \"USDX\" | false",
      })
  void value_isOfItsType(String type, String json, boolean fits) {
    assertEquals(fits, ValueType.parse(type).test().test(Json.read(json)));
  }

  @Test
  void unknownType_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> ValueType.parse("colour"));
  }
}
