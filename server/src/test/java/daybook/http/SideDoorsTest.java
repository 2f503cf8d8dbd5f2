package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.encoded;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens, health and metrics over the wire. */
final class SideDoorsTest {

  private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"(Atza\\|[^\"]+)\"");

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "CONTRACT 4.1: path {0}")
  @ValueSource(
      strings = {
        "/auth/o2/token",
        "/auth/O2/token",
        "/AUTH/O2/TOKEN",
        "/auth/o2/token/",
        "/auth/o2/token?x=y"
      })
  void token_isIssuedForAForm(String path) {
    Answer answer = post(path, "application/x-www-form-urlencoded;charset=UTF-8", form());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/json;charset=UTF-8");
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(answer.header("pragma")).contains("no-cache");
    assertThat(answer.header("x-amzn-requestid")).isPresent();
    Matcher token = ACCESS.matcher(answer.body());
    assertThat(token.find()).isTrue();
    assertThat(server.getAs(token.group(1), REPORTS + RANGE).status()).isEqualTo(200);
  }

  @Test
  void token_isIssuedForJson() {
    String json =
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
            .formatted(
                server.grant.credential(),
                server.application.clientId(),
                server.application.clientSecret());
    assertThat(post("/auth/o2/token", "application/json", json).status()).isEqualTo(200);
  }

  @Test
  void token_isRefusedInTheWordsOfTheTokenEndpoint() {
    Answer answer =
        post(
            "/auth/o2/token",
            "application/x-www-form-urlencoded",
            form().replace("client_secret=", "client_secret=x"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error_description\":\"Client authentication failed\",\"error\":\"invalid_client\"}");
    assertThat(answer.header("x-amzn-requestid")).isPresent();
  }

  @Test
  void health_isToldToStrangers() {
    for (String path : new String[] {"/health/live", "/health/ready", "/health/ready/"}) {
      Answer answer = server.send(request("GET", path, null));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
      assertCommonHeaders(answer);
    }
  }

  @Test
  void metrics_countRequestsByOperationAndStatus() {
    server.get(REPORTS + RANGE);
    server.get("/nowhere");
    server.send("nonsense\r\n\r\n");
    Answer answer = server.send(request("GET", "/metrics", null));
    assertThat(answer.header("content-type").orElse("")).startsWith("text/plain");
    assertThat(answer.body())
        .contains("daybook_requests_seconds_bucket{operation=\"getOrderReports\",status=\"200\",")
        .contains("daybook_requests_seconds_count{operation=\"none\",status=\"403\"}")
        .contains("daybook_requests_seconds_count{operation=\"none\",status=\"400\"}")
        .contains("daybook_store_reads_seconds_count{operation=\"getOrderReports\"}");
  }

  private static Answer post(String path, String type, String body) {
    return server.send(
        request("POST", path, null, "Content-Type: " + type, "Content-Length: " + body.length())
            + body);
  }

  private static String form() {
    return "grant_type=refresh_token&refresh_token="
        + encoded(server.grant.credential())
        + "&client_id="
        + server.application.clientId()
        + "&client_secret="
        + encoded(server.application.clientSecret());
  }
}
