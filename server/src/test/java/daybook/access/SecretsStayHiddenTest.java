package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts secrets into every place of a request, and looks for them in all that gets logged. */
final class SecretsStayHiddenTest {
  private static final List<String> NAMES =
      List.of("grant_type", "client_id", "client_secret", "refresh_token", "code", "scope");

  @TempDir Path dir;
  private AccessFixture access;

  @BeforeEach
  void open() {
    access = new AccessFixture(dir);
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void secretInAnyPlace_isInNoReasonAndNoRefusal() {
    NewApplication application = access.application();
    String refreshToken = access.grant(application).credential();
    String code =
        access
            .registrar
            .createGrantWithCode(
                application.clientId(), AccessFixture.ACME, AccessFixture.ANALYTICS)
            .credential();
    List<String> types = List.of("refresh_token", "authorization_code", "client_credentials");
    for (String secret : List.of(application.clientSecret(), refreshToken, code)) {
      for (String type : types) {
        for (String place : NAMES) {
          Map<String, String> fields =
              new java.util.TreeMap<>(
                  Map.of(
                      "grant_type",
                      type,
                      "client_id",
                      application.clientId(),
                      "client_secret",
                      application.clientSecret(),
                      "refresh_token",
                      "Atzr|unknown",
                      "code",
                      "unknown",
                      "scope",
                      "unknown"));
          fields.put(place, secret);

          TokenReply reply = post(fields);

          assertThat(reply.reason()).isNotEmpty().doesNotContain(secret);
          assertThat(reply.toString()).doesNotContain(secret);
          if (reply.status() != 200) {
            assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain(secret);
          }
        }
      }
    }
  }

  @Test
  void secretAsAccessToken_isInNoReason() {
    NewApplication application = access.application();
    NewGrant grant = access.grant(application);
    String token = access.tokens.issue(grant.grant(), access.now());

    for (String secret : List.of(application.clientSecret(), grant.credential(), token + "x")) {
      Verdict verdict = access.tokens.verify(secret, access.now());

      assertThat(verdict.toString()).doesNotContain(secret).contains("InvalidToken");
    }
    assertThat(access.tokens.verify(token, access.now()).toString()).doesNotContain(token);
  }

  @Test
  void unknownScopeAndGrantType_areShownWhenTheyAreHarmless() {
    NewApplication application = access.application();
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            application.clientId(),
            "client_secret",
            application.clientSecret(),
            "scope",
            "sellingpartnerapi::other");

    assertThat(post(fields).reason())
        .isEqualTo(
            "scope 'sellingpartnerapi::other' from " + application.clientId() + " is not known");
    assertThat(post(Map.of("grant_type", "password")).reason()).isEqualTo("grant_type 'password'");
    assertThat(post(Map.of("grant_type", "P4ss")).reason()).isEqualTo("grant_type (not shown)");
    assertThat(post(Map.of()).reason()).isEqualTo("grant_type ''");
  }

  private TokenReply post(Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("&"));
    return access.endpoint.answer(
        new TokenRequest(
            "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)),
        access.now());
  }
}
