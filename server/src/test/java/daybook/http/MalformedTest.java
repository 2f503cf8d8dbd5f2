package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no good HTTP is refused in the contract's words, and hurts nobody else. */
final class MalformedTest {

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

  static Stream<Arguments> requests() {
    return Stream.of(
        row("no request line", "garbage\r\n\r\n", 400),
        row("no target", "GET\r\n\r\n", 400),
        row("a space in the target", get("/a b", ""), 400),
        row("a control character in the target", get("/a\u0001b", ""), 400),
        row("a target that is no path", get("nowhere", ""), 400),
        row("an asterisk", get("*", ""), 400),
        row("a bad protocol", "GET / FTP/1.1 x\r\n\r\n", 400),
        row("CONNECT", "CONNECT elsewhere:443 HTTP/1.1\r\n\r\n", 400),
        row("a space in a header's name", get("/", "Bad Name: x\r\n"), 400),
        row("no colon in a header", get("/", "Bad\r\n"), 400),
        row("a control character in a header", get("/", "X: a\u0001b\r\n"), 400),
        row("two lengths", get("/", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400),
        row("a negative length", get("/", "Content-Length: -1\r\n"), 400),
        row("a length that is no number", get("/", "Content-Length: many\r\n"), 400),
        row("an encrypted greeting", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400),
        row("an expectation", get("/", "Expect: miracles\r\nContent-Length: 1\r\n"), 417),
        row("a method nobody knows", "BREW / HTTP/1.1\r\n\r\n", 403),
        row("a long target", get("/" + "u".repeat(17_000), ""), 414),
        row("a long query", get(REPORTS + RANGE + "&x=" + "u".repeat(17_000), ""), 414),
        row("a long header", get("/", "X: " + "x".repeat(17_000) + "\r\n"), 431),
        row("many headers", get("/", "X: 0123456789\r\n".repeat(1_400)), 431),
        row("a long body", get("/", "Content-Length: 65537\r\n"), 413));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("requests")
  void request_isRefusedInTheContractsWords(String what, String request, int status) {
    Answer answer = server.send(request);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .matches("\\{\"errors\":\\[\\{\"code\":\"[A-Za-z]+\",\"message\":.*}]}");
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("netty");
    assertCommonHeaders(answer);
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
  }

  @Test
  void longBody_isRefusedWhileItComes() {
    String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
    Answer answer =
        server.send(
            request("POST", "/auth/o2/token", null, "Transfer-Encoding: chunked")
                + chunk.repeat(20)
                + "0\r\n\r\n");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"The request size exceeded the"
                + " maximum accepted size.\",\"details\":\"\"}]}");
    assertCommonHeaders(answer);
  }

  @Test
  void badChunk_isRefused() {
    Answer answer =
        server.send(
            request("POST", "/auth/o2/token", null, "Transfer-Encoding: chunked") + "zz\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertCommonHeaders(answer);
  }

  @Test
  void optionsOfTheWholeServer_haveARequestId() {
    Answer answer = server.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer.header("x-amzn-requestid")).isPresent();
  }

  @Test
  void noise_neverHarmsTheServer() throws IOException {
    Random random = new Random(42);
    String alphabet =
        "GET POST/reports?&=%:;\r\n\r\nHTTP/1.1 \u0000\u00ff\u0080{}x-amz-access-token";
    for (int i = 0; i < 300; i++) {
      StringBuilder noise = new StringBuilder(i % 3 == 0 ? "GET " + REPORTS + "?" : "");
      for (int length = random.nextInt(200); length > 0; length--) {
        noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try (Wire wire = server.connect()) {
        wire.send(noise.toString());
      }
    }
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
  }

  private static String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private static Arguments row(String what, String request, int status) {
    return Arguments.of(what, request, status);
  }
}
