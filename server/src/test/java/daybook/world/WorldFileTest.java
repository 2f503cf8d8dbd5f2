package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"markets.txt", "goods.txt"})
  void rows_areNeitherEmptyNorComments(String name) {
    assertThat(WorldFile.rows(name))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row).hasSizeGreaterThan(2).noneMatch(String::isBlank);
              assertThat(row.get(0)).doesNotStartWith("#");
            });
  }

  @Test
  void rows_ofOneKind_areEquallyLong() {
    for (String name : List.of("markets.txt", "goods.txt")) {
      List<List<String>> rows = WorldFile.rows(name);
      for (List<String> row : rows) {
        assertThat(rows)
            .filteredOn(other -> other.get(0).equals(row.get(0)))
            .allMatch(other -> other.size() == row.size());
      }
    }
  }

  @Test
  void letters_areReadAsUtf8() {
    assertThat(WorldFile.rows("markets.txt"))
        .anyMatch(row -> row.contains("München"))
        .anyMatch(row -> row.contains("千代田区"));
  }

  @Test
  void unknownFile_isNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> WorldFile.rows("nowhere.txt"))
        .withMessage("nowhere.txt");
  }

  @Test
  void split_keepsEmptyParts() {
    assertThat(WorldFile.split("a||b|", '|')).containsExactly("a", "", "b", "");
    assertThat(WorldFile.split("", ',')).containsExactly("");
    assertThat(WorldFile.split("one", ',')).containsExactly("one");
  }
}
