package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import daybook.contract.Caller;
import daybook.contract.Fault;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.store.Grant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokensTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          .getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = AccessFixture.START;
  private static final Grant GRANT =
      new Grant(
          "grant-1",
          "amzn1.application-oa2-client.0",
          AccessFixture.ACME,
          Set.of("AMAZON_BUSINESS_ANALYTICS", "TAX_INVOICING"),
          null,
          NOW,
          null);

  @TempDir Path dir;
  private AccessFixture access;
  private AccessTokens tokens;

  @BeforeEach
  void open() {
    access = new AccessFixture(dir);
    tokens = new AccessTokens(KEY, AccessFixture.LIFETIME, access.revoked);
  }

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void token_tellsItsCaller() {
    String token = tokens.issue(GRANT, NOW);

    assertThat(token).startsWith("Atza|");
    assertThat(tokens.verify(token, NOW))
        .isEqualTo(
            new Verdict.Known(
                new Caller(
                    GRANT.clientId(),
                    GRANT.grantId(),
                    GRANT.account(),
                    Set.of(Role.AMAZON_BUSINESS_ANALYTICS, Role.TAX_INVOICING))));
  }

  @Test
  void token_carriesTheClaimsThatWereAgreed() throws Exception {
    String token = tokens.issue(GRANT, NOW);

    Map<String, Object> claims = JWSObject.parse(token.substring(5)).getPayload().toJSONObject();

    assertThat(claims)
        .containsOnlyKeys("iss", "sub", "client", "grant", "roles", "iat", "exp", "jti")
        .containsEntry("iss", "daybook")
        .containsEntry("sub", "acme")
        .containsEntry("client", GRANT.clientId())
        .containsEntry("grant", "grant-1")
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 3_601);
  }

  @Test
  void token_isVerifiedByEveryServerWithTheKey() {
    AccessTokens other = new AccessTokens(KEY, AccessFixture.LIFETIME, access.revoked);

    assertThat(other.verify(tokens.issue(GRANT, NOW), NOW)).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void token_isVerifiedWithoutTheStore() {
    String token = tokens.issue(GRANT, NOW);
    access.store.close();

    assertThat(tokens.verify(token, NOW)).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void tokens_ofOneMoment_differ() {
    assertThat(tokens.issue(GRANT, NOW)).isNotEqualTo(tokens.issue(GRANT, NOW));
  }

  @Test
  void longestToken_fitsTheContract() {
    Set<String> all =
        Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());
    Grant longest =
        new Grant(
            new Secrets().newGrantId(),
            new Secrets().newClientId(),
            new AccountId("x".repeat(64)),
            all,
            null,
            NOW,
            null);

    String token = tokens.issue(longest, NOW);

    assertThat(token).hasSizeLessThanOrEqualTo(2_048);
    assertThat(tokens.verify(token, NOW)).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void token_livesItsLifeAndNotASecondLonger() {
    String token = tokens.issue(GRANT, NOW);

    assertThat(tokens.verify(token, NOW.plus(AccessFixture.LIFETIME)))
        .isInstanceOf(Verdict.Known.class);
    assertThat(tokens.verify(token, NOW.plus(AccessFixture.LIFETIME).plusSeconds(1)))
        .isEqualTo(
            new Verdict.Refused(
                new Fault.ExpiredToken("access token expired at 2026-03-01T13:00:01Z")));
  }

  @Test
  void token_thatComesBackFromTheDead_whenTheClockIsMovedBack_isGood() {
    String token = tokens.issue(GRANT, NOW);
    tokens.verify(token, NOW.plus(Duration.ofDays(1)));

    assertThat(tokens.verify(token, NOW)).isInstanceOf(Verdict.Known.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t"})
  void headerThatIsNotThere_isMissing(String value) {
    assertThat(tokens.verify(value, NOW)).isEqualTo(new Verdict.Refused(new Fault.MissingToken()));
  }

  @Test
  void headerWithBlanksAround_isRead() {
    assertThat(tokens.verify(" " + tokens.issue(GRANT, NOW) + " ", NOW))
        .isInstanceOf(Verdict.Known.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "Atza|",
        "Atza|x",
        "Atza|IwEBIA",
        "Atza|a.b.c",
        "Atza|...",
        "Atza|eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9..",
        "Atza|eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.e30.AAAA",
        "Atzr|abc",
        "Atz.sprdt|abc",
        "Bearer abc",
        "Atza|\u00e4\u20ac"
      })
  void foreignText_isInvalid(String value) {
    assertThat(fault(value)).isInstanceOf(Fault.InvalidToken.class);
  }

  @Test
  void longHeader_isRefusedBeforeItIsRead() {
    String long2048 = tokens.issue(GRANT, NOW) + "A".repeat(2_048);

    assertThat(fault(long2048).reason()).isEqualTo("access token longer than 2048 characters");
    assertThat(fault("Atza|" + "A".repeat(10_000_000)).reason())
        .isEqualTo("access token longer than 2048 characters");
  }

  @Test
  void tokenOfAnotherKey_isInvalid() {
    byte[] other = KEY.clone();
    other[0]++;
    String token =
        new AccessTokens(other, AccessFixture.LIFETIME, access.revoked).issue(GRANT, NOW);

    assertThat(fault(token).reason()).isEqualTo("access token with a wrong signature");
  }

  @Test
  void tokenWithoutSignature_isInvalid() throws Exception {
    String claims = JWSObject.parse(tokens.issue(GRANT, NOW).substring(5)).getPayload().toString();

    assertThat(fault("Atza|" + new PlainObject(new Payload(claims)).serialize()))
        .isInstanceOf(Fault.InvalidToken.class);
    String header = tokens.issue(GRANT, NOW).split("\\.", 2)[0];
    String payload = new Payload(claims).toBase64URL().toString();
    assertThat(fault(header + "." + payload + ".")).isInstanceOf(Fault.InvalidToken.class);
  }

  @Test
  void tokenOfAnotherAlgorithmOrType_isInvalid_thoughTheKeyIsOurs() throws Exception {
    Payload claims = JWSObject.parse(tokens.issue(GRANT, NOW).substring(5)).getPayload();
    JOSEObjectType ours = new JOSEObjectType("at+jwt");
    List<JWSHeader> headers =
        List.of(
            new JWSHeader.Builder(JWSAlgorithm.HS512).type(ours).build(),
            new JWSHeader.Builder(JWSAlgorithm.HS384).type(ours).build(),
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
            new JWSHeader.Builder(JWSAlgorithm.HS256).build());
    for (JWSHeader header : headers) {
      JWSObject object = new JWSObject(header, claims);
      object.sign(new MACSigner(KEY));

      assertThat(fault("Atza|" + object.serialize()).reason())
          .isEqualTo("access token with a header that is not ours");
    }
  }

  @Test
  void signedTokenWithOtherClaims_isMalformed() throws Exception {
    Map<String, Object> good = new LinkedHashMap<>();
    good.put("iss", "daybook");
    good.put("client", "c");
    good.put("sub", "acme");
    good.put("grant", "g");
    good.put("roles", List.of());
    good.put("iat", 1L);
    good.put("exp", NOW.getEpochSecond() + 10);
    assertThat(tokens.verify(signed(good), NOW)).isInstanceOf(Verdict.Known.class);

    for (String name : List.of("iss", "client", "sub", "grant", "iat", "exp")) {
      Map<String, Object> bad = new LinkedHashMap<>(good);
      bad.put(name, List.of());
      assertThat(fault(signed(bad)).reason()).isEqualTo("malformed access token");
      bad.remove(name);
      assertThat(fault(signed(bad)).reason()).isEqualTo("malformed access token");
    }
  }

  @Test
  void tokenForScopes_lacksOnlyTheRight() {
    String token = tokens.issueForScopes("client-1", List.of("sellingpartnerapi::migration"), NOW);

    assertThat(fault(token))
        .isEqualTo(new Fault.MissingRole("token of client-1 has a scope, but no account"));
    assertThat(((Verdict.Refused) tokens.verify(token, NOW.plus(Duration.ofDays(1)))).fault())
        .isInstanceOf(Fault.ExpiredToken.class);
  }

  @Test
  void rolesOfANewerVersion_areLeftOut() {
    Grant newer =
        new Grant(
            "g", "c", AccessFixture.ACME, Set.of("TAX_INVOICING", "SPACE_TRAVEL"), null, NOW, null);

    assertThat(tokens.verify(tokens.issue(newer, NOW), NOW))
        .extracting(verdict -> ((Verdict.Known) verdict).caller().roles())
        .isEqualTo(Set.of(Role.TAX_INVOICING));
  }

  @Test
  void shortKey_isRefused() {
    assertThatThrownBy(() -> new AccessTokens(new byte[31], AccessFixture.LIFETIME, access.revoked))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes");
  }

  @Test
  void reasons_neverShowTheToken() {
    String token = tokens.issue(GRANT, NOW);
    String signature = token.substring(token.lastIndexOf('.') + 1);

    for (String bad : List.of(token + "x", token.substring(1), "x" + token)) {
      assertThat(fault(bad).reason()).doesNotContain(signature);
    }
  }

  private Fault fault(String headerValue) {
    return ((Verdict.Refused) tokens.verify(headerValue, NOW)).fault();
  }

  private static String signed(Map<String, Object> claims) throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build();
    JWSObject object = new JWSObject(header, new Payload(claims));
    object.sign(new MACSigner(KEY));
    return "Atza|" + object.serialize();
  }
}
