package daybook.http;

import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.SampleOrders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two accounts with the same order ids, dates and purchase orders never see each other's rows. All
 * of acme's orders are closed, all of its rival's are cancelled.
 */
final class IsolationTest {

  private static final AccountId RIVAL = new AccountId("acme-");
  private static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";

  @TempDir static Path directory;
  private static TestServer server;
  private static String rivalToken;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.addAccount(RIVAL);
    rivalToken = server.tokenFor(RIVAL, Role.AMAZON_BUSINESS_ANALYTICS);
    server.write(ACME, orders(OrderStatus.CLOSED));
    server.write(RIVAL, orders(OrderStatus.CANCELLED));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        REPORTS + RANGE,
        REPORTS + RANGE + "&orderStatuses=CLOSED,CANCELLED",
        REPORTS + RANGE + "&region=US",
        REPORTS + RANGE + "&account=acme-&account_id=acme-&accountId=acme-&partyId=acme-",
        BY_PO,
        BY_PO + "?region=US",
        BY_PO + "?account_id=acme-"
      })
  void rows_areThoseOfTheTokensAccount(String target) {
    String other = "x-amz-account-id: acme-";
    assertThat(everyPage(server.accessToken, target, other))
        .contains("\"CLOSED\"")
        .doesNotContain("\"CANCELLED\"");
    assertThat(everyPage(rivalToken, target, other))
        .contains("\"CANCELLED\"")
        .doesNotContain("\"CLOSED\"");
  }

  @Test
  void filter_forTheOthersRowsFindsNothing() {
    assertThat(server.get(REPORTS + RANGE + "&orderStatuses=CANCELLED").body())
        .isEqualTo("{\"ordersReport\":[],\"nextPageToken\":null,\"size\":0}");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {REPORTS + RANGE + "&", BY_PO + "?"})
  void pageToken_ofTheOtherOpensNothing(String target) {
    String rivals = PagingTest.token(server.getAs(rivalToken, target));
    for (String sent : new String[] {"nextPageToken=" + rivals, "pageToken=" + rivals}) {
      Answer answer = server.get(target + sent);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("orderId");
    }
  }

  @Test
  void accessToken_ofTheOtherBesideTheOwnIsNotMixedIn() {
    String both =
        server
            .send(
                request(
                    "GET",
                    REPORTS + RANGE,
                    server.accessToken,
                    "x-amz-access-token: " + rivalToken))
            .body();
    assertThat(both.contains("\"CLOSED\"") && both.contains("\"CANCELLED\"")).isFalse();
  }

  @Test
  void accessToken_withChangedBytesNeverBecomesTheOthers() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder token = new StringBuilder(server.accessToken);
      int at = 5 + random.nextInt(token.length() - 5);
      char changed = (char) ('!' + random.nextInt(90));
      if (token.charAt(at) == changed) {
        continue;
      }
      token.setCharAt(at, changed);
      assertThat(server.getAs(token.toString(), REPORTS + RANGE).status()).isEqualTo(403);
    }
  }

  private static String everyPage(String access, String target, String header) {
    StringBuilder bodies = new StringBuilder();
    Answer answer = server.getAs(access, target, header);
    bodies.append(answer.body());
    while (!answer.body().contains("\"nextPageToken\":null")) {
      String joint = target.contains("?") ? "&" : "?";
      answer =
          server.getAs(
              access, target + joint + "nextPageToken=" + PagingTest.token(answer), header);
      assertThat(answer.status()).isEqualTo(200);
      bodies.append(answer.body());
    }
    return bodies.toString();
  }

  private static List<BusinessOrder> orders(OrderStatus status) {
    List<BusinessOrder> orders = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      orders.add(SampleOrders.draft("114-" + i).status(status).lines(-1).build());
    }
    return orders;
  }
}
