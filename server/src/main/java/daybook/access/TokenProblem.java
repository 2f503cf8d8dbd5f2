package daybook.access;

/** Says why no token is given, in the words of CONTRACT 4.1 and in plain ones for the log. */
final class TokenProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final String description;
  private final String reason;

  private TokenProblem(int status, String error, String description, String reason) {
    super(reason, null, false, false);
    this.status = status;
    this.error = error;
    this.description = description;
    this.reason = reason;
  }

  static TokenProblem invalidClient(String reason) {
    return new TokenProblem(401, "invalid_client", "Client authentication failed", reason);
  }

  static TokenProblem invalidRefreshToken(String reason) {
    return new TokenProblem(
        400,
        "invalid_grant",
        "The request has an invalid grant parameter : refresh_token. User may have revoked or"
            + " didn't grant the permission.",
        reason);
  }

  static TokenProblem invalidCode(String reason) {
    return new TokenProblem(
        400, "invalid_grant", "The request has an invalid grant parameter : code", reason);
  }

  static TokenProblem invalidScope(String reason) {
    return new TokenProblem(
        400, "invalid_scope", "The request has an invalid parameter : scope", reason);
  }

  static TokenProblem invalidRequest(String parameter, String reason) {
    return new TokenProblem(
        400, "invalid_request", "The request has an invalid parameter : " + parameter, reason);
  }

  static TokenProblem unsupportedGrantType(String reason) {
    return new TokenProblem(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server",
        reason);
  }

  static TokenProblem unauthorizedClient(String reason) {
    return new TokenProblem(
        400, "unauthorized_client", "Not authorized for requested operation", reason);
  }

  static TokenProblem unavailable(String reason) {
    return new TokenProblem(
        503,
        "temporarily_unavailable",
        "Service is temporarily unavailable. Please try again.",
        reason);
  }

  static TokenProblem internal(String reason) {
    return new TokenProblem(
        500, "server_error", "We encountered an internal error. Please try again.", reason);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  String description() {
    return description;
  }

  String reason() {
    return reason;
  }
}
