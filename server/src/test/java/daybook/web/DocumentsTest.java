package daybook.web;

import static daybook.web.OpenApi.DESCRIPTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of the program: what is there, and that it needs nothing from anywhere else. */
final class DocumentsTest {

  private static final Path TWIN = Path.of("src/main/resources/daybook/openapi.json");
  private static final List<String> PAGE = List.of("/docs", "/docs/docs.css", "/docs/docs.js");

  private final Documents documents = new Documents();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/openapi.yaml, application/yaml; charset=utf-8",
    "/openapi.json, application/json; charset=utf-8",
    "/docs, text/html; charset=utf-8",
    "/docs/docs.css, text/css; charset=utf-8",
    "/docs/docs.js, text/javascript; charset=utf-8",
    "/docs/icon.svg, image/svg+xml; charset=utf-8"
  })
  void document_saysItsTypeAndIsHarmless(String path, String type) {
    Document document = documents.at(path).orElseThrow();
    assertThat(document.headers())
        .containsEntry("Content-Type", type)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Cache-Control", "no-cache")
        .containsKeys("ETag", "Content-Security-Policy");
    assertThat(document.headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(document.body().length).isBetween(100, 200_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/docs/", "/docs/x", "/docs/../openapi.yaml", "/logback.xml"})
  void document_isNothingElse(String path) {
    assertThat(documents.at(path)).isEmpty();
  }

  @Test
  void document_knowsItsOwnTag() {
    Document document = documents.at("/openapi.yaml").orElseThrow();
    String tag = document.tag();
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    for (String had : List.of(tag, "\"a\", " + tag, "W/" + tag, "*", " * ")) {
      assertThat(document.isAmong(had)).as(had).isTrue();
    }
    for (String had : List.of("", "\"\"", tag.substring(1), "W/", ",,")) {
      assertThat(document.isAmong(had)).as(had).isFalse();
    }
    assertThat(documents.at("/docs").orElseThrow().tag()).isNotEqualTo(tag);
  }

  // Made from the YAML; to make it anew, run with -Dgolden.update=true.
  @Test
  void json_saysTheSameAsYaml() throws IOException {
    String json = DESCRIPTION.root().toString() + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TWIN, json);
    }
    assertThat(Files.readString(TWIN)).isEqualTo(json);
  }

  @Test
  void page_loadsNothingFromElsewhere() {
    for (String path : PAGE) {
      String text = new String(documents.at(path).orElseThrow().body(), UTF_8);
      assertThat(text).doesNotContainPattern("(https?:)?//[a-z]+\\.").doesNotContain("@import");
    }
  }

  @Test
  void page_loadsOnlyDocumentsThatAreThere() {
    String page = new String(documents.at("/docs").orElseThrow().body(), UTF_8);
    Matcher link = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page);
    assertThat(link.results().map(found -> found.group(1)))
        .contains("/docs/docs.css", "/docs/docs.js", "/docs/icon.svg", "/openapi.yaml")
        .allSatisfy(target -> assertThat(documents.at(target)).isPresent());
  }

  // The policy of the page forbids scripts and styles within it; the browser would drop them.
  @Test
  void page_hasNoScriptWithinIt() {
    String page = new String(documents.at("/docs").orElseThrow().body(), UTF_8);
    assertThat(page).doesNotContainPattern("<script>|<style|\\son[a-z]+=|\\sstyle=|javascript:");
  }

  // What comes from the server is the text of strangers.
  @Test
  void script_setsTextAndNoMarkup() {
    String script = new String(documents.at("/docs/docs.js").orElseThrow().body(), UTF_8);
    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }
}
