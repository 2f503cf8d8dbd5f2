package daybook.access;

import daybook.json.JsonWriter;
import daybook.store.Application;
import daybook.store.Directory;
import daybook.store.Grant;
import daybook.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for access tokens (CONTRACT 4.1).
 *
 * <p>Wrong guesses are not counted: see {@link Secrets}.
 */
public final class TokenEndpoint {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json;charset=UTF-8",
          "Cache-Control", "no-store",
          "Pragma", "no-cache");

  private static final Set<String> SCOPES =
      Set.of("sellingpartnerapi::notifications", "sellingpartnerapi::migration");

  private final Directory directory;
  private final AccessTokens tokens;
  private final Secrets secrets = new Secrets();

  // Compared with when the application is unknown, so that the answer takes as long.
  private final byte[] nobody = Secrets.hash(secrets.newClientSecret());

  /** Looks into the given directory and issues tokens of the given kind. */
  public TokenEndpoint(Directory directory, AccessTokens tokens) {
    this.directory = directory;
    this.tokens = tokens;
  }

  /** Answers a request; never throws, since every caller understands only these answers. */
  public TokenReply answer(TokenRequest request, Instant now) {
    try {
      return grant(request, now);
    } catch (TokenProblem problem) {
      return refusal(problem);
    } catch (StoreException e) {
      boolean mayPass = e.kind() != StoreException.Kind.UNEXPECTED;
      String reason = "store: " + e.getMessage();
      return refusal(mayPass ? TokenProblem.unavailable(reason) : TokenProblem.internal(reason));
    }
  }

  /** Returns the answer to a request that nobody found the time for. */
  public static TokenReply unavailable(String reason) {
    return refusal(TokenProblem.unavailable(reason));
  }

  private TokenReply grant(TokenRequest request, Instant now) throws TokenProblem {
    TokenParameters parameters = TokenParameters.read(request);
    String type = parameters.get("grant_type").orElse("");
    return switch (type) {
      case "refresh_token" -> refresh(parameters, authenticated(parameters), now);
      case "authorization_code" -> redeem(parameters, authenticated(parameters), now);
      case "client_credentials" -> scoped(parameters, authenticated(parameters), now);
      default -> throw TokenProblem.unsupportedGrantType("grant_type " + shown(type));
    };
  }

  private String authenticated(TokenParameters parameters) throws TokenProblem {
    Optional<String> clientId = parameters.get("client_id");
    Optional<String> secret = parameters.get("client_secret");
    Optional<Application> application = clientId.flatMap(directory::application);
    boolean matches =
        Secrets.matches(secret.orElse(""), application.map(Application::secretHash).orElse(nobody));
    if (clientId.isEmpty() || secret.isEmpty()) {
      throw TokenProblem.invalidClient("client_id or client_secret is missing");
    }
    // What is no client id may be a secret in the wrong place, so the log does not show it.
    if (application.isEmpty()) {
      throw TokenProblem.invalidClient("unknown client_id");
    }
    if (!matches) {
      throw TokenProblem.invalidClient("wrong client_secret for " + clientId.get());
    }
    return clientId.get();
  }

  private TokenReply refresh(TokenParameters parameters, String clientId, Instant now)
      throws TokenProblem {
    String refreshToken = parameters.require("refresh_token");
    Optional<Grant> found = directory.grantByRefreshToken(Secrets.hash(refreshToken));
    if (found.isEmpty()) {
      throw TokenProblem.invalidRefreshToken("unknown refresh_token from " + clientId);
    }
    Grant grant = found.get();
    String where = "grant " + grant.grantId() + ", asked for by " + clientId;
    if (!grant.clientId().equals(clientId)) {
      throw TokenProblem.invalidRefreshToken(where + ", is of another application");
    }
    if (grant.revokedAt() != null) {
      throw TokenProblem.invalidRefreshToken(where + ", is revoked");
    }
    return accessToken(grant, refreshToken, now);
  }

  private TokenReply redeem(TokenParameters parameters, String clientId, Instant now)
      throws TokenProblem {
    String code = parameters.require("code");
    String refreshToken = secrets.newRefreshToken();
    Optional<Grant> grant =
        directory.redeemAuthorizationCode(
            Secrets.hash(code), clientId, Secrets.hash(refreshToken), now);
    if (grant.isEmpty()) {
      throw TokenProblem.invalidCode(
          "code from " + clientId + " is unknown, used, expired or of another application");
    }
    if (grant.get().revokedAt() != null) {
      throw TokenProblem.invalidCode("grant " + grant.get().grantId() + " is revoked");
    }
    return accessToken(grant.get(), refreshToken, now);
  }

  private TokenReply accessToken(Grant grant, String refreshToken, Instant now)
      throws TokenProblem {
    // Roles of a newer version: the grant is good, but there is nothing here it could be used for.
    if (AccessTokens.knownRoles(grant).isEmpty()) {
      throw TokenProblem.unauthorizedClient(
          "grant " + grant.grantId() + " has no role that this version knows");
    }
    return success(
        tokens.issue(grant, now), refreshToken, "access token for grant " + grant.grantId());
  }

  private TokenReply scoped(TokenParameters parameters, String clientId, Instant now)
      throws TokenProblem {
    String scope = parameters.get("scope").orElse("");
    List<String> scopes = List.of(scope.split(" +"));
    if (!SCOPES.containsAll(scopes)) {
      throw TokenProblem.invalidScope(
          "scope " + shown(scope) + " from " + clientId + " is not known");
    }
    return success(
        tokens.issueForScopes(clientId, scopes, now),
        null,
        "access token for " + scope + " of " + clientId);
  }

  private TokenReply success(String accessToken, @Nullable String refreshToken, String reason) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .text("access_token", accessToken)
            .text("token_type", "bearer")
            .number("expires_in", tokens.lifetime().toSeconds());
    if (refreshToken != null) {
      json.text("refresh_token", refreshToken);
    }
    return new TokenReply(200, HEADERS, json.endObject().toBytes(), reason);
  }

  // No secret looks like this, but a secret may stand in the wrong place.
  private static String shown(String text) {
    return text.matches("[a-z:_ ]{0,80}") ? "'" + text + "'" : "(not shown)";
  }

  private static TokenReply refusal(TokenProblem problem) {
    byte[] body =
        new JsonWriter()
            .object()
            .text("error_description", problem.description())
            .text("error", problem.error())
            .endObject()
            .toBytes();
    return new TokenReply(problem.status(), HEADERS, body, problem.reason());
  }
}
