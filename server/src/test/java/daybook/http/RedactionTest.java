package daybook.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never stand in a log, and what must not break one. */
final class RedactionTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a?nextPageToken=abc&region=US /a?nextPageToken=...&region=US",
        "/a?NextToken=abc /a?NextToken=...",
        "/a?x=1?nextPageToken=abc&y=2 /a?x=1?nextPageToken=...&y=2",
        "/a?x=1%3FnextPageToken%3Dabc /a?x=1?nextPageToken=...",
        "/a?%6eextPage%54oken=abc /a?nextPageToken=...",
        "/a?client_secret=abc&code=x&b=c /a?client_secret=...&code=...&b=c",
        "/a?X-Amz-Signature=abc&X-Amz-Credential=x /a?X-Amz-Signature=...&X-Amz-Credential=...",
        "/a?b=Atza|abc.def&c=d /a?b=Atza|...&c=d",
        "/a?b=Atzr%7Cabc&c=d /a?b=Atzr%7C...&c=d",
        "/a/Atza|abc.def/b /a/Atza|.../b",
        "/a?b=Atz.sprdt|abc /a?b=Atz.sprdt|...",
        "/a?region=US /a?region=US",
        "/a /a"
      })
  void target_showsNoSecret(String target, String expected) {
    assertThat(Redaction.target(target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n", "\n", "\u0000", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\u202e"})
  void text_staysOneLineOfPlainCharacters(String bad) {
    assertThat(Redaction.text("a" + bad + "b")).matches("a(\\\\u[0-9a-f]{4}|[ -~])+b");
  }
}
