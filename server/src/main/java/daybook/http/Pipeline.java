package daybook.http;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import daybook.contract.Fault;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a request for an operation: one stage after the other, until one refuses it. */
final class Pipeline {

  /** All stages, in the order in which a request passes them. */
  static final List<Stage> STAGES =
      List.of(
          Stage.IDENTIFY,
          Stage.ROUTE,
          Stage.AUTHENTICATE,
          Stage.AUTHORIZE,
          Stage.THROTTLE,
          Stage.PARSE,
          Stage.READ,
          Stage.RENDER,
          Stage.RESPOND);

  static final AsciiString ACCESS_TOKEN = AsciiString.cached("x-amz-access-token");

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private static final int THROTTLE = STAGES.indexOf(Stage.THROTTLE);
  private static final int PARSE = STAGES.indexOf(Stage.PARSE);
  private static final int READ = STAGES.indexOf(Stage.READ);

  private final HttpParts parts;
  private final HttpOptions options;
  private final Traffic traffic;
  private final Answers answers;
  private final Routes routes;

  Pipeline(HttpParts parts, HttpOptions options, Traffic traffic) {
    this.parts = parts;
    this.options = options;
    this.traffic = traffic;
    this.answers = new Answers(parts.plans(), options.retryAfter());
    this.routes = new Routes(parts.operations());
  }

  /** Says whether a method asks for something to read. */
  static boolean reads(HttpMethod method) {
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }

  HttpParts parts() {
    return parts;
  }

  HttpOptions options() {
    return options;
  }

  Traffic traffic() {
    return traffic;
  }

  Answers answers() {
    return answers;
  }

  Routes routes() {
    return routes;
  }

  /** Returns the answer to a request. */
  HttpResponse serve(Exchange exchange) {
    List<? extends Fault> faults = run(exchange, 0, THROTTLE);
    if (!faults.isEmpty()) {
      return answers.refusal(exchange, faults);
    }
    exchange.atOnce = true;
    try {
      return counted(exchange, run(exchange, THROTTLE, PARSE));
    } catch (NotAtOnceException e) {
      // Calls are counted together with other servers.
      exchange.atOnce = false;
      return exchange.call().spec().takesBody()
          ? waiting(exchange, THROTTLE, PARSE, faulty -> counted(exchange, faulty))
          : waiting(exchange, THROTTLE, READ + 1, read -> finish(exchange, read));
    }
  }

  private HttpResponse counted(Exchange exchange, List<? extends Fault> faults) {
    if (!faults.isEmpty()) {
      return answers.refusal(exchange, faults);
    }
    return exchange.call().spec().takesBody() ? withBody(exchange) : admitted(exchange);
  }

  private HttpResponse withBody(Exchange exchange) {
    exchange.awaitsBody = true;
    return HttpResponse.of(
        exchange
            .context
            .request()
            .aggregate()
            .whenComplete((aggregated, failure) -> exchange.awaitsBody = failure != null)
            .thenApply(
                aggregated -> {
                  exchange.requestBody = aggregated.content().array();
                  return admitted(exchange);
                }));
  }

  private HttpResponse admitted(Exchange exchange) {
    List<? extends Fault> faults = run(exchange, PARSE, READ);
    if (!faults.isEmpty()) {
      return answers.refusal(exchange, faults);
    }
    return options.readOnEventLoop() ? atOnce(exchange) : later(exchange);
  }

  // Most pages are read in less time than it takes to hand them to another thread and back.
  private HttpResponse atOnce(Exchange exchange) {
    exchange.atOnce = true;
    try {
      return finish(exchange, run(exchange, READ, READ + 1));
    } catch (NotAtOnceException e) {
      return later(exchange);
    }
  }

  private HttpResponse later(Exchange exchange) {
    exchange.atOnce = false;
    return waiting(exchange, READ, READ + 1, read -> finish(exchange, read));
  }

  /**
   * Runs stages on a thread that may wait. What comes of it goes on by the socket's own thread,
   * whose buffers need no hand-over between threads.
   */
  private HttpResponse waiting(
      Exchange exchange, int from, int to, Function<List<? extends Fault>, HttpResponse> onwards) {
    ServiceRequestContext context = exchange.context;
    Executor waiters = context.blockingTaskExecutor().withoutContext();
    return HttpResponse.of(
        CompletableFuture.<List<? extends Fault>>supplyAsync(
                () -> inTime(exchange, from, to), waiters)
            .thenApplyAsync(onwards, context.eventLoop().withoutContext()));
  }

  private List<? extends Fault> inTime(Exchange exchange, int from, int to) {
    // Nobody waits any more for an answer that took too long to come to its turn.
    if (exchange.context.isCancelled()) {
      return List.of(new Fault.Unavailable("given up before the store was asked"));
    }
    return run(exchange, from, to);
  }

  /** Renders what was read, unless it was not. */
  private HttpResponse finish(Exchange exchange, List<? extends Fault> read) {
    List<? extends Fault> faults = read.isEmpty() ? run(exchange, READ + 1, STAGES.size()) : read;
    return faults.isEmpty()
        ? Objects.requireNonNull(exchange.response)
        : answers.refusal(exchange, faults);
  }

  private List<? extends Fault> run(Exchange exchange, int from, int to) {
    for (Stage stage : STAGES.subList(from, to)) {
      List<? extends Fault> faults;
      try {
        faults = stage.run(exchange, this);
        assert stage.announces(faults) : stage + " does not announce " + faults;
      } catch (NotAtOnceException e) {
        throw e;
      } catch (StoreException e) {
        faults = List.of(faultOf(e));
      } catch (RuntimeException e) {
        LOG.error("request {} failed in stage {}", exchange.ids.requestId(), stage, e);
        faults = List.of(new Fault.Internal("defect in stage " + stage + ": " + e));
      }
      if (!faults.isEmpty()) {
        return faults;
      }
    }
    return List.of();
  }

  /** Returns the fault that a failing store is to a client: asking again later may help. */
  static Fault faultOf(StoreException e) {
    return new Fault.Unavailable("store " + e.kind() + ": " + e.getMessage());
  }
}
