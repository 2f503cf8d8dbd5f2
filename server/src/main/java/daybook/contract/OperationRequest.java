package daybook.contract;

import daybook.contract.Caller.Restriction;
import java.time.Duration;
import java.time.Instant;

/**
 * A request for an operation whose caller is known.
 *
 * @param parameters query and path parameters, decoded
 * @param caller who asks
 * @param now UTC instant at which the request arrived
 * @param pageTokens opens and seals page tokens
 * @param body what was sent to an operation that takes a body, otherwise empty; not to be changed
 * @param issuer makes restricted data tokens
 */
public record OperationRequest(
    Parameters parameters,
    Caller caller,
    Instant now,
    PageTokens pageTokens,
    byte[] body,
    Issuer issuer) {

  private static final Issuer NONE =
      (caller, restriction, now) -> {
        throw new IllegalStateException("a request that may not ask for tokens");
      };

  /** Makes a request without a body. */
  public OperationRequest(
      Parameters parameters, Caller caller, Instant now, PageTokens pageTokens) {
    this(parameters, caller, now, pageTokens, new byte[0]);
  }

  /** Makes a request that can't ask for restricted data tokens. */
  public OperationRequest(
      Parameters parameters, Caller caller, Instant now, PageTokens pageTokens, byte[] body) {
    this(parameters, caller, now, pageTokens, body, NONE);
  }

  /** Makes restricted data tokens. */
  @FunctionalInterface
  public interface Issuer {

    /** Returns a token that shows the caller what the restriction opens. */
    Issued issue(Caller caller, Restriction restriction, Instant now);
  }

  /**
   * A token that was made.
   *
   * @param token its text
   * @param lifetime how long it is good
   */
  public record Issued(String token, Duration lifetime) {

    /** Tells no secret. */
    @Override
    public String toString() {
      return "Issued[token=(hidden), lifetime=" + lifetime + "]";
    }
  }
}
