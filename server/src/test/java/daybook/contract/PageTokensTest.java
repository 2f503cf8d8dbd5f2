package daybook.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.PageTokens.Opened;
import daybook.domain.AccountId;
import daybook.store.Position;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of CONTRACT 7 for page tokens. */
final class PageTokensTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final String OPERATION = "getOrderReports";
  private static final Caller CALLER = caller("client", "account");

  private final PageTokens tokens = new PageTokens(KEY, Duration.ofHours(24));
  private final PageToken token =
      new PageToken(
          "region=US\n",
          Instant.parse("2025-05-31T00:00:00.123Z"),
          new Position(Instant.parse("2025-01-01T00:00:00.456Z"), "114-0575598-4117065"));

  @Test
  void token_carriesEverything() {
    assertThat(tokens.open(sealed(), OPERATION, CALLER, NOW)).isEqualTo(new Opened.Valid(token));
  }

  @Test
  void token_needsNoPercentEncoding() {
    assertThat(sealed()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void token_isTheSameRawOnceAndTwiceEncoded() {
    String once = URLEncoder.encode(sealed(), UTF_8);
    String twice = URLEncoder.encode(once, UTF_8);
    assertThat(URLDecoder.decode(twice, UTF_8)).isEqualTo(sealed());
  }

  @Test
  void token_tellsNothingOfItsCaller() {
    byte[] bytes = java.util.Base64.getUrlDecoder().decode(sealed());
    assertThat(new String(bytes, UTF_8)).doesNotContain("client").doesNotContain("account");
  }

  @Test
  void token_withAChangedCharacterIsRefusedAtEveryPosition() {
    String text = sealed();
    for (int i = 0; i < text.length(); i++) {
      for (char other : new char[] {'A', 'B', '-', '_', '9', '+', '='}) {
        if (text.charAt(i) == other) {
          continue;
        }
        String changed = text.substring(0, i) + other + text.substring(i + 1);
        assertThat(tokens.open(changed, OPERATION, CALLER, NOW))
            .as("%s at %d", other, i)
            .isInstanceOf(Opened.Unusable.class);
      }
    }
  }

  @Test
  void token_cutAnywhereIsRefused() {
    String text = sealed();
    for (int length = 0; length < text.length(); length++) {
      assertThat(tokens.open(text.substring(0, length), OPERATION, CALLER, NOW))
          .as("cut to %d", length)
          .isInstanceOf(Opened.Unusable.class);
    }
  }

  @ParameterizedTest(name = "\"{0}\" is no token")
  @ValueSource(strings = {"", " ", "null", "123asda", "a b", "\u0000", "====", "AAAA"})
  void text_thatIsNoTokenIsRefused(String text) {
    assertThat(tokens.open(text, OPERATION, CALLER, NOW)).isInstanceOf(Opened.Unusable.class);
  }

  @Test
  void token_withPaddingOrMoreIsRefused() {
    for (String tail : new String[] {"=", "A", "AAAA", " "}) {
      assertReason(sealed() + tail, OPERATION, CALLER, NOW, "not");
    }
  }

  @Test
  void token_ofAnotherOperationIsRefused() {
    assertReason(sealed(), "getTransactions", CALLER, NOW, "of operation getOrderReports");
  }

  @Test
  void token_ofAnotherAccountIsRefused() {
    assertReason(sealed(), OPERATION, caller("client", "other"), NOW, "another application");
  }

  @Test
  void token_ofAnotherApplicationIsRefused() {
    assertReason(sealed(), OPERATION, caller("other", "account"), NOW, "another application");
  }

  @Test
  void token_ofAnotherKeyIsRefused() {
    PageTokens others = new PageTokens(new byte[32], Duration.ofHours(24));
    assertThat(others.open(sealed(), OPERATION, CALLER, NOW))
        .isEqualTo(new Opened.Unusable("page token is damaged or not ours"));
  }

  @Test
  void token_isGoodUntilItsLastMillisecond() {
    Instant end = NOW.plus(Duration.ofHours(24));
    assertThat(tokens.open(sealed(), OPERATION, CALLER, end.minusMillis(1)))
        .isInstanceOf(Opened.Valid.class);
    assertReason(sealed(), OPERATION, CALLER, end, "expired at 2025-06-02T12:00:00Z");
  }

  @Test
  void token_longerThanAnyOfOursIsRefusedUnread() {
    assertReason("A".repeat(5000), OPERATION, CALLER, NOW, "longer than 4096");
  }

  @Test
  void tokens_areSealedAndOpenedByManyThreadsAtOnce() {
    List<String> texts =
        IntStream.range(0, 2_000).parallel().mapToObj(i -> sealed()).distinct().toList();
    assertThat(texts).hasSize(1);
    assertThat(
            IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> tokens.open(texts.get(0), OPERATION, CALLER, NOW))
                .distinct())
        .containsExactly(new Opened.Valid(token));
  }

  private void assertReason(
      String text, String operation, Caller caller, Instant now, String reason) {
    Opened opened = tokens.open(text, operation, caller, now);
    assertThat(opened).isInstanceOf(Opened.Unusable.class);
    assertThat(((Opened.Unusable) opened).reason()).contains(reason);
  }

  private String sealed() {
    return tokens.seal(token, OPERATION, CALLER, NOW);
  }

  private static Caller caller(String client, String account) {
    return new Caller(
        client, "grant", new AccountId(account), Set.of(Role.AMAZON_BUSINESS_ANALYTICS));
  }
}
