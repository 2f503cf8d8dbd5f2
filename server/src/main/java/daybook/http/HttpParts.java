package daybook.http;

import daybook.access.AccessTokens;
import daybook.access.TokenEndpoint;
import daybook.contract.Operation;
import daybook.contract.PageTokens;
import daybook.store.Store;
import daybook.throttle.Throttle;
import daybook.throttle.UsagePlans;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;

/**
 * What the HTTP server works with.
 *
 * @param operations what is served
 * @param store where the pages come from
 * @param accessTokens knows callers
 * @param tokenEndpoint answers requests for access tokens
 * @param throttle knows how often a caller may call
 * @param plans what {@code throttle} goes by, for the header that tells it
 * @param pageTokens seals and opens page tokens
 * @param clock the time of everything that depends on it
 * @param meters where traffic is counted, and what {@code /metrics} prints
 */
public record HttpParts(
    List<Operation<?>> operations,
    Store store,
    AccessTokens accessTokens,
    TokenEndpoint tokenEndpoint,
    Throttle throttle,
    UsagePlans plans,
    PageTokens pageTokens,
    InstantSource clock,
    PrometheusMeterRegistry meters) {

  /** Copies the list. */
  public HttpParts {
    operations = List.copyOf(operations);
  }
}
