package daybook.config.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  @ParameterizedTest
  @CsvSource({"'', abc, 3", "kitten, sitting, 3", "port, Port, 0", "ab, ba, 2", "same, same, 0"})
  void distance_countsEdits(String from, String to, int expected) {
    assertThat(Spelling.distance(from, to)).isEqualTo(expected);
  }

  @Property
  void distance_isTheSameBothWays(
      @ForAll @AlphaChars @StringLength(max = 20) String a,
      @ForAll @AlphaChars @StringLength(max = 20) String b) {
    assertThat(Spelling.distance(a, b)).isEqualTo(Spelling.distance(b, a));
  }

  @Property
  void distance_afterOneInsertion_isOne(
      @ForAll @AlphaChars @StringLength(max = 20) String word, @ForAll int place) {
    int at = Math.floorMod(place, word.length() + 1);

    assertThat(Spelling.distance(word, word.substring(0, at) + "#" + word.substring(at)))
        .isEqualTo(1);
  }

  @Test
  void nearest_ofEquallyNear_isTheFirstByTheAlphabet() {
    assertThat(Spelling.nearest("b", List.of("c", "a"))).isEqualTo("a");
  }

  @Test
  void nearest_ofHugeWord_isFoundQuickly() {
    assertThat(Spelling.nearest("x".repeat(1_000_000), List.of("server.port")))
        .isEqualTo("server.port");
  }
}
