package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A store on PostgreSQL with orders in it, a server of impatient settings, and its client. */
final class ServedDatabase implements AutoCloseable {

  /** How long a client may be kept waiting for an answer, whatever the database does. */
  static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(6);

  // How long it may take until all is well again.
  private static final long HEALING_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int CODES = 400;

  private final RunningServer server;
  private final Client client;
  private final Deque<String> acknowledged = new ArrayDeque<>();

  private ServedDatabase(RunningServer server, Client client) {
    this.server = server;
    this.client = client;
  }

  /** Something asked of a server. */
  interface Question {
    HttpResponse<String> ask() throws Exception;
  }

  /** Returns the environment that names who connects. */
  static Map<String, String> environment() {
    return Map.of(
        "DAYBOOK_STORE_USER", PostgresCluster.USER,
        "DAYBOOK_STORE_PASSWORD", PostgresCluster.PASSWORD);
  }

  /** Opens a store without a server. */
  static Workspace open(String url, Path directory) {
    return Workspace.open(
        Settings.load(
            new SettingsInput(
                Map.of("store.url", url, "store.data-dir", directory.resolve("data").toString()),
                environment(),
                null)));
  }

  /** Makes a store of so many orders, and serves it. */
  static ServedDatabase of(int orders, String url, Path directory)
      throws IOException, InterruptedException {
    Client client;
    try (Workspace workspace = open(url, directory)) {
      OrderFile.createAccount(workspace);
      OrderFile.fill(workspace, orders);
      client = Client.of(workspace, CODES);
    }
    Program program = new Program(directory, environment());
    List<String> arguments =
        new ArrayList<>(List.of("--port", "0", "--data", "data", "--store", url));
    for (String setting :
        List.of(
            "throttle.enabled=false",
            "store.patience=1s",
            "store.connect-timeout=1s",
            "store.statement-timeout=700ms",
            "store.answer-timeout=1s",
            "server.request-timeout=4s")) {
      arguments.addAll(List.of("--set", setting));
    }
    return new ServedDatabase(
        RunningServer.start(program, directory, arguments.toArray(new String[0])), client);
  }

  RunningServer server() {
    return server;
  }

  /** Reads a page. */
  HttpResponse<String> read() throws IOException, InterruptedException {
    return client.read(server, true);
  }

  /** Makes the server write, and remembers what it acknowledges. */
  HttpResponse<String> write() throws IOException, InterruptedException {
    String code = client.codes().removeFirst();
    HttpResponse<String> answer = client.redeem(server, code);
    if (answer.statusCode() == 200) {
      acknowledged.add(code);
    }
    return answer;
  }

  /** Asks how the server is. */
  HttpResponse<String> ready() throws IOException, InterruptedException {
    return server.get("/health/ready", "");
  }

  /** Sees that all that was acknowledged since the last time is there: no code works twice. */
  void assertNothingIsLost() throws IOException, InterruptedException {
    assertThat(acknowledged).isNotEmpty();
    while (!acknowledged.isEmpty()) {
      HttpResponse<String> again = client.redeem(server, acknowledged.removeFirst());
      assertThat(again.statusCode()).as(again.body()).isEqualTo(400);
    }
  }

  /** Sees that the server reads, writes and says so, or does after a while. */
  void assertHeals() throws Exception {
    comesTo(200, this::read);
    comesTo(200, this::write);
    assertComesToSay("{\"status\":\"up\"}");
    assertThat(server.logged()).doesNotContain("\tat ").doesNotContain(PostgresCluster.PASSWORD);
  }

  /** Asks how the server is until it says so; what it says may be a second old. */
  void assertComesToSay(String state) throws Exception {
    long start = System.nanoTime();
    String said = ready().body();
    while (!said.equals(state) && System.nanoTime() - start < HEALING_NANOS) {
      said = ready().body();
    }
    assertThat(said).isEqualTo(state);
  }

  /** Asks until the status is the one wanted. */
  static HttpResponse<String> comesTo(int status, Question question) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = question.ask();
    while (answer.statusCode() != status && System.nanoTime() - start < HEALING_NANOS) {
      answer = question.ask();
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  /** Sees that the answer comes in time and is a page's refusal, in the contract's words. */
  static void assertUnavailable(Question question) throws Exception {
    HttpResponse<String> answer = inTime(BOUND_NANOS, question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"Service is temporarily"
                + " unavailable. Please try again.\",\"details\":\"\"}]}");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  /** Sees that the answer comes in time and is a refusal of the token endpoint, in its words. */
  static void assertRefusesTokens(Question question) throws Exception {
    HttpResponse<String> answer = inTime(BOUND_NANOS, question);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).startsWith("{\"error_description\":").contains("\"error\":");
  }

  /** Returns an answer that comes in time. */
  static HttpResponse<String> inTime(long nanos, Question question) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = question.ask();
    assertThat(System.nanoTime() - start).as("nanoseconds until the answer").isLessThan(nanos);
    return answer;
  }

  @Override
  public void close() {
    server.close();
  }
}
