package daybook.fuzz;

import static daybook.fuzz.HostileRequests.request;
import static daybook.fuzz.Values.pick;

import java.util.List;
import java.util.Random;

/** Makes what is no HTTP, or is more than one thing at a time. */
final class BrokenHttp {

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private static final String SOCKET_KEY = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";

  /** As browsers begin, when somebody types https for http. */
  private static final String CLIENT_HELLO =
      "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003"
          + "B".repeat(32)
          + "\u0000\u0000\u0004\u0013\u0001\u0013\u0002\u0001\u0000\u0000t"
          + "\u0000".repeat(116);

  private static final List<String> LINES =
      List.of(
          "",
          "GET",
          "GET ",
          "GET /",
          "GET / HTTP/9.9",
          "GET / HTTP/1.1 extra",
          "GET  /  HTTP/1.1",
          "\tGET / HTTP/1.1",
          "GET / HTTP/0.9",
          "GET / http/1.1",
          "GET / HTTP/1.",
          "GET * HTTP/1.1",
          "OPTIONS * HTTP/1.1",
          "GET nowhere HTTP/1.1",
          "GET ../../etc/passwd HTTP/1.1",
          "GET /a b HTTP/1.1",
          "GET /\u0000 HTTP/1.1",
          "GET /\u0001\u007f HTTP/1.1",
          "GET //evil.example/ HTTP/1.1",
          "GET http:// HTTP/1.1",
          "GET http:///x HTTP/1.1",
          "GET http://[::1 HTTP/1.1",
          "GET ://x HTTP/1.1",
          "CONNECT evil.example:443 HTTP/1.1",
          "CONNECT / HTTP/1.1",
          "\u0000\u0000\u0000",
          "SSH-2.0-OpenSSH_9.6",
          "EHLO evil.example",
          "*1\r\n$4\r\nPING",
          "\u00ff\u00f4\u00ff\u00fd\u0006");

  private static final List<String> LENGTHS =
      List.of(
          "Content-Length: 1\r\nContent-Length: 2\r\n",
          "Content-Length: 5, 5\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: +5\r\n",
          "Content-Length: 0x5\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: 9223372036854775807\r\n",
          "Content-Length: 65537\r\n",
          "Content-Length:\r\n",
          "Content-Length: 5 5\r\n",
          "Content-Length : 5\r\n",
          "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
          "Transfer-Encoding: identity, chunked\r\n",
          "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding:\u000bchunked\r\n",
          "Transfer-Encoding : chunked\r\n",
          "Transfer-Encoding: chunked, gzip\r\n",
          "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n",
          "Expect: miracles\r\nContent-Length: 5\r\n",
          "Expect: 100-continue\r\nContent-Length: 999999\r\n");

  private static final List<String> CHUNKS =
      List.of(
          "0\r\n\r\n",
          "5\r\nhello\r\n0\r\n\r\n",
          "5;x=\"y\r\nhello\r\n0\r\n\r\n",
          "zz\r\nhello\r\n",
          "-5\r\nhello\r\n0\r\n\r\n",
          "FFFFFFFFFFFFFFFFF\r\nhello\r\n",
          "7FFFFFFF\r\nhello\r\n",
          "5\r\nhelloGET / HTTP/1.1\r\n\r\n",
          "5\nhello\n0\n\n",
          "00000000000000000000000005\r\nhello\r\n0\r\nX-Trailer: y\r\n\r\n",
          "1\r\nx\r\n".repeat(2_000) + "0\r\n\r\n",
          "5;" + "x".repeat(20_000) + "\r\nhello\r\n0\r\n\r\n",
          "0\r\n" + "X-T: y\r\n".repeat(3_000) + "\r\n",
          "1000\r\n" + "y".repeat(0x1000) + "\r\n");

