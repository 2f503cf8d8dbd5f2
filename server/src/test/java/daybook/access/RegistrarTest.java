package daybook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.store.Application;
import daybook.store.Grant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistrarTest {
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
  void application_isKeptWithTheHashOfItsSecret() {
    NewApplication made = access.registrar.createApplication("ERP");

    Application kept = access.registrar.applications().get(0);
    assertThat(kept.clientId()).isEqualTo(made.clientId());
    assertThat(kept.name()).isEqualTo("ERP");
    assertThat(kept.createdAt()).isEqualTo(AccessFixture.START);
    assertThat(Secrets.matches(made.clientSecret(), kept.secretHash())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void application_withoutName_isRefused(String name) {
    assertThatThrownBy(() -> access.registrar.createApplication(name))
        .isInstanceOf(RegistrarException.class);
  }

  @Test
  void rotatedSecret_endsTheOneBefore() {
    NewApplication made = access.application();

    NewApplication rotated = access.registrar.rotateSecret(made.clientId());

    byte[] hash = access.directory.application(made.clientId()).orElseThrow().secretHash();
    assertThat(rotated.clientId()).isEqualTo(made.clientId());
    assertThat(Secrets.matches(rotated.clientSecret(), hash)).isTrue();
    assertThat(Secrets.matches(made.clientSecret(), hash)).isFalse();
  }

  @Test
  void deletedApplication_isGoneAndItsGrantsAreRevoked() {
    NewApplication made = access.application();
    NewGrant grant = access.grant(made);

    access.registrar.deleteApplication(made.clientId());
    access.revoked.refresh();

    assertThat(access.registrar.applications()).isEmpty();
    assertThat(access.revoked.contains(grant.grant().grantId())).isTrue();
  }

  @Test
  void grant_isKeptWithItsRolesAndTheHashOfItsToken() {
    NewGrant made = access.grant(access.application());

    Grant kept = access.registrar.grants().get(0);
    assertThat(kept.grantId()).isEqualTo(made.grant().grantId());
    assertThat(kept.account()).isEqualTo(AccessFixture.ACME);
    assertThat(kept.roles()).containsExactly("AMAZON_BUSINESS_ANALYTICS");
    assertThat(kept.createdAt()).isEqualTo(AccessFixture.START);
    assertThat(kept.revokedAt()).isNull();
    assertThat(kept.refreshTokenHash()).isEqualTo(Secrets.hash(made.credential()));
  }

  @Test
  void grantWithCode_hasNoRefreshTokenYet() {
    NewGrant made =
        access.registrar.createGrantWithCode(
            access.application().clientId(), AccessFixture.ACME, AccessFixture.ANALYTICS);

    assertThat(made.credential()).doesNotContain("|");
    assertThat(access.registrar.grants().get(0).refreshTokenHash()).isNull();
  }

  @Test
  void revokedGrant_isKeptAndCantBeRevokedAgain() {
    String id = access.grant(access.application()).grant().grantId();

    access.registrar.revokeGrant(id);

    Instant at = access.registrar.grants().get(0).revokedAt();
    assertThat(at).isEqualTo(AccessFixture.START);
    assertThatThrownBy(() -> access.registrar.revokeGrant(id))
        .isInstanceOf(RegistrarException.class)
        .hasMessage("grant " + id + " was revoked before");
  }

  @Test
  void whatIsNotThere_isRefusedByName() {
    Registrar registrar = access.registrar;
    String clientId = access.application().clientId();

    assertThatThrownBy(() -> registrar.rotateSecret("nobody"))
        .hasMessage("there is no application nobody; 'app list' shows all");
    assertThatThrownBy(() -> registrar.deleteApplication("nobody"))
        .hasMessage("there is no application nobody; 'app list' shows all");
    assertThatThrownBy(
            () -> registrar.createGrant("nobody", AccessFixture.ACME, AccessFixture.ANALYTICS))
        .hasMessage("there is no application nobody; 'app list' shows all");
    assertThatThrownBy(() -> registrar.revokeGrant("grant-0"))
        .hasMessage("there is no grant grant-0; 'grant list' shows all");
    assertThatThrownBy(
            () ->
                registrar.createGrant(clientId, new AccountId("other"), Set.of(Role.TAX_INVOICING)))
        .hasMessage("there is no account other; known are [acme]");
    assertThatThrownBy(() -> registrar.createGrant(clientId, AccessFixture.ACME, Set.of()))
        .hasMessage("a grant needs at least one role");
  }

  @Test
  void secrets_standInNoText() {
    NewApplication application = access.application();
    NewGrant grant = access.grant(application);

    assertThat(application.toString())
        .contains(application.clientId())
        .doesNotContain(application.clientSecret());
    assertThat(grant.toString())
        .contains(grant.grant().grantId())
        .doesNotContain(grant.credential());
  }

  @Test
  void secrets_standInNoFileOfTheStore() throws Exception {
    NewApplication application = access.application();
    NewGrant grant = access.grant(application);
    NewGrant pending =
        access.registrar.createGrantWithCode(
            application.clientId(), AccessFixture.ACME, AccessFixture.ANALYTICS);
    access.close();

    StringBuilder kept = new StringBuilder();
    try (var files = Files.list(dir)) {
      for (Path file : files.toList()) {
        kept.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }

    assertThat(kept).contains(application.clientId());
    for (String secret :
        Arrays.asList(application.clientSecret(), grant.credential(), pending.credential())) {
      assertThat(kept.toString().contains(secret)).isFalse();
    }
    access = new AccessFixture(dir);
  }
}
