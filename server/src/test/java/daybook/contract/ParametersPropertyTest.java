package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ParametersPropertyTest {

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .ofMinLength(1)
        .ofMaxLength(12)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property
  void list_isTheSameHoweverItIsSplit(@ForAll("words") List<String> words) {
    Parameters joined = of("a", List.of(String.join(",", words)));
    Parameters repeated = of("a", words);
    Parameters bracketed = of("a[]", words);
    List<String> half = new ArrayList<>();
    half.add(String.join(",", words.subList(0, words.size() / 2)));
    half.add(String.join(",", words.subList(words.size() / 2, words.size())));
    Parameters mixed = of("a", half);

    assertThat(joined.list("a")).isEqualTo(words);
    assertThat(repeated.list("a")).isEqualTo(words);
    assertThat(bracketed.list("a")).isEqualTo(words);
    assertThat(mixed.list("a")).isEqualTo(words);
  }

  @Property
  void slip_isSplitWhereverItStands(
      @ForAll @AlphaChars @NotEmpty @StringLength(max = 10) String first,
      @ForAll @AlphaChars @NotEmpty @StringLength(max = 10) String name,
      @ForAll @AlphaChars @NotEmpty @StringLength(max = 10) String second) {
    Parameters parameters = of("given", List.of(first + "?" + name + "=" + second));

    if (name.equals("given")) {
      assertThat(parameters.list("given")).containsExactly(first, second);
    } else {
      assertThat(parameters.first("given")).contains(first);
      assertThat(parameters.first(name)).contains(second);
    }
  }

  @Property
  void anything_isTakenWithoutFailing(
      @ForAll @Size(max = 6) Map<String, @Size(max = 3) List<String>> query) {
    Parameters parameters = new Parameters(new LinkedHashMap<>(query), Map.of());

    for (String name : query.keySet()) {
      parameters.first(name).ifPresent(value -> assertThat(value).isNotBlank());
      assertThat(parameters.list(name)).allSatisfy(item -> assertThat(item).isNotBlank());
    }
  }

  private static Parameters of(String name, List<String> values) {
    return new Parameters(Map.of(name, values), Map.of());
  }
}
