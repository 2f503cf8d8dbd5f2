package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.store.Grant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a token at the token endpoint, and for what. */
final class TokenEndpointTest extends TokenCalls {
  @ParameterizedTest
  @ValueSource(
      strings = {
        FORM,
        "APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8",
        JSON,
        "application/json;charset=utf-8",
        "none, form",
        "none, json"
      })
  void refreshToken_buysAnAccessToken(String type) {
    Map<String, String> fields = refresh();
    boolean json = type.contains("json");
    TokenReply reply =
        access.endpoint.answer(
            new TokenRequest(
                type.startsWith("none") ? null : type, bytes(json ? json(fields) : form(fields))),
            access.now());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsOnly(
            Map.entry("Content-Type", "application/json;charset=UTF-8"),
            Map.entry("Cache-Control", "no-store"),
            Map.entry("Pragma", "no-cache"));
    String accessToken = Json.readObject(reply.body()).text("access_token");
    assertThat(text(reply))
        .isEqualTo(
            "{\"access_token\":\""
                + accessToken
                + "\",\"token_type\":\"bearer\",\"expires_in\":3600,\"refresh_token\":\""
                + grant.credential()
                + "\"}");
    assertThat(access.tokens.verify(accessToken, access.now()))
        .extracting(verdict -> ((Verdict.Known) verdict).caller().grantId())
        .isEqualTo(grant.grant().grantId());
  }

  @Test
  void authorizationCode_buysARefreshTokenThatWorks() {
    String code = code(application);

    TokenReply reply = post(code(code));

    assertThat(reply.status()).isEqualTo(200);
    JsonObject body = Json.readObject(reply.body());
    assertThat(body.text("refresh_token")).startsWith("Atzr|");
    assertThat(access.tokens.verify(body.text("access_token"), access.now()))
        .isInstanceOf(Verdict.Known.class);
    Map<String, String> next = refresh();
    next.put("refresh_token", body.text("refresh_token"));
    assertThat(post(next).status()).isEqualTo(200);
  }

  @Test
  void authorizationCode_isGoodOnceAndForFiveMinutes() {
    String used = code(application);
    assertThat(post(code(used)).status()).isEqualTo(200);
    assertThat(text(post(code(used)))).isEqualTo(INVALID_CODE);

    String late = code(application);
    access.clock.advance(Duration.ofMinutes(5));
    assertThat(text(post(code(late)))).isEqualTo(INVALID_CODE);

    String inTime = code(application);
    access.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(post(code(inTime)).status()).isEqualTo(200);
  }

  @Test
  void authorizationCode_ofAnotherApplication_isInvalidAndStaysGoodForItsOwn() {
    NewApplication other = access.application();
    String code = code(other);

    TokenReply reply = post(code(code));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(text(reply)).isEqualTo(INVALID_CODE);
    application = other;
    assertThat(post(code(code)).status()).isEqualTo(200);
  }

