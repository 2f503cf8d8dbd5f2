package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.access.NewApplication;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page tokens of CONTRACT 7 over the wire. */
final class PagingTest {

  private static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";
  private static final Pattern TOKEN = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.write(ACME, orders());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "CONTRACT 7: page size 100, null at the end: {0}")
  @ValueSource(strings = {REPORTS + RANGE + "&", BY_PO + "?"})
  void pages_areFullButTheLast(String target) {
    Answer one = server.get(target);
    assertThat(one.body()).endsWith(",\"size\":100}");
    Answer two = server.get(target + "nextPageToken=" + token(one));
    assertThat(two.body()).endsWith(",\"size\":100}");
    Answer three = server.get(target + "nextPageToken=" + token(two));
    assertThat(three.body()).endsWith("],\"nextPageToken\":null,\"size\":5}");
    List<String> all = new ArrayList<>(ids(one));
    all.addAll(ids(two));
    all.addAll(ids(three));
    assertThat(all).hasSize(205).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void token_isTheSameRawOnceAndTwiceEncoded() {
    String token = token(server.get(REPORTS + RANGE));
    List<String> page = ids(server.get(REPORTS + RANGE + "&nextPageToken=" + token));
    for (String form : new String[] {encoded(token), encoded(encoded(token)), token + "+", " "}) {
      String sent = form.isBlank() ? "%20" + token + "%20" : form;
      assertThat(ids(server.get(REPORTS + RANGE + "&nextPageToken=" + sent))).isEqualTo(page);
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #3, #7, #11: {0}")
  @ValueSource(
      strings = {
        "?nextPageToken=$",
        "?pageToken=$",
        RANGE + "&pageToken=$",
        RANGE + "?nextPageToken=$",
        "?nextPageToken=&pageToken=$",
        "?orderStartDate=&orderEndDate=&nextPageToken=$",
        "?orderStartDate=2025-01-01&orderEndDate=2025-06-01&nextPageToken=$"
      })
  void token_goesOnInEverySpelling(String query) {
    String token = token(server.get(REPORTS + RANGE));
    assertThat(ids(server.get(REPORTS + query.replace("$", token)))).first().isEqualTo("100");
  }

  @Test
  void token_withAChangedByteAtAnyPositionIsRefused() {
    String token = token(server.get(REPORTS + RANGE));
    for (int i = 0; i < token.length(); i++) {
      char changed = token.charAt(i) == 'A' ? 'B' : 'A';
      String text = token.substring(0, i) + changed + token.substring(i + 1);
      assertRefused(server.get(REPORTS + RANGE + "&nextPageToken=" + text), "position " + i);
    }
  }

  @Test
  void token_cutOrProlongedIsRefused() {
    String token = token(server.get(REPORTS + RANGE));
    for (String text : new String[] {token.substring(1), token + "A", token + "=", token + token}) {
      assertRefused(server.get(REPORTS + RANGE + "&nextPageToken=" + text), text);
    }
  }

  @Test
  void token_ofAnotherAccountIsRefused() {
    AccountId rival = new AccountId("rival");
    server.addAccount(rival);
    String access = server.tokenFor(rival, Role.AMAZON_BUSINESS_ANALYTICS);
    String token = token(server.get(REPORTS + RANGE));
    assertRefused(server.getAs(access, REPORTS + "?nextPageToken=" + token), "another account");
  }

  @Test
  void token_ofAnotherApplicationIsRefused() {
    NewApplication other = server.registrar.createApplication("other");
    String access =
        server.accessTokens.issue(
            server.registrar.createGrant(other.clientId(), ACME, Set.of(Role.values())).grant(),
            TestServer.NOW);
    String token = token(server.get(REPORTS + RANGE));
    assertRefused(server.getAs(access, REPORTS + "?nextPageToken=" + token), "another application");
  }

  @Test
  void token_outlivesTheAccessTokenItWasMadeWith() {
    String token = token(server.get(REPORTS + RANGE));
    String access = server.tokenFor(ACME, Role.AMAZON_BUSINESS_ANALYTICS);
    assertThat(ids(server.getAs(access, REPORTS + "?nextPageToken=" + token))).hasSize(100);
  }

  @Test
  void token_ofAnotherOperationIsRefused() {
    assertRefused(
        server.get(BY_PO + "?nextPageToken=" + token(server.get(REPORTS + RANGE))), "reports");
    assertRefused(
        server.get(REPORTS + RANGE + "&nextPageToken=" + token(server.get(BY_PO))), "by PO");
  }

  @Test
  void token_withOtherFiltersIsRefused() {
    String token = token(server.get(REPORTS + RANGE));
    for (String more : new String[] {"&region=US", "&orderStatuses=CLOSED"}) {
      Answer answer = server.get(REPORTS + RANGE + more + "&nextPageToken=" + token);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .contains(
              "The parameters must be the same as in the request that returned the"
                  + " nextPageToken.");
    }
    assertThat(
            server
                .get(
                    "/reports/2025-06-09/purchaseOrders/PO-2/orderReports?nextPageToken="
                        + token(server.get(BY_PO)))
                .status())
        .isEqualTo(400);
  }

  static List<BusinessOrder> orders() {
    List<BusinessOrder> orders = new ArrayList<>();
    for (int i = 0; i < 205; i++) {
      orders.add(SampleOrders.draft("%03d".formatted(i)).lines(-1).build());
    }
    return orders;
  }

  static String token(Answer answer) {
    Matcher matcher = TOKEN.matcher(answer.body());
    assertThat(matcher.find()).as(answer.body()).isTrue();
    assertThat(matcher.group(1)).matches("[A-Za-z0-9_-]+");
    return matcher.group(1);
  }

  static void assertRefused(Answer answer, String why) {
    assertThat(answer.status()).as(why).isEqualTo(400);
    assertThat(answer.body())
        .as(why)
        .startsWith(
            "{\"errors\":[{\"code\":\"INVALID_REQUEST_PARAMETER\",\"message\":\"The parameter"
                + " nextPageToken is invalid or has expired.\"");
  }
}
