package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import daybook.contract.Role;
import daybook.store.Directory;
import daybook.store.Grant;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

final class AccessTokensPropertyTest {
  private static final Instant NOW = AccessFixture.START;
  private static Path file;
  private static SqlStore store;
  private static AccessTokens tokens;
  private static String token;

  @BeforeContainer
  static void open() throws IOException {
    file = Files.createTempDirectory("daybook-access");
    store = SqlStore.open(StoreOptions.sqlite(file.resolve("access.db")));
    Directory directory = store.directory();
    tokens =
        new AccessTokens(
            new Secrets().newSigningKey(), AccessFixture.LIFETIME, new RevokedGrants(directory));
    token = tokens.issue(grant(Set.of(Role.AMAZON_BUSINESS_ANALYTICS)), NOW);
  }

  @AfterContainer
  static void close() throws IOException {
    store.close();
    try (var files = Files.list(file)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(file);
  }

  private static Grant grant(Set<Role> roles) {
    Set<String> names = roles.stream().map(Role::name).collect(Collectors.toSet());
    return new Grant("grant-1", "client-1", AccessFixture.ACME, names, null, NOW, null);
  }

  @Property(tries = 3_000)
  void token_withAnyCharacterChanged_isInvalid(
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @CharRange(from = '!', to = '~') char by) {
    int at = place % token.length();
    String changed = token.substring(0, at) + by + token.substring(at + 1);

    assertThat(accepted(changed)).isEqualTo(changed.equals(token));
  }

  /** The last character carries two bits that mean nothing: each of its 64 forms counts. */
  @Property
  void token_withAnyOtherLastCharacter_isInvalid(@ForAll @CharRange(from = '-', to = 'z') char by) {
    String changed = token.substring(0, token.length() - 1) + by;

    assertThat(accepted(changed)).isEqualTo(changed.equals(token));
  }

  @Property
  void token_withAnythingPutIn_isInvalid(
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 5) String text) {
    int at = place % (token.length() + 1);

    assertThat(accepted(token.substring(0, at) + text + token.substring(at))).isFalse();
  }

  @Property
  void token_cutAnywhere_isInvalid(@ForAll @IntRange(max = 100_000) int place) {
    assertThat(accepted(token.substring(0, place % token.length()))).isFalse();
  }

  @Property
  void anyText_isRefusedWithoutAnError(@ForAll String text) {
    assertThat(((Verdict.Refused) tokens.verify(text, NOW)).fault())
        .isInstanceOfAny(Fault.InvalidToken.class, Fault.MissingToken.class);
  }

  @Property
  void roles_arriveAsTheyWereGranted(@ForAll Set<Role> roles) {
    Verdict verdict = tokens.verify(tokens.issue(grant(roles), NOW), NOW);

    assertThat(((Verdict.Known) verdict).caller().roles()).isEqualTo(roles);
  }

  private static boolean accepted(String text) {
    return tokens.verify(text, NOW) instanceof Verdict.Known;
  }
}
