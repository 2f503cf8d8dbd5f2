package daybook.http;

import static daybook.http.PagingTest.token;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.TRANSACTIONS;
import static daybook.http.TransactionsTest.YEAR;
import static daybook.http.TransactionsTest.ids;
import static daybook.http.TransactionsTest.many;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.payment.SampleTransactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What getTransactions shows, refuses and remembers while time goes on. */
final class TransactionsTimeTest {

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

  private void fed(String id, String instant) {
    server.writeTransactions(ACME, List.of(SampleTransactions.charge(id, Instant.parse(instant))));
  }

  @Test
  void transaction_isNotShownBeforeItsFeedDate() {
    fed("T1", "2025-06-01T12:00:00Z");
    fed("T2", "2025-06-01T12:00:00.001Z");
    fed("T3", "2025-06-01T12:30:00Z");
    assertThat(ids(server.get(TRANSACTIONS + YEAR))).containsExactly("T1");
    server.clock.advance(Duration.ofMillis(1));
    assertThat(ids(server.get(TRANSACTIONS + YEAR))).containsExactly("T1", "T2");
    server.clock.advance(Duration.ofMinutes(30));
    assertThat(ids(server.get(TRANSACTIONS + YEAR))).containsExactly("T1", "T2", "T3");
  }

  @Test
  void pages_areFullButTheLastAndFrozenAtPageOne() {
    server.writeTransactions(ACME, many());
    Answer one = server.get(TRANSACTIONS + YEAR);
    fed("T9", "2025-06-01T12:00:01Z");
    server.clock.advance(Duration.ofMinutes(1));
    Answer two = server.get(TRANSACTIONS + "?nextPageToken=" + token(one));
    Answer three = server.get(TRANSACTIONS + "?nextPageToken=" + token(two));
    assertThat(ids(one)).hasSize(100);
    assertThat(ids(two)).hasSize(100);
    assertThat(ids(three)).hasSize(5);
    assertThat(three.body()).endsWith("],\"nextPageToken\":null}");
    List<String> all = new ArrayList<>(ids(one));
    all.addAll(ids(two));
    all.addAll(ids(three));
    assertThat(all).doesNotHaveDuplicates().isSorted().doesNotContain("T9");
  }

  @Test
  void plan_isTenAtOnceAndTwoASecond() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.get(TRANSACTIONS + YEAR).status()).isEqualTo(200);
    }
    Answer answer = server.get(TRANSACTIONS + YEAR);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("QuotaExceeded");
    assertThat(answer.header("x-amzn-ratelimit-limit")).contains("2.0");
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(server.get(TRANSACTIONS + YEAR).status()).isEqualTo(200);
    assertThat(server.get(TRANSACTIONS + YEAR).status()).isEqualTo(200);
    assertThat(server.get(TRANSACTIONS + YEAR).status()).isEqualTo(429);
  }

  @Test
  void token_isOfOneCallerAndOneDay() {
    server.writeTransactions(ACME, many());
    AccountId rival = new AccountId("rival");
    server.addAccount(rival);
    String token = token(server.get(TRANSACTIONS + YEAR));
    String access = server.tokenFor(rival, Role.BUSINESS_PURCHASE_RECONCILIATION);
    PagingTest.assertRefused(
        server.getAs(access, TRANSACTIONS + "?nextPageToken=" + token), "another account");
    PagingTest.assertRefused(server.get(REPORTS + "?nextPageToken=" + token), "another operation");
    server.clock.advance(Duration.ofHours(24));
    String fresh = server.tokenFor(ACME, Role.BUSINESS_PURCHASE_RECONCILIATION);
    PagingTest.assertRefused(
        server.getAs(fresh, TRANSACTIONS + "?nextPageToken=" + token), "a day later");
  }
}
