package daybook.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import daybook.contract.Body;
import daybook.contract.Caller;
import daybook.contract.Fault;
import daybook.contract.OperationSpec;
import daybook.contract.Refusal;
import daybook.contract.UsagePlan;
import daybook.json.JsonWriter;
import daybook.throttle.UsagePlans;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes answers: headers and bodies of pages and refusals (CONTRACT 4.6 and 5). */
final class Answers {

  private static final AsciiString RATE_LIMIT = AsciiString.cached("x-amzn-ratelimit-limit");
  private static final AsciiString ERROR_TYPE = AsciiString.cached("x-amzn-errortype");

  private final UsagePlans plans;
  private final boolean retryAfter;

  Answers(UsagePlans plans, boolean retryAfter) {
    this.plans = plans;
    this.retryAfter = retryAfter;
  }

  /** Returns the answer that carries the exchange's body, copied once: into the socket's buffer. */
  HttpResponse page(Exchange exchange) {
    Body body = Objects.requireNonNull(exchange.body);
    ByteBuf buffer = exchange.context.alloc().directBuffer(body.length());
    for (byte[] segment : body.segments()) {
      buffer.writeBytes(segment);
    }
    return HttpResponse.of(headers(exchange, body.status()).build(), HttpData.wrap(buffer));
  }

  /** Returns the answer that refuses the exchange's request, and notes why. */
  HttpResponse refusal(Exchange exchange, List<? extends Fault> faults) {
    return refusal(exchange, exchange.dialect().word(faults));
  }

  /** Returns the answer that says the given words, and notes why. */
  HttpResponse refusal(Exchange exchange, Refusal refusal) {
    exchange.reason = refusal.reason();
    ResponseHeadersBuilder headers = headers(exchange, refusal.status());
    addRefusalHeaders(headers, refusal);
    Duration wait = refusal.retryAfter();
    if (retryAfter && wait != null) {
      headers.setLong(
          HttpHeaderNames.RETRY_AFTER, Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
    return HttpResponse.of(headers.build(), HttpData.wrap(body(refusal)));
  }

  /** Returns headers of an answer without exchange or operation, such as a protocol error. */
  static ResponseHeaders bareHeaders(AnswerIds ids, Refusal refusal) {
    ResponseHeadersBuilder headers = begin(ids, refusal.status());
    addRefusalHeaders(headers, refusal);
    return headers.build();
  }

  /** Returns headers every answer has: status, type and the three ids. */
  static ResponseHeadersBuilder begin(AnswerIds ids, int status) {
    return ids.addTo(
        ResponseHeaders.builder(HttpStatus.valueOf(status)).contentType(MediaType.JSON));
  }

  /** Returns the body of a refusal: members in the order code, message, details. */
  static byte[] body(Refusal refusal) {
    JsonWriter json = new JsonWriter().object().array("errors");
    for (Refusal.Entry entry : refusal.errors()) {
      json.object().text("code", entry.code()).text("message", entry.message());
      if (entry.details() != null) {
        json.text("details", entry.details());
      }
      json.endObject();
    }
    return json.endArray().endObject().toBytes();
  }

  private static void addRefusalHeaders(ResponseHeadersBuilder headers, Refusal refusal) {
    if (refusal.errorType() != null) {
      headers.set(ERROR_TYPE, refusal.errorType());
    }
  }

  private ResponseHeadersBuilder headers(Exchange exchange, int status) {
    ResponseHeadersBuilder headers = begin(exchange.ids, status);
    if (exchange.call != null && exchange.dialect().showsRateLimit(status)) {
      plan(exchange.call.spec(), exchange.caller)
          .ifPresent(plan -> headers.set(RATE_LIMIT, plan.header()));
    }
    if (exchange.call != null && exchange.dialect().allowsOrigins(status)) {
      headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    return headers;
  }

  // Nothing is printed while nothing is limited: clients pace themselves by this header.
  private Optional<UsagePlan> plan(OperationSpec operation, @Nullable Caller caller) {
    return caller == null ? Optional.of(operation.plan()) : plans.plan(operation, caller.account());
  }
}
