package daybook.access;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.json.Excerpt;
import daybook.store.Account;
import daybook.store.Application;
import daybook.store.Directory;
import daybook.store.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and ends applications and grants.
 *
 * <p>A secret is returned once, by the method that makes it; the store keeps its hash.
 */
public final class Registrar {

  /** Life of an authorization code (CONTRACT 4.1). */
  public static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

  private final Directory directory;
  private final InstantSource clock;
  private final Secrets secrets = new Secrets();

  /** Works on the given directory and time. */
  public Registrar(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Makes an application. */
  public NewApplication createApplication(String name) {
    if (name.isBlank() || name.length() > 200) {
      throw new RegistrarException("an application's name has 1 to 200 characters");
    }
    NewApplication made = new NewApplication(secrets.newClientId(), secrets.newClientSecret());
    Application kept =
        new Application(made.clientId(), name, Secrets.hash(made.clientSecret()), now());
    if (!directory.addApplication(kept)) {
      throw new IllegalStateException("a random client id was taken: " + made.clientId());
    }
    return made;
  }

  /** Returns all applications. */
  public List<Application> applications() {
    return directory.applications();
  }

  /** Gives an application another secret; the one before ends at once, its grants stay. */
  public NewApplication rotateSecret(String clientId) {
    NewApplication changed = new NewApplication(clientId, secrets.newClientSecret());
    if (!directory.rotateSecret(clientId, Secrets.hash(changed.clientSecret()))) {
      throw unknownApplication(clientId);
    }
    return changed;
  }

  /** Ends an application and all its grants. */
  public void deleteApplication(String clientId) {
    if (!directory.deleteApplication(clientId, now())) {
      throw unknownApplication(clientId);
    }
  }

  /** Lets an application act for an account at once; the credential is a refresh token. */
  public NewGrant createGrant(String clientId, AccountId account, Set<Role> roles) {
    String refreshToken = secrets.newRefreshToken();
    Grant grant = addGrant(clientId, account, roles, Secrets.hash(refreshToken));
    return new NewGrant(grant, refreshToken);
  }

  /**
   * Lets an application act for an account once it has redeemed a code; the credential is that
   * code, good for one use within {@link #CODE_LIFETIME}.
   */
  public NewGrant createGrantWithCode(String clientId, AccountId account, Set<Role> roles) {
    Grant grant = addGrant(clientId, account, roles, null);
    String code = secrets.newAuthorizationCode();
    directory.addAuthorizationCode(
        Secrets.hash(code), grant.grantId(), grant.createdAt().plus(CODE_LIFETIME));
    return new NewGrant(grant, code);
  }

  /** Returns all grants, revoked ones too. */
  public List<Grant> grants() {
    return directory.grants();
  }

  /** Ends a grant. */
  public void revokeGrant(String grantId) {
    if (!directory.revokeGrant(grantId, now())) {
      throw new RegistrarException(
          directory.grant(grantId).isPresent()
              ? "grant " + grantId + " was revoked before"
              : "there is no grant " + Excerpt.of(grantId) + "; 'grant list' shows all");
    }
  }

  private Grant addGrant(
      String clientId, AccountId account, Set<Role> roles, byte @Nullable [] refreshTokenHash) {
    if (roles.isEmpty()) {
      throw new RegistrarException("a grant needs at least one role");
    }
    if (directory.application(clientId).isEmpty()) {
      throw unknownApplication(clientId);
    }
    List<AccountId> accounts = directory.accounts().stream().map(Account::id).toList();
    if (!accounts.contains(account)) {
      throw new RegistrarException("there is no account " + account + "; known are " + accounts);
    }
    Set<String> names = roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    Grant grant =
        new Grant(secrets.newGrantId(), clientId, account, names, refreshTokenHash, now(), null);
    if (!directory.addGrant(grant)) {
      throw new RegistrarException(
          "application or account went away while the grant was made; try again");
    }
    return grant;
  }

  // The store keeps milliseconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static RegistrarException unknownApplication(String clientId) {
    return new RegistrarException(
        "there is no application " + Excerpt.of(clientId) + "; 'app list' shows all");
  }
}
