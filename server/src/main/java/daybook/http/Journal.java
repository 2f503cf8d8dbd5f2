package daybook.http;

import com.linecorp.armeria.common.logging.RequestLog;
import daybook.config.LoggingSettings;
import daybook.contract.Caller;
import daybook.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access log: one line a request, with the reason of a refusal, without tokens or secrets. */
final class Journal {

  private static final Logger LOG = LoggerFactory.getLogger("daybook.access");

  private final LoggingSettings settings;
  private final Traffic traffic;

  /**
   * What is written about a request.
   *
   * @param at UTC instant of its arrival
   * @param requestId its id
   * @param method its method
   * @param target path and query, fit for a log
   * @param label the operation, or what else answered
   * @param caller who sent it, if known
   * @param status HTTP status of the answer; 0 if the client did not wait for one
   * @param bytes length of the answer's body
   * @param millis time from request to answer
   * @param reason why it was refused, empty if it was not
   */
  record Entry(
      Instant at,
      String requestId,
      String method,
      String target,
      String label,
      @Nullable Caller caller,
      int status,
      long bytes,
      long millis,
      String reason) {}

  Journal(LoggingSettings settings, Traffic traffic) {
    this.settings = settings;
    this.traffic = traffic;
  }

  /** Writes the line of an exchange once its answer has been sent. */
  void follow(Exchange exchange) {
    var unused = exchange.context.log().whenComplete().thenAccept(log -> complete(exchange, log));
  }

  /** Writes a line. */
  void write(Entry entry) {
    if (settings.accessLog() && LOG.isInfoEnabled()) {
      LOG.info(settings.format() == LoggingSettings.Format.JSON ? json(entry) : line(entry));
    }
  }

  private void complete(Exchange exchange, RequestLog log) {
    int status = log.responseHeaders().status().code();
    long nanos = log.totalDurationNanos();
    traffic.answered(exchange.label, status, nanos);
    if (!settings.accessLog()) {
      return;
    }
    String reason = exchange.reason;
    if (reason.isEmpty() && log.responseCause() != null) {
      reason = "the answer did not reach the client";
    }
    write(
        new Entry(
            exchange.arrivedAt,
            exchange.ids.requestId(),
            exchange.context.method().name(),
            Redaction.target(exchange.rawTarget()),
            exchange.label,
            exchange.caller,
            status,
            log.responseLength(),
            TimeUnit.NANOSECONDS.toMillis(nanos),
            reason));
  }

  /** Returns the line for people. */
  static String line(Entry entry) {
    Caller caller = entry.caller();
    StringBuilder line =
        new StringBuilder(256)
            .append(entry.at())
            .append(' ')
            .append(entry.requestId())
            .append(' ')
            .append(entry.method())
            .append(' ')
            .append(entry.target())
            .append(' ')
            .append(entry.label())
            .append(" application=")
            .append(caller == null ? "-" : Redaction.text(caller.clientId()))
            .append(" account=")
            .append(caller == null ? "-" : String.valueOf(caller.account()))
            .append(" status=")
            .append(entry.status())
            .append(" bytes=")
            .append(entry.bytes())
            .append(" ms=")
            .append(entry.millis());
    if (!entry.reason().isEmpty()) {
      line.append(" reason=\"")
          .append(Redaction.text(entry.reason()).replace('"', '\''))
          .append('"');
    }
    return line.toString();
  }

  /** Returns the line for machines. */
  static String json(Entry entry) {
    Caller caller = entry.caller();
    JsonWriter json =
        new JsonWriter()
            .object()
            .text("time", entry.at().toString())
            .text("requestId", entry.requestId())
            .text("method", entry.method())
            .text("path", entry.target())
            .text("operation", entry.label())
            .text("application", caller == null ? null : caller.clientId())
            .text("account", caller == null ? null : String.valueOf(caller.account()))
            .number("status", entry.status())
            .number("bytes", entry.bytes())
            .number("ms", entry.millis());
    if (!entry.reason().isEmpty()) {
      json.text("reason", Redaction.text(entry.reason()));
    }
    return new String(json.endObject().toBytes(), StandardCharsets.UTF_8);
  }
}
