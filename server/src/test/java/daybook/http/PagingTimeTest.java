package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.PagingTest.assertRefused;
import static daybook.http.PagingTest.token;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.BusinessOrder;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time does to a listing (CONTRACT 7), over the wire. */
final class PagingTimeTest {

  private static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";

  @TempDir Path directory;
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.write(ACME, PagingTest.orders());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void token_expiresAfter24Hours() {
    String token = token(server.get(REPORTS + RANGE));
    server.clock.advance(Duration.ofHours(24).minusMillis(1));
    String access = server.tokenFor(ACME, Role.AMAZON_BUSINESS_ANALYTICS);
    assertThat(server.getAs(access, REPORTS + "?nextPageToken=" + token).status()).isEqualTo(200);
    server.clock.advance(Duration.ofMillis(1));
    assertRefused(server.getAs(access, REPORTS + "?nextPageToken=" + token), "expired");
  }

  @Test
  void upperBound_isThatOfPageOne() {
    String token = token(server.get(BY_PO));
    server.clock.advance(Duration.ofMinutes(10));
    BusinessOrder late = SampleOrders.order("late", TestServer.NOW.plus(Duration.ofMinutes(5)));
    server.write(ACME, List.of(late));
    Answer two = server.get(BY_PO + "?nextPageToken=" + token);
    Answer three = server.get(BY_PO + "?nextPageToken=" + token(two));
    assertThat(ids(three)).hasSize(5).doesNotContain("late");
    assertThat(ids(server.get(BY_PO + "?nextPageToken=" + token(server.get(BY_PO))))).hasSize(100);
  }

  @Test
  void lookBack_isTwoYears() {
    BusinessOrder just =
        SampleOrders.draft("just")
            .purchaseOrder("OLD")
            .placedAt(TestServer.NOW.minus(Duration.ofDays(731)))
            .build();
    BusinessOrder old =
        SampleOrders.draft("old")
            .purchaseOrder("OLD")
            .in(Region.US)
            .placedAt(TestServer.NOW.minus(Duration.ofDays(731)).minusMillis(1))
            .build();
    server.write(ACME, List.of(just, old));
    assertThat(ids(server.get("/reports/2025-06-09/purchaseOrders/OLD/orderReports")))
        .as("from 2023-06-01T12:00 on, a leap day included")
        .containsExactly("just");
  }
}
