package daybook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with accounts, applications, grants and keys. */
public abstract class DirectoryKit {

  private static final Instant T0 = Instant.parse("2025-01-01T00:00:00.001Z");
  private static final Instant T1 = T0.plusSeconds(1);
  private static final AccountId ACCOUNT = new AccountId("works");
  private static final byte[] CODE = bytes("code");
  private static final byte[] TOKEN = bytes("token");

  private Store store;
  private Directory directory;

  /** Opens an empty store. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = emptyStore();
    directory = store.directory();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Account account(String id) {
    return new Account(new AccountId(id), AccountKind.BUSINESS, "Name of " + id, T0);
  }

  private static Application application(String id) {
    return new Application(id, "Name of " + id, bytes("secret of " + id), T0);
  }

  private static Grant grant(String id, byte[] token) {
    return new Grant(id, "app", ACCOUNT, Set.of("ANALYTICS", "two words"), token, T0, null);
  }

  private void addOwners() {
    directory.addAccount(account("works"));
    directory.addApplication(application("app"));
  }

  @Test
  void accounts_areListedById() {
    assertThat(directory.accounts()).isEmpty();
    Account seller = new Account(new AccountId("a"), AccountKind.SELLER, "Ä & Söhne", T1);
    assertThat(directory.addAccount(account("b"))).isTrue();
    assertThat(directory.addAccount(seller)).isTrue();
    assertThat(directory.accounts()).containsExactly(seller, account("b"));
  }

  @Test
  void addAccount_takenId_changesNothing() {
    directory.addAccount(account("a"));
    Account other = new Account(new AccountId("a"), AccountKind.SELLER, "Other", T1);
    assertThat(directory.addAccount(other)).isFalse();
    assertThat(directory.accounts()).containsExactly(account("a"));
  }

  @Test
  void applications_areListedByClientId() {
    directory.addApplication(application("b"));
    directory.addApplication(application("a"));
    assertThat(directory.applications())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(application("a"), application("b"));
    assertThat(directory.application("a"))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(application("a"));
    assertThat(directory.application("c")).isEmpty();
  }

  @Test
  void addApplication_takenId_changesNothing() {
    directory.addApplication(application("a"));
    assertThat(directory.addApplication(new Application("a", "Other", bytes("x"), T1))).isFalse();
    assertThat(directory.application("a").orElseThrow().name()).isEqualTo("Name of a");
  }

  @Test
  void rotateSecret_replacesTheHashOfThatApplication() {
    directory.addApplication(application("a"));
    directory.addApplication(application("b"));
    assertThat(directory.rotateSecret("a", bytes("new"))).isTrue();
    assertThat(directory.rotateSecret("c", bytes("new"))).isFalse();
    assertThat(directory.application("a").orElseThrow().secretHash()).isEqualTo(bytes("new"));
    assertThat(directory.application("b").orElseThrow().secretHash())
        .isEqualTo(bytes("secret of b"));
  }

  @Test
  void deleteApplication_revokesItsGrantsAlone() {
    addOwners();
    directory.addApplication(application("other"));
    directory.addGrant(grant("g1", TOKEN));
    directory.addGrant(new Grant("g2", "other", ACCOUNT, Set.of(), null, T0, null));
    assertThat(directory.deleteApplication("app", T1)).isTrue();
    assertThat(directory.deleteApplication("app", T1)).isFalse();
    assertThat(directory.application("app")).isEmpty();
    assertThat(directory.grant("g1").orElseThrow().revokedAt()).isEqualTo(T1);
    assertThat(directory.grant("g2").orElseThrow().revokedAt()).isNull();
  }

  @Test
  void deleteApplication_addedAgain_doesNotReviveGrants() {
    addOwners();
    directory.addGrant(grant("g", TOKEN));
    directory.deleteApplication("app", T1);
    directory.addApplication(application("app"));
    assertThat(directory.grant("g").orElseThrow().revokedAt()).isEqualTo(T1);
  }

  @Test
  void grants_areListedByCreation() {
    addOwners();
    Grant late = new Grant("a", "app", ACCOUNT, Set.of("X"), null, T1, null);
    assertThat(directory.addGrant(late)).isTrue();
    assertThat(directory.addGrant(grant("b", TOKEN))).isTrue();
    assertThat(directory.grants())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(grant("b", TOKEN), late);
    assertThat(directory.grant("b")).get().usingRecursiveComparison().isEqualTo(grant("b", TOKEN));
    assertThat(directory.grant("c")).isEmpty();
  }

  @Test
  void grant_ofNoRoles_hasNoRoles() {
    addOwners();
    directory.addGrant(new Grant("g", "app", ACCOUNT, Set.of(), null, T0, T1));
    assertThat(directory.grant("g").orElseThrow().roles()).isEmpty();
    assertThat(directory.grant("g").orElseThrow().revokedAt()).isEqualTo(T1);
  }

  @Test
  void addGrant_takenIdOrMissingOwner_addsNothing() {
    directory.addAccount(account("works"));
    assertThat(directory.addGrant(grant("g", TOKEN))).isFalse();
    directory.addApplication(application("app"));
    assertThat(directory.addGrant(grant("g", TOKEN))).isTrue();
    assertThat(directory.addGrant(grant("g", bytes("other")))).isFalse();
    AccountId nobody = new AccountId("nobody");
    assertThat(directory.addGrant(new Grant("h", "app", nobody, Set.of(), null, T0, null)))
        .isFalse();
    assertThat(directory.grants()).hasSize(1);
    assertThat(directory.grantByRefreshToken(bytes("other"))).isEmpty();
  }

  @Test
  void grantByRefreshToken_findsRevokedOnesToo() {
    addOwners();
    directory.addGrant(grant("g", TOKEN));
    directory.addGrant(grant("h", null));
    assertThat(directory.grantByRefreshToken(TOKEN).orElseThrow().grantId()).isEqualTo("g");
    directory.revokeGrant("g", T1);
    assertThat(directory.grantByRefreshToken(TOKEN).orElseThrow().revokedAt()).isEqualTo(T1);
    assertThat(directory.grantByRefreshToken(bytes("none"))).isEmpty();
  }

  @Test
  void revokeGrant_twice_keepsTheFirstInstant() {
    addOwners();
    directory.addGrant(grant("g", TOKEN));
    assertThat(directory.revokeGrant("g", T1)).isTrue();
    assertThat(directory.revokeGrant("g", T1.plusSeconds(1))).isFalse();
    assertThat(directory.revokeGrant("absent", T1)).isFalse();
    assertThat(directory.grant("g").orElseThrow().revokedAt()).isEqualTo(T1);
  }

  @Test
  void redeem_givesTheGrantItsTokenOnce() {
    addOwners();
    directory.addGrant(grant("g", null));
    directory.addAuthorizationCode(CODE, "g", T1);
    Grant redeemed = directory.redeemAuthorizationCode(CODE, "app", TOKEN, T0).orElseThrow();
    assertThat(redeemed.grantId()).isEqualTo("g");
    assertThat(redeemed.refreshTokenHash()).isEqualTo(TOKEN);
    assertThat(directory.grantByRefreshToken(TOKEN)).isPresent();
    assertThat(directory.redeemAuthorizationCode(CODE, "app", bytes("second"), T0)).isEmpty();
    assertThat(directory.grantByRefreshToken(TOKEN)).isPresent();
  }

  @Test
  void redeem_unknownOrForeignCode_leavesAllAsItWas() {
    addOwners();
    directory.addGrant(grant("g", null));
    directory.addAuthorizationCode(CODE, "g", T1);
    assertThat(directory.redeemAuthorizationCode(bytes("guess"), "app", TOKEN, T0)).isEmpty();
    assertThat(directory.redeemAuthorizationCode(CODE, "other", TOKEN, T0)).isEmpty();
    assertThat(directory.grant("g").orElseThrow().refreshTokenHash()).isNull();
    assertThat(directory.redeemAuthorizationCode(CODE, "app", TOKEN, T0)).isPresent();
  }

  @Test
  void redeem_fromItsExpiryOn_isRefused() {
    addOwners();
    directory.addGrant(grant("g", null));
    directory.addAuthorizationCode(CODE, "g", T1);
    assertThat(directory.redeemAuthorizationCode(CODE, "app", TOKEN, T1)).isEmpty();
    assertThat(directory.grant("g").orElseThrow().refreshTokenHash()).isNull();
  }

  @Test
  void redeem_codeOfARevokedGrant_isRefused() {
    addOwners();
    directory.addGrant(grant("g", null));
    directory.addAuthorizationCode(CODE, "g", T1);
    directory.revokeGrant("g", T0);
    assertThat(directory.redeemAuthorizationCode(CODE, "app", TOKEN, T0)).isEmpty();
    assertThat(directory.grantByRefreshToken(TOKEN)).isEmpty();
  }

  @Test
  void key_isMadeOnceAndStays() {
    byte[] first = directory.key("signing", bytes("first proposal"));
    assertThat(first).isEqualTo(bytes("first proposal"));
    assertThat(directory.key("signing", bytes("second proposal"))).isEqualTo(first);
    assertThat(directory.key("paging", bytes("other"))).isEqualTo(bytes("other"));
  }

  @Test
  void everything_outlivesTheStoreObject() throws Exception {
    addOwners();
    directory.addGrant(grant("g", TOKEN));
    byte[] key = directory.key("signing", bytes("first"));
    try (Store again = reopened(store)) {
      assertThat(again.directory().accounts()).hasSize(1);
      assertThat(again.directory().grantByRefreshToken(TOKEN)).isPresent();
      assertThat(again.directory().key("signing", bytes("second"))).isEqualTo(key);
      assertThat(again.directory().applications())
          .extracting(Application::clientId)
          .isEqualTo(List.of("app"));
    }
  }

  /** Closes a store and opens what it has written again. */
  protected abstract Store reopened(Store before) throws Exception;
}
