package daybook.http;

import static daybook.http.SellerCalls.CREATED;
import static daybook.http.SellerCalls.ORDERS;
import static daybook.http.SellerCalls.UPDATED;
import static daybook.http.SellerCalls.ids;
import static daybook.http.SellerCalls.member;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrderStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of getOrders: their size, their order, and what a page token carries (CONTRACT 7). */
final class GetOrdersPagingTest {

  @TempDir Path directory;
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    for (int i = 0; i < 7; i++) {
      server.sell(
          TestServer.ACME,
          SampleSellerOrders.draft(id(i))
              .placedAt(SampleSellerOrders.PLACED.plusSeconds(i / 2))
              .updatedAt(SampleSellerOrders.UPDATED.minusSeconds(i))
              .status(i % 2 == 0 ? SellerOrderStatus.SHIPPED : SellerOrderStatus.PENDING)
              .build());
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pages_areAscendingByTheDateAskedFor() {
    assertThat(all(CREATED + "&MaxResultsPerPage=2")).isEqualTo(numbered(0, 1, 2, 3, 4, 5, 6));
    assertThat(all(UPDATED + "&MaxResultsPerPage=3")).isEqualTo(numbered(6, 5, 4, 3, 2, 1, 0));
  }

  @Test
  void pages_haveTheSizeAskedFor() {
    Answer first = server.get(CREATED + "&MaxResultsPerPage=5");
    Answer second = next(first, "");

    assertThat(ids(first)).hasSize(5);
    assertThat(ids(second)).hasSize(2);
    assertThat(member(second, "NextToken")).isEmpty();
    assertThat(second.body()).doesNotContain("NextToken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&MarketplaceIds=ATVPDKIKX0DER",
        "&MarketplaceIds=nowhere",
        "&OrderStatuses=Pending",
        "&CreatedAfter=2025-05-01&LastUpdatedAfter=x",
        "&MaxResultsPerPage=1000"
      })
  void token_carriesItsOwnFilters_whateverElseIsSent(String parameters) {
    Answer first = server.get(CREATED + "&OrderStatuses=Shipped&MaxResultsPerPage=2");

    Answer second = next(first, parameters);

    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(ids(second)).isEqualTo(numbered(4, 6));
  }

  @Test
  void end_isFrozenAtPageOne() {
    Answer first = server.get(UPDATED + "&MaxResultsPerPage=3");
    server.clock.advance(Duration.ofMinutes(30));
    server.sell(
        TestServer.ACME,
        SampleSellerOrders.draft(id(8)).updatedAt(TestServer.NOW.plusSeconds(60)).build());

    Answer second = next(first, "");

    assertThat(member(second, "LastUpdatedBefore")).isEqualTo(member(first, "LastUpdatedBefore"));
    assertThat(ids(next(second, ""))).isEqualTo(numbered(0));
    assertThat(ids(server.get(UPDATED))).contains(id(8));
  }

  @Test
  void order_showsUpTwoMinutesAfterItsDate() {
    server.sell(TestServer.ACME, SampleSellerOrders.draft(id(9)).placedAt(TestServer.NOW).build());
    server.clock.advance(Duration.ofMinutes(2));
    assertThat(ids(server.get(CREATED))).doesNotContain(id(9));

    server.clock.advance(Duration.ofSeconds(1));

    assertThat(ids(server.get(CREATED))).contains(id(9));
  }

  @Test
  void token_expiresAfterADay() {
    Answer first = server.get(CREATED + "&MaxResultsPerPage=2");
    server.clock.advance(Duration.ofHours(24));
    String token = server.accessTokens.issue(server.grant.grant(), server.clock.instant());

    Answer answer =
        server.getAs(token, ORDERS + "?NextToken=" + member(first, "NextToken").orElseThrow());

    assertRefused(answer);
  }

  @Test
  void token_ofAnotherAccount_isRefused() {
    server.addAccount(new AccountId("other"));
    String other =
        server.tokenFor(new AccountId("other"), daybook.contract.Role.INVENTORY_AND_ORDER_TRACKING);
    Answer first = server.get(CREATED + "&MaxResultsPerPage=2");

    assertRefused(
        server.getAs(other, ORDERS + "?NextToken=" + member(first, "NextToken").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "2YgYW55IGNhcm5hbCBwbGVhc3VyZS4", "%2B%2F%3D", "a+b"})
  void token_thatIsNone_isRefused(String token) {
    assertRefused(server.get(CREATED + "&NextToken=" + token));
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            SellerCalls.refusal(
                "InvalidInput",
                "We could not decode your NextToken. Possible reasons include: a transmission"
                    + " error, improper quoting or a truncation problem.",
                ""));
  }

  private List<String> all(String target) {
    Answer page = server.get(target);
    List<String> seen = new ArrayList<>(ids(page));
    Optional<String> token = member(page, "NextToken");
    while (token.isPresent()) {
      page = next(page, "");
      seen.addAll(ids(page));
      token = member(page, "NextToken");
    }
    return seen;
  }

  private Answer next(Answer page, String parameters) {
    return server.get(
        ORDERS + "?NextToken=" + member(page, "NextToken").orElseThrow() + parameters);
  }

  private static List<String> numbered(int... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(GetOrdersPagingTest::id).toList();
  }

  private static String id(int number) {
    return "114-0000000-000000" + number;
  }
}
