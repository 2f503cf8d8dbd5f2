package daybook.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements end at semicolons, but not at those within texts and comments. */
final class StatementsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("SELECT 1;", List.of("SELECT 1"), ""),
        arguments("SELECT 1; SELECT 2;", List.of("SELECT 1", "SELECT 2"), ""),
        arguments("SELECT 1", List.of(), "SELECT 1"),
        arguments(";; \n;", List.of(), ""),
        arguments("SELECT ';';", List.of("SELECT ';'"), ""),
        arguments("SELECT 'it''s; ok';x", List.of("SELECT 'it''s; ok'"), "x"),
        arguments("SELECT \"a;b\", [c;d], `e;f`;", List.of("SELECT \"a;b\", [c;d], `e;f`"), ""),
        arguments("SELECT 1 -- not; here\n;", List.of("SELECT 1 -- not; here"), ""),
        arguments("SELECT 1 /* nor; here */ + 2;", List.of("SELECT 1 /* nor; here */ + 2"), ""),
        arguments("SELECT 4 - 2 / 1;", List.of("SELECT 4 - 2 / 1"), ""),
        arguments("SELECT 'open; ", List.of(), "SELECT 'open;"),
        arguments("SELECT 1 -- open;", List.of(), "SELECT 1 -- open;"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_isCutAtTheSemicolonsThatCount(String text, List<String> complete, String rest) {
    Statements statements = new Statements();
    assertThat(statements.add(text)).isEqualTo(complete);
    assertThat(statements.isOpen()).isEqualTo(!rest.isEmpty());
    assertThat(statements.rest()).isEqualTo(rest);
    assertThat(statements.isOpen()).isFalse();
  }

  @Property(tries = 300)
  void pieces_comeToTheSameAsTheWhole(@ForAll("scripts") List<String> script, @ForAll int seed) {
    String whole = String.join(";", script) + ";";
    List<String> expected =
        script.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    Statements statements = new Statements();
    List<String> found = new ArrayList<>();
    int cut = Math.floorMod(seed, whole.length() + 1);
    found.addAll(statements.add(whole.substring(0, cut)));
    found.addAll(statements.add(whole.substring(cut)));
    assertThat(found).isEqualTo(expected);
    assertThat(statements.isOpen()).isFalse();
  }

  @Provide
  Arbitrary<List<String>> scripts() {
    Arbitrary<String> token =
        Arbitraries.of(
            "SELECT", "1", "';'", "''", "'it''s'", "\"a;\"", "/* ; */", "-- ;\n", " ", "- 1",
            "/ 2");
    return token.list().ofMaxSize(6).map(parts -> String.join(" ", parts)).list().ofMaxSize(5);
  }
}
