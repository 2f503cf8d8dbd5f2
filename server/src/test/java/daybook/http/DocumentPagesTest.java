package daybook.http;

import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.web.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description and the page to try it, over the wire. */
final class DocumentPagesTest {

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.LIMITED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi.yaml",
        "/openapi.json",
        "/docs",
        "/docs/docs.css",
        "/docs/docs.js",
        "/docs/icon.svg"
      })
  void document_isForStrangersToo(String path) {
    byte[] expected = new Documents().at(path).orElseThrow().body();
    for (String target : new String[] {path, path + "/", path + "?v=1"}) {
      Answer answer = server.getAs(null, target);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(new String(expected, StandardCharsets.UTF_8));
      assertThat(answer.header("x-amzn-requestid")).isPresent();
      assertThat(answer.header("x-content-type-options")).contains("nosniff");
      assertThat(answer.header("content-security-policy").orElse(""))
          .contains("default-src 'none'");
      assertThat(answer.header("content-type").orElse("")).contains("charset=utf-8");
      assertThat(answer.header("access-control-allow-origin")).isEmpty();
    }
  }

  @Test
  void document_isSentOnceToWhoKeepsIt() throws IOException {
    String tag = server.getAs(null, "/openapi.yaml").header("etag").orElseThrow();
    try (Wire wire = server.connect()) {
      for (int i = 0; i < 2; i++) {
        Answer answer =
            wire.send(request("GET", "/openapi.yaml", null, "If-None-Match: " + tag))
                .answerWithoutBody();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("etag")).contains(tag);
        assertThat(answer.header("cache-control")).contains("no-cache");
      }
      assertThat(wire.send(request("GET", "/health/live", null)).answer().body()).contains("up");
    }
    assertThat(server.getAs(null, "/openapi.yaml", "If-None-Match: \"other\"").status())
        .isEqualTo(200);
  }

  @Test
  void document_hasAHeadWithoutABody() throws IOException {
    try (Wire wire = server.connect()) {
      Answer head = wire.send(request("HEAD", "/docs", null)).answerWithoutBody();
      assertThat(head.status()).isEqualTo(200);
      assertThat(wire.send(request("GET", "/health/live", null)).answer().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /docs",
        "PUT /openapi.yaml",
        "GET /Docs",
        "GET /docs/index.html",
        "GET /docs/docs.js.map",
        "GET /docs/%2e%2e/openapi.yaml2",
        "GET /openapi.yml"
      })
  void document_isNothingElse(String line) {
    String[] parts = line.split(" ", -1);
    int status = server.send(request(parts[0], parts[1], null)).status();
    assertThat(status).isIn(400, 403);
  }

  // Nothing is taken from a bucket, however often a page is loaded.
  @Test
  void document_costsNoCalls() {
    for (int i = 0; i < 30; i++) {
      assertThat(server.get("/docs").status()).isEqualTo(200);
    }
    assertThat(server.get(TestServer.REPORTS + TestServer.RANGE).status()).isEqualTo(200);
    assertThat(server.getAs(null, "/metrics").body()).contains("operation=\"document\"");
  }
}
