package daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the list of what tests hold which row of the contract true. */
final class ContractCoverageTest {

  private static final String LIST = Pages.read("docs/contract-coverage.md");
  private static final String DEPARTURES = Pages.read("docs/departures.md");

  /** A row of the list. */
  record Row(String name, List<String> tests) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() {
    return Pages.rows(LIST).stream()
        .filter(cells -> cells.get(0).matches("[1-7].*"))
        .map(cells -> new Row(cells.get(0), cells.subList(2, cells.size())))
        .toList();
  }

  @ParameterizedTest(name = "CONTRACT {0}")
  @MethodSource("rows")
  void row_namesTestsThatExist(Row row) {
    String cell = String.join("|", row.tests());
    if (cell.equals("departures")) {
      assertThat(Pages.rows(DEPARTURES).stream().map(cells -> cells.get(0)))
          .as("rows that no test holds")
          .contains(row.name());
      return;
    }
    List<String> tests = Pages.code(cell);
    assertThat(tests).isNotEmpty();
    assertThat(tests).allSatisfy(NamedTests::assertExists);
  }

  @Test
  void everyRow_isListedOnce() {
    List<String> names = rows().stream().map(Row::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    List<String> numbered = new ArrayList<>();
    IntStream.rangeClosed(1, 22).forEach(i -> numbered.add("1.5 #" + i));
    IntStream.rangeClosed(1, 33).forEach(i -> numbered.add("2 #" + i));
    assertThat(names).containsAll(numbered);
    for (String section :
        List.of("1.1 1.2 1.3 1.4 1.5 1.6 3 4.1 4.2 4.3 4.4 4.5 4.6 5 6 7".split(" ", -1))) {
      assertThat(names).as(section).anyMatch(name -> (name + " ").startsWith(section + " "));
    }
  }

  // A display name that speaks of a row which the list does not have would be a row forgotten.
  @Test
  void everyRow_thatATestIsNamedAfterIsListed() throws IOException {
    Set<String> sections =
        rows().stream().map(row -> row.name().split(" ", -1)[0]).collect(Collectors.toSet());
    Pattern named = Pattern.compile("name = \"CONTRACT (\\d(?:\\.\\d)?)");
    for (Path file : NamedTests.files()) {
      Matcher found = named.matcher(Files.readString(file));
      while (found.find()) {
        assertThat(sections).as(file.toString()).contains(found.group(1));
      }
    }
  }
}
