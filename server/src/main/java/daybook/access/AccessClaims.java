package daybook.access;

import daybook.contract.Caller;
import daybook.contract.Caller.DataElement;
import daybook.contract.Caller.Restriction;
import daybook.contract.Role;
import daybook.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says.
 *
 * @param clientId the application
 * @param caller who asks; null for a token that is good for scopes only
 * @param scope scopes, joined by spaces; null for a token of a grant
 * @param issuedAt UTC, whole seconds
 * @param expiresAt UTC, whole seconds
 */
record AccessClaims(
    String clientId,
    @Nullable Caller caller,
    @Nullable String scope,
    Instant issuedAt,
    Instant expiresAt) {

  private static final String ISSUER = "daybook";
  private static final String RESOURCES = "resources";

  static AccessClaims of(Caller caller, Instant now, Duration lifetime) {
    return new AccessClaims(caller.clientId(), caller, null, seconds(now), expiry(now, lifetime));
  }

  static AccessClaims of(String clientId, String scope, Instant now, Duration lifetime) {
    return new AccessClaims(clientId, null, scope, seconds(now), expiry(now, lifetime));
  }

  /** Says whether they are those of a restricted data token. */
  boolean isRestricted() {
    return caller != null && caller.restriction() != null;
  }

  /** Returns the claims by their names in the token. */
  Map<String, Object> toMap() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("client", clientId);
    if (caller != null) {
      claims.put("sub", caller.account().value());
      claims.put("grant", caller.grantId());
      claims.put("roles", caller.roles().stream().map(Role::name).sorted().toList());
      Restriction restriction = caller.restriction();
      if (restriction != null) {
        claims.put(RESOURCES, resources(restriction));
      }
    }
    if (scope != null) {
      claims.put("scope", scope);
    }
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  /**
   * Reads the claims of a token whose signature is good.
   *
   * @throws RuntimeException if another version wrote other claims
   */
  static AccessClaims read(Map<String, Object> claims) {
    if (!ISSUER.equals(claims.get("iss"))) {
      throw new IllegalArgumentException("another issuer");
    }
    String clientId = text(claims, "client");
    Instant issuedAt = instant(claims, "iat");
    Instant expiresAt = instant(claims, "exp");
    if (claims.containsKey("scope")) {
      return new AccessClaims(clientId, null, text(claims, "scope"), issuedAt, expiresAt);
    }
    Caller caller =
        new Caller(
            clientId,
            text(claims, "grant"),
            new AccountId(text(claims, "sub")),
            roles(claims),
            restriction(claims));
    return new AccessClaims(clientId, caller, null, issuedAt, expiresAt);
  }

  private static Set<Role> roles(Map<String, Object> claims) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (claims.get("roles") instanceof Collection<?> names) {
      names.forEach(name -> Role.parse(String.valueOf(name)).ifPresent(roles::add));
    }
    return roles;
  }

  private static Map<String, List<String>> resources(Restriction restriction) {
    Map<String, List<String>> resources = new LinkedHashMap<>();
    restriction
        .elements()
        .forEach(
            (path, elements) ->
                resources.put(
                    path, elements.stream().map(DataElement::wireName).sorted().toList()));
    return resources;
  }

  private static @Nullable Restriction restriction(Map<String, Object> claims) {
    if (!(claims.get(RESOURCES) instanceof Map<?, ?> resources)) {
      return null;
    }
    Map<String, Set<DataElement>> elements = new LinkedHashMap<>();
    resources.forEach(
        (path, names) -> {
          Set<DataElement> known = EnumSet.noneOf(DataElement.class);
          if (names instanceof Collection<?> all) {
            all.forEach(name -> DataElement.parse(String.valueOf(name)).ifPresent(known::add));
          }
          elements.put(String.valueOf(path), known);
        });
    return new Restriction(elements);
  }

  private static String text(Map<String, Object> claims, String name) {
    if (claims.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text in claim " + name);
  }

  private static Instant instant(Map<String, Object> claims, String name) {
    if (claims.get(name) instanceof Number number) {
      return Instant.ofEpochSecond(number.longValue());
    }
    throw new IllegalArgumentException("no number in claim " + name);
  }

  private static Instant seconds(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond());
  }

  // Rounded up: a token lives at least as long as its answer promised.
  private static Instant expiry(Instant now, Duration lifetime) {
    return seconds(now.plus(lifetime).plusNanos(999_999_999));
  }
}
