package daybook.http;

import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What proxies say of the client they speak for changes nothing: anybody can say it. */
final class ProxyTest {

  private static final String[] FORWARDED = {
    "X-Forwarded-For: 203.0.113.7, 10.0.0.1",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Host: shop.example",
    "X-Forwarded-Port: 443",
    "X-Forwarded-Prefix: /amazon",
    "X-Real-IP: 203.0.113.7",
    "X-Original-URL: /metrics",
    "X-Rewrite-URL: /metrics",
    "Forwarded: for=203.0.113.7;proto=https;host=shop.example"
  };

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    List<BusinessOrder> orders = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      orders.add(SampleOrders.draft("114-" + i).build());
    }
    server.write(ACME, orders);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REPORTS + RANGE,
        "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-01-01",
        "/nowhere",
        "/health/ready",
        "/docs"
      })
  void answer_isTheSameWithAndWithoutTheHeaders(String target) {
    Answer direct = server.get(target);
    Answer forwarded = server.get(target, FORWARDED);

    assertThat(forwarded.status()).isEqualTo(direct.status());
    assertThat(withoutTokens(forwarded.body())).isEqualTo(withoutTokens(direct.body()));
    assertThat(forwarded.headers().keySet()).isEqualTo(direct.headers().keySet());
    assertThat(forwarded.body() + forwarded.headers())
        .doesNotContain("shop.example", "203.0.113.7", "127.0.0.1", "/amazon");
  }

  @Test
  void pageToken_isGoodUnderEveryNameOfTheServer() {
    String token = PagingTest.token(server.get(REPORTS + RANGE));
    String next = REPORTS + RANGE + "&nextPageToken=" + token;
    String expected = withoutTokens(server.get(next).body());
    assertThat(expected).contains("orderId");

    assertThat(withoutTokens(server.get(next, FORWARDED).body())).isEqualTo(expected);
    String renamed =
        request("GET", next, server.accessToken).replace("Host: localhost", "Host: shop.example");
    assertThat(withoutTokens(server.send(renamed).body())).isEqualTo(expected);
    String absolute =
        request("GET", "https://shop.example" + next, server.accessToken)
            .replace("Host: localhost", "Host: shop.example");
    assertThat(withoutTokens(server.send(absolute).body())).isEqualTo(expected);
  }

  // Who changes the address that is told does not get a bucket of his own for it.
  @Test
  void throttling_doesNotGoByTheAddressThatIsTold(@TempDir Path other) {
    try (TestServer limited = new TestServer(other, TestServer.LIMITED)) {
      List<Integer> answers =
          IntStream.range(0, 12)
              .mapToObj(i -> limited.get(REPORTS + RANGE, "X-Forwarded-For: 203.0.113." + i))
              .map(Answer::status)
              .toList();
      assertThat(answers.subList(0, 10)).containsOnly(200);
      assertThat(answers.subList(10, 12)).containsOnly(429);
    }
  }

  @Test
  void accessLog_doesNotRepeatTheAddressThatIsTold() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
          }
        };
    appender.start();
    Logger log = (Logger) LoggerFactory.getLogger("daybook.access");
    log.addAppender(appender);
    try {
      String id = server.get("/nowhere", FORWARDED).header("x-amzn-requestid").orElseThrow();
      String line = lines.poll(10, TimeUnit.SECONDS);
      while (line != null && !line.contains(id)) {
        line = lines.poll(10, TimeUnit.SECONDS);
      }
      assertThat(line).isNotNull().doesNotContain("203.0.113", "shop.example", "/amazon");
    } finally {
      log.detachAppender(appender);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY TCP4 203.0.113.7 127.0.0.1 56324 443\r\n",
        "\r\n\r\n\0\r\nQUIT\n!\u0011\0\u000c\u00cb\0q\u0007\u007f\0\0\u0001\u00dc\u0004\u0001\u00bb"
      })
  void proxyProtocol_isNoHttp(String preamble) throws IOException {
    try (Wire wire = server.connect()) {
      wire.send(preamble + request("GET", REPORTS + RANGE, server.accessToken));
      assertThat(wire.answer().status()).isEqualTo(400);
    }
  }

  private static String withoutTokens(String body) {
    return body.replaceAll("\"nextPageToken\":\"[^\"]+\"", "\"nextPageToken\":\"...\"");
  }
}
