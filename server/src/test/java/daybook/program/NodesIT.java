package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.AsOf;
import daybook.domain.seller.SampleSellerOrders;
import daybook.ingest.Observed;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.program.Nodes.Way;
import daybook.store.sql.PostgresServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one PostgreSQL, started at once while it is empty, are one to their clients. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

  private static final int ORDERS = 250;
  private static final int BURST = 10;
  private static final double RATE = 0.5;

  /** How soon every node refuses what was revoked; the setting is the same. */
  private static final long REVOCATION_MILLIS = 1_000;

  /** What a busy machine may take for an answer. */
  private static final long SLACK_MILLIS = 3_000;

  private static final String SALES =
      "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-01-01T00:00:00Z";

  @TempDir static Path directory;
  private static Nodes nodes;
  private static Way acme;
  private static Way seller;
  private static Way thrifty;
  private static Way rush;
  private static Way gone;

  @BeforeAll
  static void start() throws Exception {
    nodes =
        new Nodes(
            directory,
            3,
            "tokens.revocation-refresh=" + REVOCATION_MILLIS + "ms",
            "throttle.account.acme.getOrderReports=1000/1000",
            "throttle.account.gone.getOrderReports=1000/1000");
    try (Workspace workspace = nodes.open(directory.resolve("here"))) {
      acme = nodes.add(workspace, OrderFile.ACCOUNT.value(), AccountKind.BUSINESS);
      thrifty = nodes.add(workspace, "thrifty", AccountKind.BUSINESS);
      rush = nodes.add(workspace, "rush", AccountKind.BUSINESS);
      gone = nodes.add(workspace, "gone", AccountKind.BUSINESS);
      seller = nodes.add(workspace, "seller", AccountKind.SELLER);
      OrderFile.fill(workspace, ORDERS);
      workspace
          .writer(workspace.catalogue().sellerOrders())
          .write(
              new AccountId("seller"),
              List.of(
                  new Observed<>(SampleSellerOrders.full("902-1"), new AsOf(Instant.EPOCH, 1))));
    }
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  @Order(1)
  void emptyDatabase_isMadeAStoreOnce() throws Exception {
    List<List<String>> runs =
        PostgresServers.rows(
            nodes.store(),
            "SELECT version, count(*) FROM schema_history WHERE version IS NOT NULL GROUP BY 1");
    assertThat(runs).hasSizeGreaterThan(9).allMatch(run -> run.get(1).equals("1"));
    for (RunningServer node : nodes.all()) {
      assertThat(node.get("/health/ready", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Order(1)
  void accessToken_ofAnyNode_isGoodOnAll() throws Exception {
    String path = OrderFile.lastDays();
    for (RunningServer from : nodes.all()) {
      String token = nodes.accessToken(from, acme);
      for (RunningServer to : nodes.all()) {
        assertThat(to.get(path, token).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  @Order(1)
  void listing_goesOnOnAnotherNode() throws Exception {
    String token = nodes.accessToken(nodes.next(), acme);
    RunningServer one = nodes.next();
    List<String> all = listed(path -> one.get(path, token));
    assertThat(listed(path -> nodes.get(path, token))).isEqualTo(all).doesNotHaveDuplicates();
    assertThat(all).as("more than two pages").hasSizeGreaterThan(200);
  }

  /** Whoever is asked for a page. */
  private interface Asked {
    HttpResponse<String> get(String path) throws Exception;
  }

  private static List<String> listed(Asked asked) throws Exception {
    List<String> ids = new ArrayList<>();
    String path = OrderFile.listing();
    while (path != null) {
      HttpResponse<String> answer = asked.get(path);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonObject page = Json.readObject(answer.body().getBytes(StandardCharsets.UTF_8));
      for (JsonObject order : page.optObjects("ordersReport")) {
        ids.add(order.optObject("orderMetadata").text("orderId"));
      }
      String next = page.optText("nextPageToken");
      path = next == null ? null : OrderFile.listing() + "&nextPageToken=" + next;
    }
    return ids;
  }

  @Test
  @Order(1)
  void restrictedDataToken_ofOneNode_isGoodOnAll() throws Exception {
    String token = nodes.accessToken(nodes.next(), seller);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(nodes.next().baseUrl() + "/tokens/2021-03-01/restrictedDataToken"))
            .header("x-amz-access-token", token)
            .POST(
                BodyPublishers.ofString(
                    "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
                        + "\"dataElements\":[\"buyerInfo\"]}]}"))
            .build();
    HttpResponse<String> made = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    String restricted =
        Json.readObject(made.body().getBytes(StandardCharsets.UTF_8)).text("restrictedDataToken");
    for (RunningServer node : nodes.all()) {
      assertThat(node.get(SALES, restricted).body()).contains("902-1").contains("\"BuyerName\"");
      assertThat(node.get(SALES, token).body()).contains("902-1").doesNotContain("\"BuyerName\"");
    }
  }

  @Test
  @Order(1)
  void calls_areCountedOverAllNodes() throws Exception {
    String token = nodes.accessToken(nodes.next(), thrifty);
    long start = System.nanoTime();
    int good = 0;
    HttpResponse<String> answer = nodes.get(OrderFile.lastDays(), token);
    while (answer.statusCode() == 200) {
      good++;
      answer = nodes.get(OrderFile.lastDays(), token);
    }
    assertThat(good).isBetween(BURST, BURST + refilledSince(start));
    for (int i = 0; i < 6; i++) {
      assertThat(answer.statusCode()).isIn(429, 200);
      if (answer.statusCode() == 429) {
        assertThat(answer.headers().firstValue("retry-after").orElse("")).isIn("1", "2");
      } else {
        good++;
      }
      answer = nodes.get(OrderFile.lastDays(), token);
    }
    // Asking costs nothing, so whoever can't wait finds out when the next token is there.
    while (answer.statusCode() != 200) {
      answer = nodes.get(OrderFile.lastDays(), token);
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
    }
    assertThat(good + 1).isLessThanOrEqualTo(BURST + refilledSince(start));
  }

  @Test
  @Order(1)
  void calls_thatComeAtOnce_areCountedOverAllNodes() throws Exception {
    String token = nodes.accessToken(nodes.next(), rush);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    long start = System.nanoTime();
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        calls.add(() -> nodes.get(OrderFile.lastDays(), token).statusCode());
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        statuses.add(call.get());
      }
      assertThat(statuses).containsOnly(200, 429);
      assertThat(statuses.stream().filter(status -> status == 200).count())
          .isBetween((long) BURST, (long) BURST + refilledSince(start));
    } finally {
      threads.shutdownNow();
    }
  }

  private static int refilledSince(long start) {
    return (int) Math.ceil((System.nanoTime() - start) / 1e9 * RATE);
  }

  @Test
  @Order(2)
  void revokedGrant_isRefusedByAll_inTheTimeThatIsStated() throws Exception {
    String token = nodes.accessToken(nodes.next(), gone);
    for (RunningServer node : nodes.all()) {
      assertThat(node.get(OrderFile.lastDays(), token).statusCode()).isEqualTo(200);
    }
    nodes.run("grant", "revoke", gone.grantId());
    long revoked = System.nanoTime();
    for (RunningServer node : nodes.all()) {
      assertThat(nodes.token(node, gone).statusCode()).as("no new token, at once").isEqualTo(400);
    }
    for (RunningServer node : nodes.all()) {
      int status = 200;
      while (status == 200) {
        status = node.get(OrderFile.lastDays(), token).statusCode();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - revoked))
            .isLessThan(REVOCATION_MILLIS + SLACK_MILLIS);
      }
      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  @Order(3)
  void node_thatIsKilled_isMissedByNobody() throws Exception {
    RunningServer victim = nodes.all().get(2);
    String token = nodes.accessToken(victim, acme);
    String counted = nodes.accessToken(victim, seller);
    int before = 0;
    // getOrders: 20 at once, and one more in a minute.
    while (before < 15) {
      before++;
      assertThat(victim.get(SALES, counted).statusCode()).isIn(200, 429);
    }
    nodes.kill(victim);
    for (int i = 0; i < 40; i++) {
      assertThat(nodes.get(OrderFile.lastDays(), token).statusCode()).isEqualTo(200);
    }
    int after = 0;
    while (nodes.get(SALES, counted).statusCode() == 200) {
      after++;
    }
    assertThat(after).as("what the victim has counted still counts").isLessThanOrEqualTo(6);
    assertThat(nodes.token(nodes.next(), acme).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void rotatedSecret_isDeadAtOnceOnAll() throws Exception {
    nodes.run("app", "rotate", nodes.clientId());
    for (RunningServer node : nodes.all()) {
      assertThat(nodes.token(node, acme).statusCode()).isEqualTo(401);
    }
  }
}
