package daybook.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import daybook.access.SignedTokens.Kind;
import daybook.contract.Caller;
import daybook.contract.Caller.Restriction;
import daybook.contract.Fault;
import daybook.contract.OperationRequest.Issued;
import daybook.contract.OperationRequest.Issuer;
import daybook.contract.Role;
import daybook.store.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens and verifies them without a look into the store.
 *
 * <p>A token is {@code Atza|} and a JSON Web Token signed with HMAC-SHA256, so that every server
 * with the key can verify it. Verified tokens are remembered by their text, because a client sends
 * the same one for an hour; whether it has expired or its grant was revoked is asked each time.
 */
public final class AccessTokens implements Issuer {

  /** Life of a restricted data token (CONTRACT 4.4). */
  static final Duration RESTRICTED_LIFETIME = Duration.ofHours(1);

  private static final int MAX_REMEMBERED = 10_000;

  private final SignedTokens tokens;
  private final Duration lifetime;
  private final RevokedGrants revoked;
  private final Cache<String, AccessClaims> remembered;

  /**
   * Takes the key that all servers on one store share.
   *
   * @param signingKey at least 32 random bytes
   * @param lifetime life of a token
   * @param revoked grants whose tokens are refused
   */
  public AccessTokens(byte[] signingKey, Duration lifetime, RevokedGrants revoked) {
    this.tokens = new SignedTokens(signingKey);
    this.lifetime = lifetime;
    this.revoked = revoked;
    this.remembered =
        Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).executor(Runnable::run).build();
  }

  /** Returns how long a token lives. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Returns a token for a grant, good from now. */
  public String issue(Grant grant, Instant now) {
    return tokens.sign(Kind.ACCESS, AccessClaims.of(caller(grant), now, lifetime).toMap());
  }

  /** Returns a token for an application without an account, good for nothing but its scopes. */
  public String issueForScopes(String clientId, Collection<String> scopes, Instant now) {
    return tokens.sign(
        Kind.ACCESS, AccessClaims.of(clientId, String.join(" ", scopes), now, lifetime).toMap());
  }

  /** Returns a token that shows restricted data, and dies with the grant of the caller. */
  @Override
  public Issued issue(Caller caller, Restriction restriction, Instant now) {
    Caller restricted =
        new Caller(
            caller.clientId(), caller.grantId(), caller.account(), caller.roles(), restriction);
    AccessClaims claims = AccessClaims.of(restricted, now, RESTRICTED_LIFETIME);
    return new Issued(tokens.sign(Kind.RESTRICTED, claims.toMap()), RESTRICTED_LIFETIME);
  }

  /** Says who sent the header {@code x-amz-access-token}, given its value or null. */
  public Verdict verify(@Nullable String headerValue, Instant now) {
    if (headerValue == null || headerValue.isBlank()) {
      return new Verdict.Refused(new Fault.MissingToken());
    }
    String token = headerValue.strip();
    AccessClaims claims = remembered.getIfPresent(token);
    if (claims == null) {
      try {
        claims = tokens.open(token);
      } catch (SignedTokens.UnusableToken e) {
        return new Verdict.Refused(new Fault.InvalidToken(e.reason()));
      }
      remembered.put(token, claims);
    }
    return judge(claims, now);
  }

  /** Returns the roles of a grant that this version knows. */
  static Set<Role> knownRoles(Grant grant) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> grant.roles().contains(role.name()))
        .forEach(roles::add);
    return roles;
  }

  private static Caller caller(Grant grant) {
    return new Caller(grant.clientId(), grant.grantId(), grant.account(), knownRoles(grant));
  }

  private Verdict judge(AccessClaims claims, Instant now) {
    if (!now.isBefore(claims.expiresAt())) {
      return new Verdict.Refused(
          new Fault.ExpiredToken("access token expired at " + claims.expiresAt()));
    }
    Caller caller = claims.caller();
    if (caller == null) {
      return new Verdict.Refused(
          new Fault.MissingRole("token of " + claims.clientId() + " has a scope, but no account"));
    }
    return revoked.contains(caller.grantId())
        ? new Verdict.Refused(new Fault.InvalidToken("grant " + caller.grantId() + " is revoked"))
        : new Verdict.Known(caller);
  }
}
