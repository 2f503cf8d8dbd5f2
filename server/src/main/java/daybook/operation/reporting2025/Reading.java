package daybook.operation.reporting2025;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.PageToken;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.contract.Timestamps;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.json.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one request's parameters: it goes on after a fault, so that a client learns of all
 * of them at once (CONTRACT 4.6).
 */
final class Reading {

  static final String NEXT_PAGE_TOKEN = "nextPageToken";

  private static final String KNOWN_STATUSES = names(OrderStatus.values());
  private static final String KNOWN_REGIONS = names(Region.values());

  private final OperationRequest request;
  private final Parameters parameters;
  private final List<Fault> faults = new ArrayList<>();

  Reading(OperationRequest request) {
    this.request = request;
    this.parameters = request.parameters();
  }

  /** Notes a fault. */
  void fault(String message, String details, String reason) {
    faults.add(new Fault.BadParameter(message, details, reason));
  }

  /** Says whether a page token was sent, under either of its names (CONTRACT 2 #3). */
  boolean continues() {
    return tokenText().isPresent();
  }

  /** Returns the page token if one was sent and it is good. */
  Optional<PageToken> token(String operationId) {
    Optional<String> text = tokenText();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PageTokens.Opened opened =
        request.pageTokens().open(text.get(), operationId, request.caller(), request.now());
    if (opened instanceof PageTokens.Opened.Valid valid) {
      return Optional.of(valid.token());
    }
    // One body for all: what is wrong with a token is nobody's business but the operator's.
    fault(
        "The parameter nextPageToken is invalid or has expired.",
        "Please provide the nextPageToken of the previous response, or start again without it.",
        ((PageTokens.Opened.Unusable) opened).reason());
    return Optional.empty();
  }

  /** Notes that the parameters are not those of the page before. */
  void changed(List<String> changes) {
    fault(
        "The parameters must be the same as in the request that returned the nextPageToken.",
        "Please repeat the parameters of that request unchanged, or start again without"
            + " nextPageToken.",
        "parameters changed while paging: " + String.join("; ", changes));
  }

  /** Notes that a required parameter is not set. */
  void missing(String name) {
    fault(
        "The required parameter " + name + " is missing.",
        "Please provide the required parameter " + name + " in the request.",
        name + " is missing");
  }

  /** Says whether a parameter has a value, good or bad. */
  boolean isSet(String name) {
    return parameters.first(name).isPresent();
  }

  /** Returns a date that must be set; null after a fault. */
  @Nullable Instant requiredDate(String name) {
    if (!isSet(name)) {
      missing(name);
    }
    return date(name);
  }

  /** Returns a date; null if it is not set or not readable. */
  @Nullable Instant date(String name) {
    Optional<String> text = parameters.first(name);
    if (text.isEmpty()) {
      return null;
    }
    Optional<Instant> instant = Timestamps.parse(text.get());
    if (instant.isEmpty()) {
      fault(
          "The parameter " + name + " is not in the expected ISO 8601 format.",
          "Please provide " + name + " as a date and time such as 2025-01-31T00:00:00Z.",
          name + " is no date: " + Excerpt.of(text.get()));
    }
    return instant.orElse(null);
  }

  /** Returns the order statuses to filter by, none for all. */
  Set<OrderStatus> statuses() {
    Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
    for (String item : parameters.list("orderStatuses")) {
      known("orderStatuses", item, OrderStatus::parse, KNOWN_STATUSES).ifPresent(statuses::add);
    }
    return statuses;
  }

  /** Returns the region to filter by; null for all. */
  @Nullable Region region() {
    return parameters
        .first("region")
        .flatMap(text -> known("region", text, Region::parse, KNOWN_REGIONS))
        .orElse(null);
  }

  /** Returns the accepted query, unless faults were noted. */
  <Q> Parsed<Q> result(Q query) {
    return faults.isEmpty() ? new Parsed.Accepted<>(query) : refused();
  }

  /** Says whether faults were noted. */
  boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** Returns the faults that were noted, at least one. */
  <Q> Parsed<Q> refused() {
    return new Parsed.Refused<>(faults);
  }

  private Optional<String> tokenText() {
    return parameters.first(NEXT_PAGE_TOKEN, "pageToken");
  }

  private <T> Optional<T> known(
      String name, String text, Function<String, Optional<T>> parser, String all) {
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      fault(
          "The parameter " + name + " contains an unknown value.",
          "Please provide only values of " + all + " in " + name + ".",
          name + " has the unknown value " + Excerpt.of(text));
    }
    return value;
  }

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
  }
}
