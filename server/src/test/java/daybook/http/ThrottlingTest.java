package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.AccountId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usage plans of CONTRACT 5 over the wire, at a time that only the test moves. */
final class ThrottlingTest {

  private static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";

  @TempDir Path directory;
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.LIMITED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eleventhCall_isRefused() {
    drain(server.accessToken, REPORTS + RANGE);
    Answer answer = server.get(REPORTS + RANGE);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota for the"
                + " requested resource.\",\"details\":\"\"}]}");
    assertThat(answer.header("x-amzn-errortype")).contains("TooManyRequestsException");
    assertThat(answer.header("x-amzn-ratelimit-limit")).isEmpty();
    assertThat(answer.header("retry-after")).contains("2");
    assertCommonHeaders(answer);
  }

  @Test
  void tokens_comeBackAtTheRateOfThePlan() {
    drain(server.accessToken, REPORTS + RANGE);
    server.clock.advance(Duration.ofMillis(1_999));
    Answer early = server.get(REPORTS + RANGE);
    assertThat(early.status()).isEqualTo(429);
    assertThat(early.header("retry-after")).contains("1");
    server.clock.advance(Duration.ofMillis(1));
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(429);
    server.clock.advance(Duration.ofSeconds(20));
    drain(server.accessToken, REPORTS + RANGE);
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(429);
  }

  @Test
  void buckets_areApartByOperationApplicationAndAccount() {
    drain(server.accessToken, REPORTS + RANGE);
    assertThat(server.get(BY_PO).status()).isEqualTo(200);
    AccountId other = new AccountId("other");
    server.addAccount(other);
    assertThat(
            server
                .getAs(server.tokenFor(other, Role.AMAZON_BUSINESS_ANALYTICS), REPORTS + RANGE)
                .status())
        .isEqualTo(200);
    assertThat(
            server
                .getAs(
                    server.tokenFor(TestServer.ACME, Role.AMAZON_BUSINESS_ANALYTICS),
                    REPORTS + RANGE)
                .status())
        .as("another grant of the same application on the same account")
        .isEqualTo(429);
  }

  @Test
  void refusals_countWhenTheCallerIsKnown() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.get(REPORTS).status()).isEqualTo(400);
    }
    assertThat(server.get(REPORTS).status()).isEqualTo(429);
  }

  @Test
  void strangers_emptyNobodysBucket() {
    for (int i = 0; i < 20; i++) {
      assertThat(server.getAs("nonsense", REPORTS + RANGE).status()).isEqualTo(403);
    }
    drain(server.accessToken, REPORTS + RANGE);
  }

  @Test
  void throttled_isCounted() {
    drain(server.accessToken, REPORTS + RANGE);
    server.get(REPORTS + RANGE);
    assertThat(server.send(TestServer.request("GET", "/metrics", null)).body())
        .contains("daybook_throttled_total{operation=\"getOrderReports\"} 1.0")
        .contains("daybook_requests_seconds_count{operation=\"getOrderReports\",status=\"200\"} 10")
        .contains("daybook_store_reads_seconds_count{operation=\"getOrderReports\"} 10");
  }

  private void drain(String token, String target) {
    for (int i = 0; i < 10; i++) {
      assertThat(server.getAs(token, target).status()).as("call %d", i).isEqualTo(200);
    }
  }
}
