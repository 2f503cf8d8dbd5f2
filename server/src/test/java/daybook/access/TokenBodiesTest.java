package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the token endpoint reads what it is sent: forms, JSON, and neither. */
final class TokenBodiesTest extends TokenCalls {
  @Test
  void bar_mayBeRawOrEncodedInAForm() {
    String raw =
        "grant_type=refresh_token&refresh_token=" + grant.credential() + "&" + credentials();

    assertThat(raw).contains("Atzr|");
    assertThat(post(FORM, raw).status()).isEqualTo(200);
    assertThat(post(FORM, raw.replace("|", "%7C")).status()).isEqualTo(200);
    assertThat(post(FORM, raw.replace("|", "%7c")).status()).isEqualTo(200);
  }

  @Test
  void form_isReadLeniently() {
    String body = form(refresh());

    assertThat(post(FORM, body + "\r\n").status()).isEqualTo(200);
    assertThat(post(FORM, "&&=&x&" + body + "&unknown=1&redirect_uri=%zz%").status())
        .isEqualTo(200);
    assertThat(post(FORM, "refresh_token=&" + body).status()).isEqualTo(200);
  }

  @Test
  void field_thatComesTwice_countsTheFirstTime() {
    String body = form(refresh());

    assertThat(post(FORM, body + "&client_secret=wrong").status()).isEqualTo(200);
    assertThat(text(post(FORM, "client_secret=wrong&" + body))).isEqualTo(INVALID_CLIENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml", "form", ";"})
  void wrongContentType_yieldsUnsupportedGrantType(String type) {
    TokenReply reply = post(type, form(refresh()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(text(reply)).isEqualTo(UNSUPPORTED);
  }

  @Test
  void jsonSentAsAForm_yieldsUnsupportedGrantType() {
    assertThat(text(post(FORM, json(refresh())))).isEqualTo(UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"x\"", "{} {}", "{\"a\":1,\"a\":2}", "\u0000", "{a:1}"})
  void brokenJson_isAnInvalidRequest(String body) {
    assertThat(text(post(JSON, body))).isEqualTo(invalidRequest("body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "[]", "{}"})
  void jsonMemberOfAnotherType_isNamed(String value) {
    assertThat(text(post(JSON, "{\"client_id\":" + value + "}")))
        .isEqualTo(invalidRequest("client_id"));
  }

  @Test
  void jsonMemberThatIsNull_countsAsMissing() {
    String body = json(refresh());

    assertThat(post(JSON, body.replace("{", "{\"scope\":null,\"other\":[1],")).status())
        .isEqualTo(200);
    assertThat(text(post(JSON, "{\"grant_type\":null}"))).isEqualTo(UNSUPPORTED);
  }

  @Test
  void hugeBody_isAnInvalidRequest() {
    assertThat(text(post(FORM, form(refresh()) + "&x=" + "y".repeat(70_000))))
        .isEqualTo(invalidRequest("body"));
  }

  @Test
  void manyFields_areLookedAtUpToABound() {
    assertThat(text(post(FORM, "x=1&".repeat(1_000) + form(refresh())))).isEqualTo(UNSUPPORTED);
  }
}
