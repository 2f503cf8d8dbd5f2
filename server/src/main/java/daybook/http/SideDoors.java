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
import java.util.function.Supplier;

/** What is served beside the operations: access tokens, documents, health, metrics. */
final class SideDoors {

  private static final String TOKEN_PATH = "/auth/o2/token";
  private static final MediaType METRICS_TYPE =
      MediaType.parse("text/plain; version=0.0.4; charset=utf-8");

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
      exchange.label = "token";
      return Optional.of(token(exchange, request));
    }
    if (!Pipeline.reads(method)) {
      return Optional.empty();
    }
    return switch (path) {
      case "/health/live" -> Optional.of(health(exchange, () -> "", List::of));
      case "/health/ready" -> Optional.of(health(exchange, health::problem, health::warnings));
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

  private static HttpResponse reply(Exchange exchange, TokenReply reply) {
    exchange.reason = reply.status() < 300 ? "" : reply.reason();
    ResponseHeadersBuilder headers = Answers.begin(exchange.ids, reply.status());
    reply.headers().forEach(headers::set);
    return HttpResponse.of(headers.build(), HttpData.wrap(reply.body()));
  }

  private HttpResponse health(
      Exchange exchange, Supplier<String> check, Supplier<List<String>> warnings) {
    exchange.label = "health";
    return HttpResponse.of(
        CompletableFuture.supplyAsync(check, blocking(exchange))
            .thenApply(
                problem -> {
                  exchange.reason = problem;
                  JsonWriter json = new JsonWriter().object();
                  json.text("status", problem.isEmpty() ? "up" : "down");
                  List<String> warned = warnings.get();
                  if (!warned.isEmpty()) {
                    json.texts("warnings", warned);
                  }
                  return HttpResponse.of(
                      Answers.begin(exchange.ids, problem.isEmpty() ? 200 : 503).build(),
                      HttpData.wrap(json.endObject().toBytes()));
                }));
  }

  private HttpResponse metrics(Exchange exchange) {
    exchange.label = "metrics";
    return HttpResponse.of(
        CompletableFuture.supplyAsync(meters::scrape, blocking(exchange))
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