  @Test
  void authorizationCode_ofARevokedGrant_isInvalid() {
    NewGrant pending =
        access.registrar.createGrantWithCode(
            application.clientId(), AccessFixture.ACME, AccessFixture.ANALYTICS);
    access.registrar.revokeGrant(pending.grant().grantId());

    assertThat(text(post(code(pending.credential())))).isEqualTo(INVALID_CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sellingpartnerapi::notifications",
        "sellingpartnerapi::migration",
        "sellingpartnerapi::notifications sellingpartnerapi::migration"
      })
  void clientCredentials_buyATokenWithoutRefreshToken(String scope) {
    TokenReply reply = post(clientCredentials(scope));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(text(reply))
        .matches(
            "\\{\"access_token\":\"Atza\\|[^\"]+\",\"token_type\":\"bearer\","
                + "\"expires_in\":3600}");
    String accessToken = Json.readObject(reply.body()).text("access_token");
    assertThat(((Verdict.Refused) access.tokens.verify(accessToken, access.now())).fault())
        .isInstanceOf(daybook.contract.Fault.MissingRole.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sellingpartnerapi::other",
        "SCOPE_MIGRATION_API",
        "sellingpartnerapi::migration,sellingpartnerapi::notifications",
        "sellingpartnerapi::migration profile"
      })
  void unknownScope_isInvalid(String scope) {
    TokenReply reply = post(clientCredentials(scope));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(text(reply)).isEqualTo(INVALID_SCOPE);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id,     ''",
    "client_id,     amzn1.application-oa2-client.00000000000000000000000000000000",
    "client_id,     ' '",
    "client_secret, ''",
    "client_secret, amzn1.oa2-cs.v1.0000",
    "client_secret, ' '"
  })
  void unknownClientOrWrongSecret_isUnauthorised(String name, String value) {
    for (Map<String, String> fields :
        java.util.List.of(
            refresh(), code("x"), clientCredentials("sellingpartnerapi::migration"))) {
      Map<String, String> without = new LinkedHashMap<>(fields);
      without.remove(name);
      fields.put(name, value);

      assertThat(post(fields).status()).isEqualTo(401);
      assertThat(text(post(fields))).isEqualTo(INVALID_CLIENT);
      assertThat(text(post(without))).isEqualTo(INVALID_CLIENT);
      assertThat(text(post(JSON, json(fields)))).isEqualTo(INVALID_CLIENT);
    }
  }

  @Test
  void secret_beforeRotation_isUnauthorised() {
    access.registrar.rotateSecret(application.clientId());

    assertThat(post(refresh()).status()).isEqualTo(401);
  }

  @Test
  void deletedApplication_isUnauthorised() {
    access.registrar.deleteApplication(application.clientId());

    assertThat(text(post(refresh()))).isEqualTo(INVALID_CLIENT);
  }

  @Test
  void refreshToken_thatIsUnknownRevokedOrOfAnother_isInvalid() {
    Map<String, String> unknown = refresh();
    unknown.put("refresh_token", "Atzr|unknown");
    assertThat(post(unknown).status()).isEqualTo(400);
    assertThat(text(post(unknown))).isEqualTo(INVALID_REFRESH_TOKEN);

    Map<String, String> foreign = refresh();
    foreign.put("refresh_token", access.grant(access.application()).credential());
    assertThat(text(post(foreign))).isEqualTo(INVALID_REFRESH_TOKEN);

    access.registrar.revokeGrant(grant.grant().grantId());
    assertThat(text(post(refresh()))).isEqualTo(INVALID_REFRESH_TOKEN);
  }

  @Test
  void requiredParameter_thatIsMissing_isNamed() {
    Map<String, String> noToken = refresh();
    noToken.remove("refresh_token");
    Map<String, String> noCode = code("x");
    noCode.remove("code");

    assertThat(post(noToken).status()).isEqualTo(400);
    assertThat(text(post(noToken))).isEqualTo(invalidRequest("refresh_token"));
    assertThat(text(post(noCode))).isEqualTo(invalidRequest("code"));
    assertThat(text(post(JSON, json(noCode)))).isEqualTo(invalidRequest("code"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "", "REFRESH_TOKEN", "urn:ietf:params:oauth:grant-type:x"})
  void unknownGrantType_isUnsupported(String type) {
    Map<String, String> fields = refresh();
    fields.put("grant_type", type);

    assertThat(post(fields).status()).isEqualTo(400);
    assertThat(text(post(fields))).isEqualTo(UNSUPPORTED);
  }

  @Test
  void grantWithRolesOfANewerVersionOnly_isUnauthorised() {
    String token = new Secrets().newRefreshToken();
    access.directory.addGrant(
        new Grant(
            "grant-newer",
            application.clientId(),
            AccessFixture.ACME,
            Set.of("SPACE_TRAVEL"),
            Secrets.hash(token),
            access.now(),
            null));
    Map<String, String> fields = refresh();
    fields.put("refresh_token", token);

    assertThat(post(fields).status()).isEqualTo(400);
    assertThat(text(post(fields)))
        .isEqualTo(
            "{\"error_description\":\"Not authorized for requested operation\","
                + "\"error\":\"unauthorized_client\"}");
  }

  @Test
  void storeThatIsGone_yieldsAnErrorWithBothFields() {
    access.store.close();

    TokenReply reply = post(refresh());

    assertThat(reply.status()).isIn(500, 503);
    JsonObject body = Json.readObject(reply.body());
    assertThat(body.text("error")).isIn("server_error", "temporarily_unavailable");
    assertThat(body.text("error_description")).isNotEmpty();
  }

  @Test
  void refusals_carryTheHeadersToo() {
    assertThat(post(FORM, "").headers())
        .containsEntry("Content-Type", "application/json;charset=UTF-8")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Pragma", "no-cache");
  }

  @Test
  void reasons_sayWhatWasWrongWithoutAnySecret() {
    Map<String, String> wrong = refresh();
    wrong.put("client_secret", "amzn1.oa2-cs.v1.secret");
    Map<String, String> swapped = refresh();
    swapped.put("client_id", application.clientSecret());
    Map<String, String> unknown = refresh();
    unknown.put("refresh_token", "Atzr|secret");

    assertThat(post(wrong).reason()).isEqualTo("wrong client_secret for " + application.clientId());
    assertThat(post(swapped).reason()).isEqualTo("unknown client_id");
    assertThat(post(unknown).reason())
        .isEqualTo("unknown refresh_token from " + application.clientId());
    assertThat(post(refresh()).reason())
        .isEqualTo("access token for grant " + grant.grant().grantId());
    assertThat(post(refresh()).toString())
        .doesNotContain(grant.credential())
        .doesNotContain("Atza");
    assertThat(new TokenRequest(FORM, bytes(form(refresh()))).toString())
        .isEqualTo(
            "TokenRequest[contentType=" + FORM + ", " + form(refresh()).length() + " bytes]");
  }
}
