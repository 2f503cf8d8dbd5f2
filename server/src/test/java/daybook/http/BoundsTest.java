package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.linecorp.armeria.common.Flags;
import daybook.config.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger can hold on to is bounded: time, connections. */
@Timeout(60)
final class BoundsTest {

  private static final Duration LIMIT = Duration.ofMillis(700);
  private static final int CONNECTIONS = 4;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(
            directory,
            TestServer.UNLIMITED.with(
                new ServerSettings(
                    "127.0.0.1",
                    0,
                    CONNECTIONS,
                    16_384,
                    16_384,
                    65_536,
                    500,
                    LIMIT,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void longTargetsAndHeaders_areNotRememberedByTheLibrary() {
    // Null is off; each would hold thousands of entries, of up to 32 KiB.
    assertThat(Flags.routeCacheSpec()).isNull();
    assertThat(Flags.parsedPathCacheSpec()).isNull();
    assertThat(Flags.headerValueCacheSpec()).isNull();
  }

  @Test
  void headers_thatDribbleAreCutOff() throws IOException {
    assertCutOff("GET " + REPORTS + " HTTP/1.1\r\nHost: localhost\r\nX-Dribble: ", "x");
  }

  @Test
  void requestLine_thatDribblesIsCutOff() throws IOException {
    assertCutOff("GET /", "x");
  }

  @Test
  void emptyLines_thatDribbleAreCutOff() throws IOException {
    assertCutOff("", "\r\n");
  }

  @Test
  void headers_thatDribbleAfterAGoodRequestAreCutOff() throws IOException {
    assertCutOff(request("GET", "/health/live", null) + "GET / HTTP/1.1\r\nX-Dribble: ", "x");
  }

  @Test
  void http2_thatDribblesIsCutOff() throws IOException {
    assertCutOff("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0000");
  }

  @Test
  void slowHeaders_thatArriveInTimeAreServed() throws IOException {
    try (Wire wire = server.connect()) {
      for (String part : request("GET", REPORTS + RANGE, server.accessToken).split("(?<=\n)", -1)) {
        wire.send(part);
      }
      assertThat(wire.answer().status()).isEqualTo(200);
      wire.send(request("GET", REPORTS + RANGE, server.accessToken));
      assertThat(wire.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void body_thatDoesNotArriveIsRefused() throws IOException {
    try (Wire wire = server.connect()) {
      wire.send(request("POST", "/auth/o2/token", null, "Content-Length: 100") + "grant_type=");
      Answer answer = wire.answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.body()).contains("\"code\":\"RequestTimeout\"");
      assertCommonHeaders(answer);
      assertThat(wire.untilClosed()).isZero();
    }
  }

  @Test
  void connection_thatIsIdleIsClosed() throws IOException {
    try (Wire wire = server.connect()) {
      assertThat(wire.untilClosed()).isZero();
    }
    try (Wire wire = server.connect()) {
      wire.send(request("GET", REPORTS + RANGE, server.accessToken));
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(wire.untilClosed()).isZero();
    }
  }

  @Test
  void connections_areLimitedInNumber() throws IOException {
    List<Wire> open = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Wire wire = server.connect();
        open.add(wire);
        assertThat(wire.send(request("GET", "/health/live", null)).answer().status())
            .isEqualTo(200);
      }
      try (Wire tooMany = server.connect()) {
        assertThatThrownBy(() -> tooMany.send(request("GET", "/health/live", null)).answer())
            .isInstanceOf(IOException.class);
      }
      assertThat(open.get(0).send(request("GET", "/health/live", null)).answer().status())
          .isEqualTo(200);
    } finally {
      for (Wire wire : open) {
        wire.close();
      }
    }
  }

  // Sends the first bytes, then the others over and over; the pause between them is a read that
  // waits for an answer. The idle timeout alone would let this go on for ever.
  private static void assertCutOff(String first, String more) throws IOException {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(50);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
      while (!closed(socket)) {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(10));
      }
    } catch (SocketException e) {
      // The server reset the connection while this side was writing.
      assertThat(e).isNotNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.multipliedBy(10));
  }

  private static boolean closed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read(new byte[4096]) < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
