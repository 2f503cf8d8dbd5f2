package daybook.contract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request, before any dialect has put it into words. */
public sealed interface Fault {

  /** Returns the reason in plain words, for the access log; never sent to a stranger. */
  String reason();

  /** No access token was sent. */
  record MissingToken() implements Fault {
    @Override
    public String reason() {
      return "no x-amz-access-token header";
    }
  }

  /** The access token is malformed, unknown or revoked. */
  record InvalidToken(String reason) implements Fault {}

  /** The access token has expired. */
  record ExpiredToken(String reason) implements Fault {}

  /** The grant lacks the role of the operation, or the token has no account at all. */
  record MissingRole(String reason) implements Fault {}

  /** No operation has this method and path. */
  record UnknownPath(String reason) implements Fault {}

  /** The bucket is empty; the next token drops after the given time. */
  record Throttled(Duration retryAfter, String reason) implements Fault {}

  /** A parameter is missing or breaks a rule. */
  record BadParameter(String message, @Nullable String details, String reason) implements Fault {}

  /** The body lacks something that must be there. */
  record IncompleteBody(String details, String reason) implements Fault {}

  /** What was asked for belongs to another part of the world than the endpoint. */
  record WrongRegion(String reason) implements Fault {}

  /** No canned case of a sandbox is meant by the request. */
  record NoSuchCase(String reason) implements Fault {}

  /** The query string, path or header can't be read at all. */
  record Unreadable(String reason) implements Fault {}

  /** What was asked for by name does not exist. */
  record NotFound(String reason) implements Fault {}

  /** The request is larger than the server takes. */
  record TooLarge(String reason) implements Fault {}

  /** The request took too long to arrive. */
  record TooSlow(String reason) implements Fault {}

  /** The store can't answer now. */
  record Unavailable(String reason) implements Fault {}

  /** A defect of ours. */
  record Internal(String reason) implements Fault {}
}
