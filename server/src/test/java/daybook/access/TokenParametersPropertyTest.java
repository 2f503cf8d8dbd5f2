package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class TokenParametersPropertyTest {
  private static final List<String> NAMES =
      List.of("grant_type", "client_id", "client_secret", "refresh_token", "code", "scope");

  // Whole characters only: half of a pair can be written in neither form.
  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings()
        .withCharRange('!', '\u07ff')
        .ofMinLength(1)
        .ofMaxLength(80)
        .filter(text -> text.strip().equals(text) && !text.isBlank());
  }

  @Property
  void form_isReadBackAsItWasEncoded(@ForAll("values") String value) throws TokenProblem {
    for (String name : NAMES) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      TokenParameters parameters = form("other=1&" + name + "=" + encoded + "&last");

      assertThat(parameters.get(name)).contains(value);
    }
  }

  @Property
  void json_isReadBackAsItWasWritten(@ForAll("values") String value) throws TokenProblem {
    for (String name : NAMES) {
      byte[] body = new JsonWriter().object().text(name, value).endObject().toBytes();
      TokenParameters parameters = TokenParameters.read(new TokenRequest("application/json", body));

      assertThat(parameters.get(name)).contains(value);
    }
  }

  /** No secret of ours has a character that a form would read as another one. */
  @Property(tries = 50)
  void secrets_needNoEncoding() throws TokenProblem {
    Secrets secrets = new Secrets();
    for (String secret :
        List.of(
            secrets.newClientId(),
            secrets.newClientSecret(),
            secrets.newRefreshToken(),
            secrets.newAuthorizationCode())) {
      assertThat(form("code=" + secret).get("code")).contains(secret);
    }
  }

  @Property
  void anyBytes_areReadOrRefusedInTheContractsWords(@ForAll @Size(max = 200) byte[] body) {
    for (String type : Arrays.asList(null, "application/json", "a/b", "")) {
      try {
        TokenParameters.read(new TokenRequest(type, body)).get("grant_type");
      } catch (TokenProblem problem) {
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.error()).isIn("invalid_request", "unsupported_grant_type");
        assertThat(problem.description()).isNotEmpty();
      }
    }
  }

  @Property
  void percentSigns_thatBeginNoEscape_standForThemselves(@ForAll("values") String value)
      throws TokenProblem {
    String raw =
        value
            .codePoints()
            .filter(point -> "&=+ %".indexOf(point) < 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThat(form("code=" + raw + "%").get("code")).contains(raw + "%");
    assertThat(form("code=" + raw + "%4").get("code")).contains(raw + "%4");
    assertThat(form("code=" + raw + "%g0").get("code")).contains(raw + "%g0");
    assertThat(form("code=" + raw + "%41").get("code")).contains(raw + "A");
  }

  @Property(tries = 20)
  void bodyBeyondTheBound_isRefused() {
    byte[] body = new byte[TokenParameters.MAX_BYTES + 1];

    assertThatThrownBy(() -> TokenParameters.read(new TokenRequest("a/b", body)))
        .isInstanceOf(TokenProblem.class)
        .hasMessageContaining("longer than");
  }

  private static TokenParameters form(String body) throws TokenProblem {
    return TokenParameters.read(
        new TokenRequest(
            "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8)));
  }
}
