package daybook;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.SourceFile.Described;
import daybook.SourceFile.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts the sources: small files, short methods, few parameters, everything said in a sentence.
 */
final class BudgetTest {
  private static final List<SourceFile> MAIN = SourceFile.parse(SourceFile.MAIN);
  private static final List<SourceFile> TYPES =
      MAIN.stream().filter(file -> !file.describesPackage()).toList();
  private static final List<Method> METHODS =
      MAIN.stream().flatMap(file -> file.methods().stream()).toList();

  @Test
  void files_areShort() {
    assertThat(percentile(TYPES, file -> file.lines().size(), 50))
        .as("median")
        .isLessThanOrEqualTo(80);
    assertThat(percentile(TYPES, file -> file.lines().size(), 90))
        .as("p90")
        .isLessThanOrEqualTo(200);
    assertThat(TYPES.stream().filter(file -> file.lines().size() > 400).map(SourceFile::path))
        .as("files of more than 400 lines")
        .isEmpty();
  }

  @Test
  void methods_areShort() {
    var bodies = METHODS.stream().filter(method -> method.bodyLines() > 0).toList();
    assertThat(percentile(bodies, Method::bodyLines, 50)).as("median").isLessThanOrEqualTo(5);
    assertThat(METHODS.stream().filter(method -> method.bodyLines() > 50))
        .as("methods of more than 50 lines")
        .isEmpty();
  }

  @Test
  void methods_takeFewParameters() {
    assertThat(METHODS.stream().filter(method -> method.parameters() > 5 && !method.given()))
        .as("methods of more than 5 parameters")
        .isEmpty();
  }

  @Test
  void packages_holdFewFiles() {
    var sizes =
        TYPES.stream().collect(groupingBy(SourceFile::packageName, TreeMap::new, counting()));
    sizes.values().removeIf(size -> size <= 20);
    assertThat(sizes).as("packages of more than 20 files").isEmpty();
  }

  @Test
  void types_areDefinedInASentence() {
    assertThat(
            MAIN.stream()
                .flatMap(file -> file.described().stream())
                .filter(type -> type.firstSentence().split("\\s+").length < 3)
                .map(Described::name))
        .as("types and packages whose Javadoc does not say in a first sentence what they are")
        .isEmpty();
  }

  @Test
  void packages_areDescribed() {
    var described =
        MAIN.stream().filter(SourceFile::describesPackage).map(SourceFile::packageName).toList();
    assertThat(TYPES.stream().map(SourceFile::packageName).distinct())
        .as("packages with a package-info.java")
        .isSubsetOf(described);
  }

  @Test
  void names_sayWhatAThingIs() {
    var vague =
        Pattern.compile(
            "(^|/)(util|common|helper|impl|manager)s?/|(Util|Common|Helper|Impl|Manager)s?[.]java$");
    assertThat(
            MAIN.stream()
                .map(SourceFile::path)
                .filter(path -> vague.matcher(path.toString()).find()))
        .as("packages or types named util, common, helper, impl or manager")
        .isEmpty();
  }

  @Test
  void sources_leaveNothingUndone() {
    // Put together here, or this file would be the first offender.
    var undone = Pattern.compile("TO" + "DO|FIX" + "ME|@Dis" + "abled");
    assertThat(
            Stream.of(SourceFile.MAIN, SourceFile.TEST)
                .flatMap(root -> SourceFile.below(root).stream())
                .filter(path -> SourceFile.linesOf(path).stream().anyMatch(undone.asPredicate())))
        .as("files with something left undone or a test switched off")
        .isEmpty();
  }

  @Test
  void tests_areMoreThanTheCode() {
    var main = code(SourceFile.MAIN);
    var test = code(SourceFile.TEST);
    assertThat(test * 10)
        .as("ten times %d lines of tests, against twelve times %d lines of code", test, main)
        .isGreaterThanOrEqualTo(main * 12);
  }

  // Lines of code on both sides: the main code is commented far more than its tests.
  private static long code(Path root) {
    return SourceFile.below(root).stream()
        .flatMap(path -> SourceFile.linesOf(path).stream())
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(\\*|/\\*|//).*"))
        .count();
  }

  private static <T> int percentile(List<T> all, ToIntFunction<T> size, int percent) {
    var sorted = all.stream().mapToInt(size).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100];
  }
}
