package daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the threat model names the tests that show it, and they exist. */
final class ThreatModelTest {

  private static final String PAGE = Pages.read("SECURITY.md");

  static Stream<List<String>> lines() {
    return Pages.rows(PAGE).stream().filter(cells -> cells.get(0).matches("can|can't"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void line_namesTestsThatExist(List<String> line) {
    assertThat(line).hasSize(3);
    assertThat(line.get(1)).isNotBlank();
    assertThat(Pages.code(line.get(2)))
        .as(line.get(1))
        .isNotEmpty()
        .allSatisfy(NamedTests::assertExists);
  }

  @Test
  void everyoneWhoMightAttack_hasLinesOfBothKinds() {
    List<String> parts = List.of(PAGE.split("(?m)^## ", -1));
    for (String who :
        List.of(
            "A stranger",
            "A caller of another account",
            "A database reader",
            "A reader of logs and metrics",
            "An operator")) {
      String part =
          parts.stream().filter(text -> text.startsWith(who + "\n")).findFirst().orElseThrow();
      assertThat(part).as(who).contains("\n| can | ").contains("\n| can't | ");
    }
  }
}
