package daybook.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import daybook.contract.Caller;
import daybook.contract.Fault;
import daybook.contract.Role;
import daybook.store.Grant;
import java.text.ParseException;
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
public final class AccessTokens {

  /** Longest token there is, in bytes (CONTRACT 4.1). */
  static final int MAX_BYTES = 2_048;

  private static final String PREFIX = "Atza|";

  // The type keeps tokens of other kinds under the same key apart.
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build();

  private static final String OPENING = PREFIX + HEADER.toBase64URL() + ".";
  private static final int MAX_REMEMBERED = 10_000;
  private static final int MIN_KEY_BYTES = 32;

  private final JWSSigner signer;
  private final JWSVerifier verifier;
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
    if (signingKey.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("a signing key has at least 32 bytes");
    }
    try {
      this.signer = new MACSigner(signingKey);
      this.verifier = new MACVerifier(signingKey);
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
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
    return sign(AccessClaims.of(caller(grant), now, lifetime));
  }

  /** Returns a token for an application without an account, good for nothing but its scopes. */
  public String issueForScopes(String clientId, Collection<String> scopes, Instant now) {
    return sign(AccessClaims.of(clientId, String.join(" ", scopes), now, lifetime));
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
        claims = open(token);
      } catch (UnusableToken e) {
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

  private AccessClaims open(String token) throws UnusableToken {
    if (token.length() > MAX_BYTES) {
      throw new UnusableToken("access token longer than " + MAX_BYTES + " characters");
    }
    if (!token.startsWith(PREFIX)) {
      throw new UnusableToken("access token does not begin with " + PREFIX);
    }
    // Compared as text: no other algorithm, type or extension has ever been ours.
    if (!token.startsWith(OPENING)) {
      throw new UnusableToken("access token with a header that is not ours");
    }
    try {
      JWSObject object = JWSObject.parse(token.substring(PREFIX.length()));
      Base64URL signature = object.getSignature();
      // Decoding ignores unused bits and foreign characters; a changed text must not pass.
      if (!Base64URL.encode(signature.decode()).equals(signature) || !object.verify(verifier)) {
        throw new UnusableToken("access token with a wrong signature");
      }
      return AccessClaims.read(object.getPayload().toJSONObject());
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw new UnusableToken("malformed access token");
    }
  }

  private String sign(AccessClaims claims) {
    JWSObject object = new JWSObject(HEADER, new Payload(claims.toMap()));
    try {
      object.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
    return PREFIX + object.serialize();
  }

  /** Says why a text is no token of ours. */
  private static final class UnusableToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnusableToken(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
