package conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests to a target, waits when it says so, and remembers them for the report. A target of
 * several servers gets them in turn.
 */
public final class Wire {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_REMEMBERED = 6;

  private final List<String> bases;
  private final Secrets secrets = new Secrets();
  private final List<Sent> sent = new ArrayList<>();
  private int turn;

  /** A request, and where it went. */
  private record Sent(String base, Request request) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** Takes the base URLs of the target's servers, without a slash at their ends. */
  public Wire(List<String> bases) {
    this.bases = List.copyOf(bases);
  }

  private String next(Request request) {
    String base = bases.get(turn++ % bases.size());
    sent.add(new Sent(base, request));
    return base;
  }

  /** Keeps a text out of all reports. */
  public String secret(String text, String name) {
    secrets.add(text, name);
    return text;
  }

  /** Sends a request; if it was throttled, waits and sends it again. */
  public Answer send(Request request) throws IOException, InterruptedException {
    Answer answer = sendOnce(request);
    while (answer.status() == 429) {
      Thread.sleep(1_000L * seconds(answer.header("Retry-After")));
      answer = sendOnce(request);
    }
    return answer;
  }

  /** Sends a request once. */
  public Answer sendOnce(Request request) throws IOException, InterruptedException {
    String base = next(request);
    URI uri;
    try {
      uri = URI.create(base + request.target());
    } catch (IllegalArgumentException e) {
      return RawHttp.send(URI.create(base), request);
    }
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    request.headers().forEach(builder::header);
    builder.method(
        request.method(),
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body()));
    HttpResponse<String> response =
        client.send(builder.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Answer(request, response.statusCode(), response.headers(), response.body());
  }

  /** Sends a request byte for byte: no header is added but Host. */
  public Answer sendRaw(Request request) throws IOException {
    return RawHttp.send(URI.create(next(request)), request);
  }

  /** Forgets the requests so far. */
  public void forget() {
    sent.clear();
  }

  /** Returns the last requests as curl lines, secrets left out. */
  public List<String> remembered() {
    return sent.subList(Math.max(0, sent.size() - MOST_REMEMBERED), sent.size()).stream()
        .map(this::curl)
        .toList();
  }

  /** Returns a text without the secrets in it. */
  public String hide(String text) {
    return secrets.hide(text);
  }

  private String curl(Sent one) {
    Request request = one.request();
    StringBuilder line = new StringBuilder("curl -s -i");
    if (!request.method().equals("GET")) {
      line.append(" -X ").append(request.method());
    }
    request
        .headers()
        .forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
    if (!request.body().isEmpty()) {
      line.append(" --data ").append(quoted(request.body()));
    }
    return secrets.hide(line.append(' ').append(quoted(one.base() + request.target())).toString());
  }

  // Double quotes, so that the shell puts the secrets in again.
  private static String quoted(String text) {
    String shown = text.length() > 600 ? text.substring(0, 600) + "..." : text;
    return '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static int seconds(String retryAfter) {
    return retryAfter.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(retryAfter)) : 2;
  }
}
