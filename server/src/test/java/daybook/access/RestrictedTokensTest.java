package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Caller;
import daybook.contract.Caller.DataElement;
import daybook.contract.Caller.Restriction;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.OperationRequest.Issued;
import daybook.contract.OperationSpec;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restricted data tokens: what they carry, and how they are told from plain ones. */
final class RestrictedTokensTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = AccessFixture.START;
  private static final Caller CALLER =
      new Caller(
          "amzn1.application-oa2-client.0",
          "grant-1",
          new AccountId("acme"),
          Set.of(Role.INVENTORY_AND_ORDER_TRACKING, Role.TAX_INVOICING));
  private static final String ORDERS = "/orders/v0/orders";

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

  @ParameterizedTest
  @EnumSource(DataElement.class)
  void token_carriesItsDataElement(DataElement element) {
    Caller found = known(issue(Set.of(element)));

    assertThat(found.dataElements(operation(ORDERS))).containsExactly(element);
    assertThat(found.opens(operation(ORDERS))).isTrue();
    assertThat(found.roles()).isEqualTo(CALLER.roles());
    assertThat(found.account()).isEqualTo(CALLER.account());
    assertThat(found.grantId()).isEqualTo("grant-1");
  }

  @Test
  void token_carriesAllDataElementsTogether() {
    Set<DataElement> all = EnumSet.allOf(DataElement.class);

    assertThat(known(issue(all)).dataElements(operation(ORDERS))).isEqualTo(all);
  }

  @Test
  void token_opensNoOtherPath() {
    Caller found = known(issue(EnumSet.allOf(DataElement.class)));

    assertThat(found.opens(operation("/orders/v0/orders/1"))).isFalse();
    assertThat(found.dataElements(operation("/reports/x"))).isEmpty();
  }

  @Test
  void plainToken_opensEveryPathAndShowsNothingRestricted() {
    assertThat(CALLER.opens(operation("/anything"))).isTrue();
    assertThat(CALLER.dataElements(operation(ORDERS))).isEmpty();
  }

  @Test
  void token_livesOneHour() {
    Issued issued = issue(Set.of(DataElement.BUYER_INFO));

    assertThat(issued.lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(tokens.verify(issued.token(), NOW.plus(Duration.ofMinutes(59))))
        .isInstanceOf(Verdict.Known.class);
    assertThat(fault(issued.token(), NOW.plus(Duration.ofHours(2))))
        .isInstanceOf(Fault.ExpiredToken.class);
  }

  @Test
  void token_ofAnotherKind_isRefused() {
    String token = issue(Set.of(DataElement.BUYER_INFO)).token();

    assertThat(token).startsWith("Atz.sprdt|").hasSizeLessThan(SignedTokens.MAX_BYTES);
    assertThat(fault(token.replace("Atz.sprdt|", "Atza|"), NOW))
        .isInstanceOf(Fault.InvalidToken.class);
    assertThat(fault(token.replace("Atz.sprdt|", "Atzr|"), NOW))
        .isInstanceOf(Fault.InvalidToken.class);
    assertThat(fault(token.substring(0, token.length() - 1), NOW))
        .isInstanceOf(Fault.InvalidToken.class);
  }

  @Test
  void token_isVerifiedByItsOwnKeyOnly() {
    byte[] other = KEY.clone();
    other[0]++;

    String token = issue(Set.of(DataElement.BUYER_INFO)).token();

    assertThat(new AccessTokens(other, AccessFixture.LIFETIME, access.revoked).verify(token, NOW))
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void issued_tellsNoSecret() {
    Issued issued = issue(Set.of(DataElement.BUYER_INFO));

    assertThat(issued.toString()).doesNotContain(issued.token());
  }

  @Test
  void elements_areReadByTheirNames() {
    Arbitrary<DataElement> all = Arbitraries.of(DataElement.class);
    all.allValues()
        .orElseThrow()
        .forEach(
            element ->
                assertThat(
                        DataElement.parse(
                            " " + element.wireName().toUpperCase(java.util.Locale.ROOT)))
                    .contains(element));
    assertThat(DataElement.parse("passengers")).isEmpty();
  }

  private Issued issue(Set<DataElement> elements) {
    return tokens.issue(CALLER, new Restriction(Map.of(ORDERS, elements)), NOW);
  }

  private Caller known(Issued issued) {
    assertThat(tokens.verify(issued.token(), NOW)).isInstanceOf(Verdict.Known.class);
    return ((Verdict.Known) tokens.verify(issued.token(), NOW)).caller();
  }

  private Fault fault(String token, Instant now) {
    return ((Verdict.Refused) tokens.verify(token, now)).fault();
  }

  private static OperationSpec operation(String path) {
    return new OperationSpec(
        "any", path, "test", Role.TAX_INVOICING, UsagePlan.of("1", 1), Dialect.SP_API);
  }
}
