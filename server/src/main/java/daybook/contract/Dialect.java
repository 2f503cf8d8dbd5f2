package daybook.contract;

import daybook.contract.Refusal.Entry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an API family words its refusals (CONTRACT 4.6 and 5). */
public enum Dialect {
  /** Amazon Business APIs of 2025: every token fault is 403. */
  BUSINESS_2025("INVALID_REQUEST_PARAMETER", 403),
  /** Amazon Business APIs of 2021: a token that says nothing is 401. */
  BUSINESS_2021("INVALID_REQUEST_PARAMETER", 401),
  /** Reporting of 2021, which beside that speaks of browsers. */
  REPORTING_2021("INVALID_REQUEST_PARAMETER", 401),
  /** Selling Partner API; also the words of the gateway for paths nobody serves. */
  SP_API("InvalidInput", 403);

  private static final String DENIED = "Access to requested resource is denied.";

  /** Long enough for a failover to get on, short enough for somebody who waits. */
  private static final Duration UNAVAILABLE_FOR = Duration.ofSeconds(5);

  private final String badParameterCode;
  private final int badTokenStatus;

  Dialect(String badParameterCode, int badTokenStatus) {
    this.badParameterCode = badParameterCode;
    this.badTokenStatus = badTokenStatus;
  }

  /** Says whether answers of this status carry {@code x-amzn-RateLimit-Limit} (CONTRACT 5). */
  public boolean showsRateLimit(int status) {
    return badTokenStatus == 401 || status < 300 || status == 400 || status == 404;
  }

  /** Says whether answers carry {@code Access-Control-Allow-Origin} (CONTRACT 1.4). */
  public boolean allowsOrigins(int status) {
    return this == REPORTING_2021 && (status == 200 || status == 500);
  }

  /** Words faults of one request; those after the first must lead to the same status. */
  public Refusal word(List<? extends Fault> faults) {
    return Refusal.joined(faults.stream().map(this::word).toList());
  }

  /** Words one fault. */
  public Refusal word(Fault fault) {
    if (fault instanceof Fault.BadParameter bad) {
      return Refusal.of(400, new Entry(badParameterCode, bad.message(), bad.details()), fault);
    }
    if (fault instanceof Fault.IncompleteBody incomplete) {
      return Refusal.of(
          400,
          new Entry(
              "InvalidRequest",
              "Request is missing or has invalid parameters",
              incomplete.details()),
          fault);
    }
    if (fault instanceof Fault.Throttled throttled) {
      Entry entry =
          new Entry("QuotaExceeded", "You exceeded your quota for the requested resource.", "");
      return new Refusal(
          429, List.of(entry), "TooManyRequestsException", throttled.retryAfter(), fault.reason());
    }
    Refusal access = wordAccess(fault);
    return access != null ? access : wordService(fault);
  }

  private @Nullable Refusal wordAccess(Fault fault) {
    if (fault instanceof Fault.MissingToken) {
      return denied(badTokenStatus, "Access token is missing in the request header.", fault);
    }
    if (fault instanceof Fault.InvalidToken) {
      return denied(
          badTokenStatus, "The access token you provided is revoked, malformed or invalid.", fault);
    }
    if (fault instanceof Fault.ExpiredToken) {
      return denied(403, "The access token you provided has expired.", fault);
    }
    if (fault instanceof Fault.MissingRole || fault instanceof Fault.UnknownPath) {
      return denied(403, "", fault);
    }
    if (fault instanceof Fault.WrongRegion) {
      return denied(403, "The marketplaces you provided are not valid for region.", fault);
    }
    return null;
  }

  private static Refusal wordService(Fault fault) {
    if (fault instanceof Fault.Unreadable) {
      return Refusal.of(400, new Entry("InvalidInput", null, null), fault)
          .withErrorType("InvalidQueryStringException");
    }
    if (fault instanceof Fault.NoSuchCase) {
      return entry(400, "InvalidInput", "Could not match input arguments", fault);
    }
    if (fault instanceof Fault.NotFound) {
      return entry(404, "NotFound", "The requested resource doesn't exist.", fault);
    }
    if (fault instanceof Fault.TooLarge) {
      return entry(
          413, "InvalidInput", "The request size exceeded the maximum accepted size.", fault);
    }
    if (fault instanceof Fault.TooSlow) {
      return entry(408, "RequestTimeout", "The request took too long to arrive.", fault);
    }
    if (fault instanceof Fault.Unavailable) {
      return entry(
              503,
              "ServiceUnavailable",
              "Service is temporarily unavailable. Please try again.",
              fault)
          .withRetryAfter(UNAVAILABLE_FOR);
    }
    return entry(
        500, "InternalFailure", "We encountered an internal error. Please try again.", fault);
  }

  private static Refusal denied(int status, String details, Fault fault) {
    return Refusal.of(status, new Entry("Unauthorized", DENIED, details), fault)
        .withErrorType("AccessDeniedException");
  }

  private static Refusal entry(int status, String code, String message, Fault fault) {
    return Refusal.of(status, new Entry(code, message, ""), fault);
  }
}
