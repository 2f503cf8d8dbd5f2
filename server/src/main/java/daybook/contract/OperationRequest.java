package daybook.contract;

import java.time.Instant;

/**
 * A request for an operation whose caller is known.
 *
 * @param parameters query and path parameters, decoded
 * @param caller who asks
 * @param now UTC instant at which the request arrived
 * @param pageTokens opens and seals page tokens
 * @param body what was sent to an operation that takes a body, otherwise empty; not to be changed
 */
public record OperationRequest(
    Parameters parameters, Caller caller, Instant now, PageTokens pageTokens, byte[] body) {

  /** Makes a request without a body. */
  public OperationRequest(
      Parameters parameters, Caller caller, Instant now, PageTokens pageTokens) {
    this(parameters, caller, now, pageTokens, new byte[0]);
  }
}
