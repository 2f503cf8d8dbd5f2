package daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.operation.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says is served is what is served; and links of all pages lead somewhere. */
final class ReadmeTest {

  private static final String README = Pages.read("README.md");

  static List<OperationSpec> specs() {
    return new Catalogue().operations().stream().map(Operation::spec).toList();
  }

  static List<Path> pages() {
    return Pages.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void operation_isInTheTable(OperationSpec spec) {
    String link = "[" + spec.operationId() + "](docs/operations/" + spec.operationId() + ".md)";
    List<String> row =
        Pages.rows(README).stream()
            .filter(cells -> cells.get(0).equals(link))
            .findFirst()
            .orElseThrow(() -> new AssertionError(spec.operationId() + " has no row"));
    assertThat(row.get(1)).isEqualTo("`" + spec.method() + " " + spec.path() + "`");
    assertThat(row.get(2)).isEqualTo("yes");
  }

  @Test
  void table_namesNoOtherOperation() {
    Stream<String> linked =
        Pages.links(README).stream()
            .filter(link -> link.matches("docs/operations/[a-z].*"))
            .map(link -> link.replaceAll(".*/|\\.md", ""));
    assertThat(linked.distinct())
        .containsExactlyInAnyOrderElementsOf(
            specs().stream().map(OperationSpec::operationId).toList());
  }

  @Test
  void everyPage_isLinkedFromTheReadme() {
    List<String> links = Pages.links(README);
    assertThat(Pages.all().stream().map(page -> Pages.ROOT.relativize(page).toString()))
        .filteredOn(page -> !page.matches("README.md|docs/decisions/0.*"))
        .isSubsetOf(links);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void links_leadSomewhere(Path page) {
    for (String link : Pages.links(Pages.read(page))) {
      if (link.matches("https?://.*")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
      assertThat(Files.exists(target)).as("%s in %s", link, page).isTrue();
      if (parts.length > 1) {
        assertThat(anchors(Pages.read(target))).as("%s in %s", link, page).contains(parts[1]);
      }
    }
  }

  @Test
  void decisions_areAllListed() {
    List<String> listed = Pages.links(Pages.read("docs/decisions/README.md"));
    assertThat(Pages.all().stream().filter(page -> page.toString().contains("decisions/0")))
        .extracting(page -> page.getFileName().toString())
        .isSubsetOf(listed);
  }

  private static List<String> anchors(String page) {
    return page.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }
}
