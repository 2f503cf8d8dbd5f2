package daybook.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import daybook.access.TokenEndpoint;
import daybook.access.TokenReply;
import daybook.access.TokenRequest;
import daybook.json.JsonWriter;
import daybook.web.Document;
import daybook.web.Documents;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What is served beside the operations: access tokens, documents, health, metrics. */
final class SideDoors {

  /** What a request for an access token is called in the log and in metrics. */
  static final String TOKEN = "token";

  private static final String HEALTH = "health";
  private static final String TOKEN_PATH = "/auth/o2/token";
  private static final MediaType METRICS_TYPE =
      MediaType.parse("text/plain; version=0.0.4; charset=utf-8");

  private static final Health.State ALIVE = new Health.State(true, "", List.of());

  private final TokenEndpoint tokens;
  private final Health health;
  private final PrometheusMeterRegistry meters;
  private final Documents documents = new Documents();

  SideDoors(TokenEndpoint tokens, Health health, PrometheusMeterRegistry meters) {
    this.tokens = tokens;
    this.health = health;
    this.meters = meters;
  }

  /** Answers the request if it is for one of the side doors. */
  Optional<HttpResponse> serve(Exchange exchange, HttpRequest request) {
    String path = RawTarget.rawPath(exchange.rawTarget());
    HttpMethod method = exchange.context.method();
    if (method == HttpMethod.POST && path.toLowerCase(Locale.ROOT).equals(TOKEN_PATH)) {
      exchange.label = TOKEN;
      return Optional.of(token(exchange, request));
    }
    if (!Pipeline.reads(method)) {
      return Optional.empty();
    }
    return switch (path) {
      case "/health/live" -> Optional.of(health(exchange, ALIVE));
      case "/health/ready" -> Optional.of(ready(exchange));
      case "/metrics" -> Optional.of(metrics(exchange));
      default -> documents.at(path).map(document -> document(exchange, document));
    };
  }

  private HttpResponse token(Exchange exchange, HttpRequest request) {
    exchange.awaitsBody = true;
    return HttpResponse.of(
        request
            .aggregate()
            .whenComplete((aggregated, failure) -> exchange.awaitsBody = failure != null)
            .thenApplyAsync(
                aggregated ->
                    tokens.answer(
                        new TokenRequest(
                            aggregated.headers().get("content-type"), aggregated.content().array()),
                        exchange.arrivedAt),
                blocking(exchange))
            .thenApply(reply -> reply(exchange, reply)));
  }

  /** Says in the token endpoint's own words that it has no answer in time. */
  static HttpResponse tokenUnavailable(Exchange exchange, String reason) {
    return reply(exchange, TokenEndpoint.unavailable(reason));
  }

  private static HttpResponse reply(Exchange exchange, TokenReply reply) {
    exchange.reason = reply.status() < 300 ? "" : reply.reason();
    ResponseHeadersBuilder headers = Answers.begin(exchange.ids, reply.status());
    reply.headers().forEach(headers::set);
    return HttpResponse.of(headers.build(), HttpData.wrap(reply.body()));
  }

  private HttpResponse ready(Exchange exchange) {
    exchange.label = HEALTH;
    return HttpResponse.of(health.state().thenApply(state -> health(exchange, state)));
  }

  private static HttpResponse health(Exchange exchange, Health.State state) {
    exchange.label = HEALTH;
    exchange.reason = state.reason();
    JsonWriter json = new JsonWriter().object().text("status", state.up() ? "up" : "down");
    if (!state.warnings().isEmpty()) {
      json.texts("warnings", state.warnings());
    }
    return HttpResponse.of(
        Answers.begin(exchange.ids, state.up() ? 200 : 503).build(),
        HttpData.wrap(json.endObject().toBytes()));
  }

  private HttpResponse metrics(Exchange exchange) {
    exchange.label = "metrics";
    return HttpResponse.of(
        // Not among those who wait for the store: that it hangs is what somebody wants to see here.
        CompletableFuture.supplyAsync(meters::scrape)
            .thenApply(
                text ->
                    HttpResponse.of(
                        Answers.begin(exchange.ids, 200).contentType(METRICS_TYPE).build(),
                        HttpData.ofUtf8(text))));
  }

  private static HttpResponse document(Exchange exchange, Document document) {
    exchange.label = "document";
    String had = exchange.context.request().headers().get(HttpHeaderNames.IF_NONE_MATCH, "");
    boolean unchanged = document.isAmong(had);
    ResponseHeadersBuilder headers = Answers.begin(exchange.ids, unchanged ? 304 : 200);
    document.headers().forEach(headers::set);
    return unchanged
        ? HttpResponse.of(headers.build())
        : HttpResponse.of(headers.build(), HttpData.wrap(document.body()));
  }

  private static Executor blocking(Exchange exchange) {
    return exchange.context.blockingTaskExecutor().withoutContext();
  }
}
