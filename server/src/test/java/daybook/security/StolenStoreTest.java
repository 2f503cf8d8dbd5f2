package daybook.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.access.RevokedGrants;
import daybook.access.Secrets;
import daybook.app.Workspace;
import daybook.config.SettingsException;
import daybook.fuzz.Victim;
import daybook.store.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can do who has read every byte of the store, and what not. */
final class StolenStoreTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String TARGET =
      "/reports/2025-06-09/orderReports?orderStartDate=2025-03-01&orderEndDate=2025-03-31";
  private static final String FORM =
      "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s";

  @TempDir Path directory;

  @Test
  void store_holdsNoSecretThatWasEverGivenOut() throws Exception {
    try (Town town = new Town(directory)) {
      Victim alder = town.victim("alder");
      Victim cedar = town.victim("cedar");
      String bought = town.token(form(town, town.victims.clientSecret(), alder.refresh())).body();
      assertThat(bought).contains("Atza|");
      String restricted = town.restricted(cedar);
      town.get(
          restricted, "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-01-01");

      String bytes = everyByte();
      assertThat(bytes).contains(town.victims.clientId()).contains("marker" + alder.name());
      for (String secret :
          List.of(
              town.victims.clientSecret(),
              alder.refresh(),
              cedar.refresh(),
              alder.access(),
              restricted,
              bought.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1"))) {
        for (String form : forms(secret)) {
          assertThat(bytes.contains(form)).as("a secret in some form").isFalse();
        }
      }
    }
  }

  @Test
  void hashesOfTheStore_areNoCredentials() throws Exception {
    try (Town town = new Town(directory)) {
      Victim alder = town.victim("alder");
      byte[] ofSecret = Secrets.hash(town.victims.clientSecret());
      byte[] ofRefresh = Secrets.hash(alder.refresh());
      assertThat(everyByte())
          .contains(new String(ofSecret, ISO_8859_1))
          .contains(new String(ofRefresh, ISO_8859_1));

      for (String hash : spellings(ofSecret)) {
        assertThat(town.token(form(town, hash, alder.refresh())).statusCode()).isEqualTo(401);
      }
      for (String hash : spellings(ofRefresh)) {
        assertThat(town.token(form(town, town.victims.clientSecret(), hash)).statusCode())
            .isEqualTo(400);
        assertThat(town.token(form(town, town.victims.clientSecret(), "Atzr|" + hash)).statusCode())
            .isEqualTo(400);
      }
    }
  }

  // Said plainly in SECURITY.md: this is what tokens.secret is for.
  @Test
  void keysOfTheStore_signTokensUnlessASecretIsSetBeside() throws Exception {
    try (Town town = new Town(directory)) {
      assertThat(town.get(forgedWithTheKeysOfTheStore(), TARGET).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keysOfTheStore_signNothingWhereASecretIsSetBeside() throws Exception {
    try (Town town = new Town(directory, "tokens.secret", SECRET)) {
      String form = form(town, town.victims.clientSecret(), town.victim("alder").refresh());
      String access = town.token(form).body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
      String page =
          town.get(access, TARGET)
              .body()
              .replaceAll("(?s).*\"nextPageToken\":\"([^\"]+)\".*", "$1");
      assertThat(town.get(access, TARGET + "&nextPageToken=" + page).statusCode()).isEqualTo(200);

      assertThat(town.get(forgedWithTheKeysOfTheStore(), TARGET).statusCode()).isEqualTo(403);
      assertThat(everyByte()).doesNotContain(SECRET);
    }
    try (Town other = new Town(directory.resolve("other"), "tokens.secret", SECRET)) {
      // One secret, two stores: the tokens of one are not the other's.
      assertThat(other.get(other.victim("alder").access(), TARGET).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void secretBeside_isSharedByServersAndLongEnough() {
    byte[] one = Secrets.keyOf("access-token", new byte[32], SECRET);
    assertThat(Secrets.keyOf("access-token", new byte[32], SECRET)).isEqualTo(one).hasSize(32);
    assertThat(Secrets.keyOf("page-token", new byte[32], SECRET)).isNotEqualTo(one);
    assertThat(Secrets.keyOf("access-token", new byte[32], SECRET + "0")).isNotEqualTo(one);
    assertThat(Secrets.keyOf("access-token", new byte[32], "")).isEqualTo(new byte[32]);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> Town.open(directory, "tokens.secret", SECRET.substring(1)))
        .withMessage("tokens.secret has fewer than 32 characters");
  }

  private String forgedWithTheKeysOfTheStore() {
    try (Workspace stolen = Town.open(directory)) {
      Grant grant =
          stolen.store().directory().grants().stream()
              .filter(any -> any.account().value().equals("alder") && any.revokedAt() == null)
              .findFirst()
              .orElseThrow();
      return stolen
          .accessTokens(new RevokedGrants(stolen.store().directory()))
          .issue(grant, stolen.clock().instant());
    }
  }

  private String everyByte() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      StringBuilder bytes = new StringBuilder();
      files.filter(Files::isRegularFile).forEach(file -> bytes.append(content(file)));
      return bytes.toString();
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // As it is, without its prefix, encoded, and the random bytes within it.
  private static List<String> forms(String secret) {
    String bare = secret.replaceFirst("^[^|]*\\|", "").replaceFirst("^amzn1\\.oa2-cs\\.v1\\.", "");
    byte[] raw = bare.getBytes(UTF_8);
    String decoded =
        bare.matches("[0-9a-f]{64}")
            ? new String(HexFormat.of().parseHex(bare), ISO_8859_1)
            : new String(Base64.getUrlDecoder().decode(bare.replaceFirst(".*\\.", "")), ISO_8859_1);
    return List.of(
        secret,
        bare,
        decoded,
        Base64.getEncoder().encodeToString(raw),
        HexFormat.of().formatHex(raw));
  }

  private static List<String> spellings(byte[] hash) {
    return List.of(
        HexFormat.of().formatHex(hash),
        "amzn1.oa2-cs.v1." + HexFormat.of().formatHex(hash),
        Base64.getEncoder().encodeToString(hash),
        Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
        new String(hash, ISO_8859_1));
  }

  private static String form(Town town, String clientSecret, String refreshToken) {
    return FORM.formatted(
        town.victims.clientId(),
        URLEncoder.encode(clientSecret, UTF_8),
        URLEncoder.encode(refreshToken, UTF_8));
  }
}
