package daybook.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page token carries of a listing's parameters. */
final class ConditionsTest {

  @Test
  void text_isOneLineAParameterAscendingByName() {
    Map<String, String> values = new HashMap<>();
    values.put("to", "2");
    values.put("from", "1");
    values.put("region", "");
    assertThat(Conditions.of(values).text()).isEqualTo("from=1\nregion=\nto=2\n");
    assertThat(Conditions.of(Map.of()).text()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is written as {1}")
  @CsvSource({
    "a=b, a=b",
    "'a\nb', a\\nb",
    "'a\rb', a\\rb",
    "a\\b, a\\\\b",
    "a\\nb, a\\\\nb",
    "'\\\n', \\\\\\n"
  })
  void text_escapesWhatWouldEndALine(String value, String written) {
    Conditions conditions = Conditions.of(Map.of("name", value));
    assertThat(conditions.text()).isEqualTo("name=" + written + "\n");
    assertThat(Conditions.parse(conditions.text()).get("name")).contains(value);
  }

  @Property
  void parse_readsWhatWasWritten(
      @ForAll @Size(max = 6)
          Map<
                  @NotEmpty @AlphaChars String,
                  @Chars({'\\', 'n', 'r', '\n', '\r', '='}) @CharRange(to = '\u20ac') String>
              values) {
    Conditions written = Conditions.of(values);
    Conditions read = Conditions.parse(written.text());
    assertThat(read).isEqualTo(written).hasSameHashCodeAs(written).hasToString(written.text());
    assertThat(read.isEmpty()).isEqualTo(values.isEmpty());
    values.forEach((name, value) -> assertThat(read.get(name)).contains(value));
    assertThat(written.changes(read, Set.of())).isEmpty();
  }

  @Property
  void changes_nameExactlyWhatDiffers(
      @ForAll @Size(max = 4) Map<@Chars({'a', 'b', 'c'}) @NotEmpty String, Boolean> before,
      @ForAll @Size(max = 4) Map<@Chars({'a', 'b', 'c'}) @NotEmpty String, Boolean> after) {
    List<String> changes = conditions(before).changes(conditions(after), Set.of());
    assertThat(changes.isEmpty()).isEqualTo(before.equals(after));
    assertThat(conditions(before).equals(conditions(after))).isEqualTo(before.equals(after));
    before.forEach(
        (name, value) ->
            assertThat(changes.stream().anyMatch(change -> change.startsWith(name + " was ")))
                .isEqualTo(!value.equals(after.get(name))));
  }

  @Test
  void changes_sayWhatWasAndWhatIs() {
    Conditions before = Conditions.of(Map.of("a", "1", "b", "2", "c", "3"));
    Conditions after = Conditions.of(Map.of("a", "1", "b", "4", "d", "5"));
    assertThat(before.changes(after, Set.of()))
        .containsExactly("b was 2, is 4", "c was 3, is not set", "d was not set, is 5");
  }

  @Test
  void changes_letOmissibleParametersBeLeftOutButNotChanged() {
    Conditions before = Conditions.of(Map.of("a", "1", "b", "2"));
    assertThat(before.changes(Conditions.of(Map.of("a", "1")), Set.of("b"))).isEmpty();
    assertThat(before.changes(Conditions.of(Map.of("a", "1", "b", "3")), Set.of("b")))
        .containsExactly("b was 2, is 3");
    assertThat(Conditions.of(Map.of()).changes(before, Set.of("a", "b")))
        .containsExactly("a was not set, is 1", "b was not set, is 2");
  }

  @Test
  void conditions_areNotEqualToTheirText() {
    assertThat(Conditions.of(Map.of("a", "1")).equals((Object) "a=1\n")).isFalse();
  }

  private static Conditions conditions(Map<String, Boolean> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return Conditions.of(texts);
  }
}
