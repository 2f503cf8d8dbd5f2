package daybook.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Operation;
import daybook.fuzz.Victim;
import daybook.operation.Catalogue;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers of one account that try for another's records: by every operation and kind of token. */
final class CrossAccountTest {

  private static final Pattern PAGE = Pattern.compile("\"[nN]ext(?:Page)?Token\":\"([^\"]+)\"");
  private static final String SELLER = "dogwood";

  @TempDir static Path directory;
  private static Town town;

  /**
   * A request that shows its owner's records.
   *
   * @param operationId whose it is
   * @param owner name of the account
   * @param rival name of another account of the same kind
   * @param target what is asked for
   * @param pageParameter by which a page token is sent; empty if there are no pages
   */
  record Probe(
      String operationId, String owner, String rival, String target, String pageParameter) {
    @Override
    public String toString() {
      return operationId + " " + owner;
    }
  }

  @BeforeAll
  static void settle() throws Exception {
    town = new Town(directory);
  }

  @AfterAll
  static void leave() {
    town.close();
  }

  static List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    for (String[] pair : new String[][] {{"alder", "birch"}, {"birch", "alder"}}) {
      String order = (pair[0].equals("alder") ? "111" : "222") + "-7777777-0000005";
      String[][] targets = {
        {
          "getOrderReports",
          "/reports/2025-06-09/orderReports?orderStartDate=2025-03-01&orderEndDate=2025-03-31",
          "nextPageToken"
        },
        {
          "getOrderReportsByPurchaseOrderNumber",
          "/reports/2025-06-09/purchaseOrders/PO-1/orderReports",
          ""
        },
        {
          "getOrdersByOrderDate",
          "/reports/2021-01-08/orders?startDate=2025-03-01&endDate=2025-03-31&includeLineItems=true",
          "nextPageToken"
        },
        {"getOrdersByOrderId", "/reports/2021-01-08/orders/" + order, ""},
        {
          "getTransactions",
          "/reconciliation/2021-01-08/transactions?feedStartDate=2025-03-01&feedEndDate=2025-03-31",
          "nextPageToken"
        }
      };
      for (String[] target : targets) {
        probes.add(new Probe(target[0], pair[0], pair[1], target[1], target[2]));
      }
    }
    for (String[] pair : new String[][] {{"cedar", SELLER}, {SELLER, "cedar"}}) {
      String listing = "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-03-01";
      String id = (pair[0].equals("cedar") ? "333" : "444") + "-7777777-0000005";
      probes.add(new Probe("getOrders", pair[0], pair[1], listing, "NextToken"));
      probes.add(new Probe("getOrders", pair[0], pair[1], listing + "&SellerOrderId=S" + id, ""));
      probes.add(
          new Probe(
              "getOrders",
              pair[0],
              pair[1],
              "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&AmazonOrderIds=" + id,
              ""));
    }
    return probes;
  }

  @Test
  void everyOperation_isProbed() {
    Set<String> probed = new TreeSet<>();
    probes().forEach(probe -> probed.add(probe.operationId()));
    // Shows no records; what its tokens may show is tried below.
    probed.add("createRestrictedDataToken");

    assertThat(new Catalogue().operations().stream().map(Operation::spec))
        .extracting(spec -> spec.operationId())
        .containsExactlyInAnyOrderElementsOf(probed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void rival_seesNothingOfTheOwners(Probe probe) throws Exception {
    Victim owner = town.victim(probe.owner());
    String own = town.get(owner.access(), probe.target()).body();
    assertThat(own).as("what the owner sees").contains(owner.idPrefix());

    for (String token : tokensOf(town.victim(probe.rival()))) {
      assertNothingOf(owner, town.get(token, probe.target()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void pageTokenOfTheOwner_opensNothingForTheRival(Probe probe) throws Exception {
    if (probe.pageParameter().isEmpty()) {
      return;
    }
    Victim owner = town.victim(probe.owner());
    String page = page(town.get(owner.access(), probe.target()));
    String target = probe.target() + "&" + probe.pageParameter() + "=" + encoded(page);
    assertThat(town.get(owner.access(), target).statusCode()).isEqualTo(200);

    for (String token : tokensOf(town.victim(probe.rival()))) {
      HttpResponse<String> answer = town.get(token, target);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertNothingOf(owner, answer);
    }
  }

  @Test
  void pageToken_ofOneOperationOpensNoOther() throws Exception {
    List<Probe> paged = probes().stream().filter(p -> !p.pageParameter().isEmpty()).toList();
    int tried = 0;
    for (Probe from : paged) {
      String access = town.victim(from.owner()).access();
      String page = page(town.get(access, from.target()));
      for (Probe to : paged) {
        if (to.owner().equals(from.owner()) && !to.operationId().equals(from.operationId())) {
          String target = to.target() + "&" + to.pageParameter() + "=" + encoded(page);
          assertThat(town.get(access, target).statusCode()).as("%s to %s", from, to).isEqualTo(400);
          tried++;
        }
      }
    }
    assertThat(tried).isEqualTo(12);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("probes")
  void onlyAnAccessToken_isAnAccessToken(Probe probe) throws Exception {
    Victim owner = town.victim(probe.owner());
    List<String> others = new ArrayList<>();
    others.add(owner.refresh());
    others.add(owner.expired());
    others.add(owner.revoked());
    others.add(town.victims.clientSecret());
    others.add(town.victims.clientId());
    others.add("Atza|" + owner.refresh().substring("Atzr|".length()));
    others.add(owner.access().replace("Atza|", "Atz.sprdt|"));
    others.add(owner.access().substring("Atza|".length()));
    if (!probe.pageParameter().isEmpty()) {
      String page = page(town.get(owner.access(), probe.target()));
      others.add(page);
      others.add("Atza|" + page);
    }
    for (String other : others) {
      HttpResponse<String> answer = town.get(other, probe.target());
      assertThat(answer.statusCode()).isIn(401, 403);
      assertNothingOf(owner, answer);
    }
  }

  @Test
  void onlyARefreshToken_buysAnAccessToken() throws Exception {
    Victim owner = town.victim(SELLER);
    String form = "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s";
    String id = town.victims.clientId();
    String secret = town.victims.clientSecret();
    assertThat(town.token(form.formatted(id, secret, encoded(owner.refresh()))).statusCode())
        .isEqualTo(200);
    for (String other :
        List.of(owner.access(), town.restricted(owner), owner.revoked(), secret, "Atzr|")) {
      assertThat(town.token(form.formatted(id, secret, encoded(other))).statusCode())
          .isEqualTo(400);
    }
    for (String other : List.of(owner.access(), owner.refresh(), id)) {
      assertThat(
              town.token(form.formatted(id, encoded(other), encoded(owner.refresh()))).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void restrictedToken_showsItsOwnersSecretsToNobodyElse() throws Exception {
    Victim owner = town.victim(SELLER);
    String target = "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-03-01";
    assertThat(town.get(town.restricted(owner), target).body()).contains(owner.secret());

    assertThat(town.get(owner.access(), target).body()).doesNotContain(owner.secret());
    for (Victim other : town.victims.all()) {
      if (!other.equals(owner)) {
        for (String token : tokensOf(other)) {
          assertThat(town.get(token, target).body()).doesNotContain(owner.secret());
        }
      }
    }
  }

  // All that a caller holds; a business has no restricted data token to ask for.
  private static List<String> tokensOf(Victim victim) throws Exception {
    List<String> tokens = new ArrayList<>();
    tokens.add(victim.access());
    if (victim.idPrefix().matches("[34].*")) {
      tokens.add(town.restricted(victim));
    }
    return tokens;
  }

  private static void assertNothingOf(Victim owner, HttpResponse<String> answer) {
    assertThat(answer.body() + answer.headers().map())
        .doesNotContain(owner.idPrefix(), owner.marker(), owner.secret());
  }

  private static String page(HttpResponse<String> answer) {
    Matcher page = PAGE.matcher(answer.body());
    assertThat(page.find()).isTrue();
    return page.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
