package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretsTest {
  private static final Secrets SECRETS = new Secrets();

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind(SECRETS::newClientId, "amzn1\\.application-oa2-client\\.[0-9a-f]{32}"),
        kind(SECRETS::newClientSecret, "amzn1\\.oa2-cs\\.v1\\.[0-9a-f]{64}"),
        kind(SECRETS::newRefreshToken, "Atzr\\|[A-Za-z0-9_][A-Za-z0-9_-]{63}"),
        kind(SECRETS::newAuthorizationCode, "[A-Za-z0-9_][A-Za-z0-9_-]{42}"),
        kind(SECRETS::newGrantId, "grant-[0-9a-f]{16}"));
  }

  private static Arguments kind(Supplier<String> maker, String form) {
    return Arguments.of(maker, form);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void secret_hasItsFormAndIsNeverTheSame(Supplier<String> maker, String form) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String secret = maker.get();
      assertThat(secret).matches(form);
      assertThat(seen.add(secret)).isTrue();
    }
  }

  @Test
  void hash_isSha256OfTheText() {
    assertThat(Secrets.hash("abc"))
        .asHexString()
        .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void secret_matchesItsOwnHashOnly() {
    byte[] hash = Secrets.hash("Atzr|one");

    assertThat(Secrets.matches("Atzr|one", hash)).isTrue();
    assertThat(Secrets.matches("Atzr|onf", hash)).isFalse();
    assertThat(Secrets.matches("", hash)).isFalse();
    assertThat(Secrets.matches("Atzr|one", new byte[0])).isFalse();
  }

  @Test
  void signingKey_isLongEnough() {
    assertThat(SECRETS.newSigningKey()).hasSize(32).isNotEqualTo(SECRETS.newSigningKey());
  }
}
