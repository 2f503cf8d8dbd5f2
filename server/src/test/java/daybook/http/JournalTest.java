package daybook.http;

import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import daybook.config.LoggingSettings;
import daybook.json.Json;
import daybook.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The access log: one line a request, with the reason, without secrets. */
final class JournalTest {

  private static final Logger LOG = (Logger) LoggerFactory.getLogger("daybook.access");

  @TempDir Path directory;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getFormattedMessage());
        }
      };

  @BeforeEach
  void listen() {
    appender.start();
    LOG.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    LOG.detachAppender(appender);
  }

  @Test
  void line_tellsWhoAskedWhatAndHowItEnded() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      Answer answer = server.get(REPORTS + RANGE + "&nextPageToken=");
      assertThat(line())
          .matches(
              "2025-06-01T12:00:00Z "
                  + answer.header("x-amzn-requestid").orElseThrow()
                  + " GET /reports/2025-06-09/orderReports\\?orderStartDate=\\S+"
                  + "&nextPageToken=\\.\\.\\. getOrderReports application=\\S+ account=acme"
                  + " status=200 bytes="
                  + answer.body().length()
                  + " ms=\\d+");
    }
  }

  @Test
  void line_ofARefusalGivesTheReason() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.LIMITED)) {
      server.getAs(null, REPORTS);
      assertThat(line())
          .contains("application=- account=- status=403")
          .endsWith(" reason=\"no x-amz-access-token header\"");
      server.get(REPORTS + RANGE + "&region=E%0AU%22");
      assertThat(line())
          .contains(" status=400 ")
          .endsWith(" reason=\"region has the unknown value E?U'\"");
      server.get("/nowhere");
      assertThat(line()).contains(" none ").endsWith("reason=\"no operation has this path\"");
      server.send("x".repeat(20_000) + "\r\n\r\n");
      assertThat(line()).contains(" - - none ").contains(" status=414 ").contains("reason=");
      server.send(request("POST", "/auth/o2/token", null, "Content-Length: 0"));
      assertThat(line()).contains(" token ").contains(" status=400 ").contains("reason=");
      for (int i = 0; i < 9; i++) {
        server.get(REPORTS + RANGE);
        line();
      }
      server.get(REPORTS + RANGE);
      assertThat(line()).contains(" status=429 ").contains("the next call can succeed in 2000 ms");
    }
  }

  @Test
  void line_ofAClientThatWentAwayTellsOfNoDefect() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      try (Wire wire = server.connect()) {
        wire.send(request("POST", "/auth/o2/token", null, "Content-Length: 1000") + "grant_type=");
      }
      assertThat(line())
          .contains(" token ")
          .doesNotContain(" status=500 ")
          .doesNotContain("defect");
    }
  }

  @Test
  void line_neverHoldsASecret() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      String access = server.accessToken;
      String refresh = server.grant.credential();
      String secret = server.application.clientSecret();
      List<String> requests =
          List.of(
              request("GET", "/" + access, access),
              request("GET", REPORTS + "?region=" + access, access),
              request("GET", REPORTS + "?region=" + TestServer.encoded(access), access),
              request("GET", REPORTS + "?orderStatuses=" + refresh, access),
              request("GET", REPORTS + "?x-amz-access-token=" + access, null),
              request("GET", "/auth/o2/token?client_secret=" + secret, null),
              request("GET", REPORTS, secret),
              request(
                  "POST", "/auth/o2/token?refresh_token=" + refresh, null, "Content-Length: 0"));
      for (String request : requests) {
        server.send(request);
        assertThat(line())
            .doesNotContain(access.substring(5))
            .doesNotContain(refresh.substring(5))
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void line_cannotBeForged() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      server.get(REPORTS + "?region=%0D%0A2025-06-01T12:00:00Z+forged&x=\u0085\u00e2\u0080\u00a8");
      assertThat(line()).doesNotContain("\n").doesNotContain("\r").matches("[ -~]+");
      server.get("/reports/2025-06-09/purchaseOrders/%0A%20status=200/orderReports?region=EU");
      assertThat(line()).matches("[ -~]+").contains("status=400");
    }
  }

  @Test
  void line_canBeJson() throws Exception {
    HttpOptions usual = TestServer.UNLIMITED.options();
    HttpOptions json =
        new HttpOptions(
            usual.server(), new LoggingSettings(true, LoggingSettings.Format.JSON), true, 2, false);
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED.with(json))) {
      Answer answer = server.get(REPORTS + "?region=%22%0A");
      JsonObject line = Json.readObject(line().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(line.text("time")).isEqualTo("2025-06-01T12:00:00Z");
      assertThat(line.text("requestId")).isEqualTo(answer.header("x-amzn-requestid").orElseThrow());
      assertThat(line.text("operation")).isEqualTo("getOrderReports");
      assertThat(line.text("account")).isEqualTo("acme");
      assertThat(line.decimal("status")).isEqualByComparingTo("400");
      assertThat(line.text("reason")).contains("orderStartDate is missing");
    }
  }

  @Test
  void line_isLeftOutWhenTheSettingSaysSo() throws Exception {
    HttpOptions usual = TestServer.UNLIMITED.options();
    HttpOptions silent =
        new HttpOptions(
            usual.server(), new LoggingSettings(false, LoggingSettings.Format.TEXT), true, 2, true);
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED.with(silent))) {
      assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
      server.send("garbage\r\n\r\n");
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void line_isWrittenForAClientThatLeft() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      try (Wire wire = server.connect()) {
        wire.send(request("GET", REPORTS + RANGE, server.accessToken));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      assertThat(line()).contains("getOrderReports");
    }
  }

  private String line() throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    assertThat(line).as("a line of the access log").isNotNull();
    return line;
  }
}
