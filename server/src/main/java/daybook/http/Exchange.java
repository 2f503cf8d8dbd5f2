package daybook.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import daybook.contract.Body;
import daybook.contract.Caller;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import io.netty.util.AttributeKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the stages, with what each of them found out about it. Used by one
 * thread at a time.
 */
final class Exchange {

  private static final AttributeKey<Exchange> KEY =
      AttributeKey.valueOf(Exchange.class, "exchange");

  final ServiceRequestContext context;
  final Instant arrivedAt;
  final AnswerIds ids;

  // Each is set by the stage that finds it out, and read by later stages only.
  @Nullable RawTarget target;
  @Nullable Call<?> call;
  Map<String, String> pathParameters = Map.of();
  @Nullable Caller caller;
  byte[] requestBody = new byte[0];
  @Nullable Body body;
  @Nullable HttpResponse response;

  // Whether the store must be asked at once or not at all, as by the thread that serves the socket.
  boolean atOnce;

  // Whether the answer waits for the request's body; read by whoever finds that it took too long.
  volatile boolean awaitsBody;

  // For the access log.
  String label = "none";
  String reason = "";

  /** Begins the exchange of a request that has just arrived. */
  Exchange(ServiceRequestContext context, Instant arrivedAt) {
    this.context = context;
    this.arrivedAt = arrivedAt;
    this.ids = AnswerIds.draw(arrivedAt);
    context.setAttr(KEY, this);
  }

  /** Returns the exchange of a request, null if it never came so far. */
  static @Nullable Exchange of(ServiceRequestContext context) {
    return context.attr(KEY);
  }

  /** Returns the target as it was sent: path and query. */
  String rawTarget() {
    return context.rawPath();
  }

  RawTarget target() {
    return Objects.requireNonNull(target);
  }

  Call<?> call() {
    return Objects.requireNonNull(call);
  }

  Caller caller() {
    return Objects.requireNonNull(caller);
  }

  /** Returns how refusals are worded: the gateway's words while no operation is known. */
  Dialect dialect() {
    return call == null ? Dialect.SP_API : call.spec().dialect();
  }

  /** Returns a fault as a list, which is what stages return. */
  static List<Fault> one(Fault fault) {
    return List.of(fault);
  }
}
