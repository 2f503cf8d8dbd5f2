package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.contract.Fault;
import daybook.store.Directory;
import daybook.store.StoreException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevokedGrantsTest {
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
  void grant_isRevokedFromTheNextRefreshOn() {
    String id = access.grant(access.application()).grant().grantId();
    access.registrar.revokeGrant(id);

    assertThat(access.revoked.contains(id)).isFalse();
    access.revoked.refresh();
    assertThat(access.revoked.contains(id)).isTrue();
  }

  @Test
  void grantsRevokedBefore_areKnownFromTheStart() {
    String id = access.grant(access.application()).grant().grantId();
    access.registrar.revokeGrant(id);

    assertThat(new RevokedGrants(access.directory).contains(id)).isTrue();
  }

  @Test
  void grantInForceOrUnknown_isNotRevoked() {
    String id = access.grant(access.application()).grant().grantId();
    access.revoked.refresh();

    assertThat(access.revoked.contains(id)).isFalse();
    assertThat(access.revoked.contains("grant-unknown")).isFalse();
  }

  @Test
  void accessToken_diesWithItsGrant_thoughItWasVerifiedBefore() {
    NewGrant grant = access.grant(access.application());
    String token = access.tokens.issue(grant.grant(), access.now());
    assertThat(access.tokens.verify(token, access.now())).isInstanceOf(Verdict.Known.class);

    access.registrar.revokeGrant(grant.grant().grantId());
    access.revoked.refresh();

    assertThat(access.tokens.verify(token, access.now()))
        .isEqualTo(
            new Verdict.Refused(
                new Fault.InvalidToken("grant " + grant.grant().grantId() + " is revoked")));
  }

  @Test
  void grantMadeDuringARefresh_isNotRevoked() {
    AtomicReference<String> made = new AtomicReference<>();
    Directory busy =
        (Directory)
            Proxy.newProxyInstance(
                Directory.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, arguments) -> {
                  Object answer = method.invoke(access.directory, arguments);
                  if (made.get() == null) {
                    made.set(access.grant(access.application()).grant().grantId());
                  }
                  return answer;
                });

    RevokedGrants revoked = new RevokedGrants(busy);

    assertThat(made.get()).isNotNull();
    assertThat(revoked.contains(made.get())).isFalse();
  }

  @Test
  void refresh_withoutStore_keepsWhatWasKnown() {
    String id = access.grant(access.application()).grant().grantId();
    access.registrar.revokeGrant(id);
    access.revoked.refresh();
    access.store.close();

    assertThatThrownBy(access.revoked::refresh).isInstanceOf(StoreException.class);
    assertThat(access.revoked.contains(id)).isTrue();
  }
}
