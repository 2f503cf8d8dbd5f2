package daybook.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words what the HTTP library refuses on its own like every other refusal. */
final class ProtocolErrors implements ServerErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProtocolErrors.class);

  private final Answers answers;
  private final Journal journal;
  private final Traffic traffic;
  private final InstantSource clock;

  ProtocolErrors(Answers answers, Journal journal, Traffic traffic, InstantSource clock) {
    this.answers = answers;
    this.journal = journal;
    this.traffic = traffic;
    this.clock = clock;
  }

  /** A request that was routed and failed: too slow, too large, or by a defect of ours. */
  @Override
  public HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
    Exchange exchange = Exchange.of(context);
    if (exchange == null) {
      exchange = new Exchange(context, clock.instant());
      journal.follow(exchange);
    }
    Fault fault = faultOf(exchange, cause);
    if (fault instanceof Fault.Internal) {
      LOG.error("request {} failed", exchange.ids.requestId(), cause);
    }
    return fault instanceof Fault.Unavailable && exchange.label.equals(SideDoors.TOKEN)
        ? SideDoors.tokenUnavailable(exchange, fault.reason())
        : answers.refusal(exchange, List.of(fault));
  }

  /** A request that could not even be read. */
  @Override
  public AggregatedHttpResponse onProtocolViolation(
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    Instant now = clock.instant();
    AnswerIds ids = AnswerIds.draw(now);
    Refusal refusal = refusalOf(status, description, cause);
    byte[] body = Answers.body(refusal);
    traffic.answered("none", refusal.status(), 0);
    journal.write(
        new Journal.Entry(
            now,
            ids.requestId(),
            headers == null ? "-" : headers.method().name(),
            headers == null ? "-" : Redaction.target(headers.path()),
            "none",
            null,
            refusal.status(),
            body.length,
            0,
            refusal.reason()));
    return AggregatedHttpResponse.of(Answers.bareHeaders(ids, refusal), HttpData.wrap(body));
  }

  /** Any other status that the library wants to answer with. */
  @Override
  public AggregatedHttpResponse renderStatus(
      @Nullable ServiceRequestContext context,
      ServiceConfig config,
      @Nullable RequestHeaders headers,
      HttpStatus status,
      @Nullable String description,
      @Nullable Throwable cause) {
    return onProtocolViolation(config, headers, status, description, cause);
  }

  private static Fault faultOf(Exchange exchange, Throwable cause) {
    Throwable root = cause;
    if (cause instanceof HttpStatusException status) {
      if (status.httpStatus().equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)) {
        return new Fault.TooLarge("the body is longer than is taken");
      }
      if (status.httpStatus().isClientError()) {
        return new Fault.Unreadable("the body can't be read: " + status.httpStatus());
      }
      root = cause.getCause() == null ? cause : cause.getCause();
    }
    if (root instanceof ContentTooLargeException) {
      return new Fault.TooLarge("the body is longer than is taken");
    }
    if (root instanceof RequestTimeoutException) {
      return exchange.awaitsBody
          ? new Fault.TooSlow("the body took too long to arrive")
          : new Fault.Unavailable("the answer took too long");
    }
    // Nobody reads this answer; it keeps what strangers do out of the log of defects.
    if (root instanceof ClosedSessionException) {
      return new Fault.Unreadable("the client went away before its request was complete");
    }
    if (root instanceof ShuttingDownException) {
      return new Fault.Unavailable("the server is stopping");
    }
    return new Fault.Internal("defect: " + root);
  }

  private static Refusal refusalOf(
      HttpStatus status, @Nullable String description, @Nullable Throwable cause) {
    String reason =
        (description == null ? status.reasonPhrase() : description)
            + (cause == null ? "" : ": " + cause.getMessage());
    return switch (status.code()) {
      case 404, 405 -> Dialect.SP_API.word(new Fault.UnknownPath(reason));
      case 413 -> Dialect.SP_API.word(new Fault.TooLarge(reason));
      case 408 -> Dialect.SP_API.word(new Fault.TooSlow(reason));
      case 503 -> Dialect.SP_API.word(new Fault.Unavailable(reason));
      case 414 -> refusal(414, "The request URI is too long.", reason);
      case 431 -> refusal(431, "The request headers are too large.", reason);
      case 417 -> refusal(417, "The expectation of the request can't be met.", reason);
      default ->
          status.isServerError()
              ? Dialect.SP_API.word(new Fault.Internal(reason))
              : Dialect.SP_API.word(new Fault.Unreadable(reason));
    };
  }

  private static Refusal refusal(int status, String message, String reason) {
    Refusal.Entry entry = new Refusal.Entry("InvalidInput", message, "");
    return new Refusal(status, List.of(entry), null, null, reason);
  }
}