  private static final List<String> HEADERS =
      List.of(
          "Bad Name: x\r\n",
          "NoColon\r\n",
          ": empty\r\n",
          " folded: x\r\n",
          "X: a\r\n folded\r\n\tagain\r\n",
          "X: a\u0001b\r\n",
          "X: a\u0000b\r\n",
          "X: a\rb\r\n",
          "X: a\nY: b\r\n",
          "X\u00ff: y\r\n",
          "X(): y\r\n",
          "X: " + "x".repeat(17_000) + "\r\n",
          "X: 0123456789\r\n".repeat(1_400),
          "x".repeat(17_000) + ": y\r\n",
          "Host: a\r\nHost: b\r\n",
          "Host: \u00ff\r\n",
          "Connection: close, keep-alive, upgrade\r\n",
          "Connection: x-amz-access-token\r\n",
          "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + SOCKET_KEY,
          "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
          "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!!\r\n",
          "Upgrade: TLS/1.2\r\nConnection: Upgrade\r\n",
          "Proxy-Connection: keep-alive\r\nTE: trailers, gzip;q=x\r\nTrailer: Content-Length\r\n",
          "http2-settings: x\r\n");

  private final Victims victims;
  private final Targets targets;

  BrokenHttp(Victims victims, Targets targets) {
    this.victims = victims;
    this.targets = targets;
  }

  /** Returns bytes that a server may take for one request, for several, or for none. */
  String unclear(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> pick(random, LINES) + "\r\nHost: x\r\n\r\n";
      case 1 -> request("GET", pick(random, Targets.GOOD), token(random) + pick(random, HEADERS));
      case 2 -> post(random, pick(random, LENGTHS)) + pick(random, CHUNKS);
      case 3 -> post(random, "Transfer-Encoding: chunked\r\n") + pick(random, CHUNKS);
      case 4 -> post(random, "Content-Length: 10\r\n") + "x".repeat(10 + random.nextInt(9_000));
      case 5 -> http2(random);
      case 6 ->
          CLIENT_HELLO.substring(0, 5 + random.nextInt(CLIENT_HELLO.length() - 5)) + "\r\n\r\n";
      case 7 -> Values.rawNoise(random, 1 + random.nextInt(3_000)) + "\r\n\r\n";
      default -> smuggled(random);
    };
  }

  /** Returns the beginning of something that never ends. */
  String unending(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> "G";
      case 2 -> "GET " + targets.any(random);
      case 3 -> "GET / HTTP/1.1\r\nHost: localhost\r\nX: ";
      case 4 -> post(random, "Content-Length: 1000\r\n") + "grant_type=";
      case 5 -> post(random, "Transfer-Encoding: chunked\r\n") + "5\r\nhel";
      case 6 -> CLIENT_HELLO.substring(0, 40);
      default -> PREFACE.substring(0, 1 + random.nextInt(PREFACE.length() - 1));
    };
  }

  private String http2(Random random) {
    String frame = "\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000";
    return switch (random.nextInt(5)) {
      case 0 -> PREFACE + Values.rawNoise(random, 100);
      case 1 -> PREFACE + frame + "\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000\u0000\u0001";
      case 2 ->
          PREFACE
              + frame
              + "\u0000\u0000\u0004\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000";
      case 3 ->
          PREFACE
              + frame
              + "\u0000\u0000\u0005\u0001\u0005\u0000\u0000\u0000\u0001"
              + "\u0082\u0084\u0086\u00ff\u00ff";
      default -> PREFACE.replace("SM", "XX") + frame;
    };
  }

  // What follows the first request is another one for whoever believes the other length.
  private String smuggled(Random random) {
    String hidden = request("GET", pick(random, Targets.GOOD), token(random));
    String lengths =
        pick(
            random,
            List.of(
                "Content-Length: " + hidden.length() + "\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 0\r\nContent-Length: " + hidden.length() + "\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-encoding: x\r\n"));
    return post(random, lengths) + "0\r\n\r\n" + hidden;
  }

  private String token(Random random) {
    return "x-amz-access-token: " + pick(random, victims.all()).access() + "\r\n";
  }

  private String post(Random random, String lengths) {
    String path = pick(random, List.of(Targets.TOKEN, Targets.RESTRICTED, Targets.REPORTS));
    return request("POST", path, "Content-Type: application/json\r\n" + lengths);
  }
}
