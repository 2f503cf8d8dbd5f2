package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server process that a test talks to over HTTP. */
final class RunningServer implements AutoCloseable {

  private static final Pattern SERVING = Pattern.compile("(?m)^Serving .* on (https?://\\S+)$");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Process process;
  private final Path out;
  private final Path err;
  private final String baseUrl;
  private final HttpClient client;

  private RunningServer(Process process, Path out, Path err, HttpClient client)
      throws IOException, InterruptedException {
    this.client = client;
    this.process = process;
    this.out = out;
    this.err = err;
    this.baseUrl = awaitBaseUrl();
  }

  /** Starts {@code serve} with the given arguments and waits until it says that it serves. */
  static RunningServer start(Path directory, String... arguments)
      throws IOException, InterruptedException {
    return start(new Program(directory), directory, arguments);
  }

  /** Does the same with a program of the caller's choice. */
  static RunningServer start(Program program, Path directory, String... arguments)
      throws IOException, InterruptedException {
    return start(HttpClient.newHttpClient(), directory, arguments);
  }

  /** Does the same, and talks to it through a client of the caller's choice. */
  static RunningServer start(HttpClient client, Path directory, String... arguments)
      throws IOException, InterruptedException {
    return start(client, new Program(directory), directory, arguments);
  }

  /** Does the same with a program that was given options of its own. */
  static RunningServer start(
      HttpClient client, Program program, Path directory, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "serve", ".out");
    Path err = Files.createTempFile(directory, "serve", ".err");
    String[] command = new String[arguments.length + 1];
    command[0] = "serve";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return new RunningServer(program.start(out, err, command), out, err, client);
  }

  /** Returns what it has printed for its user. */
  String printed() throws IOException {
    return Files.readString(out);
  }

  /** Returns what it has logged. */
  String logged() throws IOException {
    return Files.readString(err);
  }

  /** Returns where it serves. */
  String baseUrl() {
    return baseUrl;
  }

  /** Returns the port it listens on. */
  int port() {
    return URI.create(baseUrl).getPort();
  }

  /** Returns the id of its process. */
  long pid() {
    return process.pid();
  }

  /** Watches it for a while; returns whether it still runs. */
  boolean livesOn(long millis) throws InterruptedException {
    return !process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Asks for a path with an access token. */
  HttpResponse<String> get(String pathAndQuery, String accessToken)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + pathAndQuery))
            .header("x-amz-access-token", accessToken)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Sends a form to the token endpoint. */
  HttpResponse<String> token(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/auth/o2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Asks it to stop, as a service manager does, and returns its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the server stops").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String awaitBaseUrl() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)
        && System.nanoTime() - start < PATIENCE_NANOS) {
      Matcher serving = SERVING.matcher(Files.readString(out));
      if (serving.find()) {
        return serving.group(1);
      }
    }
    process.destroyForcibly();
    throw new AssertionError("no server: " + Files.readString(out) + Files.readString(err));
  }
}
