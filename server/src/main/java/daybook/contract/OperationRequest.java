package daybook.contract;

import java.time.Instant;

/**
 * A request for an operation whose caller is known.
 *
 * @param parameters query and path parameters, decoded
 * @param caller who asks
 * @param now UTC instant at which the request arrived
 * @param pageTokens opens and seals page tokens
 */
public record OperationRequest(
    Parameters parameters, Caller caller, Instant now, PageTokens pageTokens) {}
