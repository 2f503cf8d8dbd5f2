package daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.access.RevokedGrants;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.domain.AccountId;
import daybook.sandbox.Sandbox;
import daybook.store.Grant;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole server in this process, put together from settings. */
class ServerTest {

  private static final String BY_PURCHASE_ORDER =
      "/reports/2025-06-09/purchaseOrders/none/orderReports";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void plans_areThoseOfTheSettings() throws Exception {
    Map<String, String> flags =
        Map.of("throttle.plan.getOrderReportsByPurchaseOrderNumber", "0.001/2");
    try (Workspace workspace = open(flags);
        Server server = Server.start(workspace)) {
      String token = token(workspace);

      assertThat(
              get(server, BY_PURCHASE_ORDER, token).headers().firstValue("x-amzn-RateLimit-Limit"))
          .contains("0.001");
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);
      HttpResponse<String> third = get(server, BY_PURCHASE_ORDER, token);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void accountPlan_standsAboveThePlanForAll() throws Exception {
    Map<String, String> flags = new HashMap<>();
    flags.put("throttle.plan.getOrderReportsByPurchaseOrderNumber", "0.001/1");
    try (Workspace workspace = open(Map.of())) {
      String account = demo(workspace).accounts().get(0).accountId();
      flags.put("throttle.account." + account + ".getOrderReportsByPurchaseOrderNumber", "0.001/3");
    }
    try (Workspace workspace = open(flags);
        Server server = Server.start(workspace)) {
      String token = token(workspace);
      for (int i = 0; i < 3; i++) {
        assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);
      }
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void operationsOfAnotherKind_areServedAlone() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("getOrders.json"),
            "{\"200\":[{\"request\":{},\"response\":{\"a\":1}}]}");
    Map<String, String> flags =
        Map.of("throttle.plan.getOrders", "0.001/1", "throttle.plan.getOrderReports", "1/1");
    try (Workspace workspace = open(flags);
        Server server = Server.start(workspace, Sandbox.read(List.of(file)).operations())) {
      String token = token(workspace);

      assertThat(get(server, "/orders/v0/orders", token).body()).isEqualTo("{\"a\":1}");
      assertThat(get(server, "/orders/v0/orders", token).statusCode()).isEqualTo(429);
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void noLimitMode_letsEveryCallThrough() throws Exception {
    try (Workspace workspace = open(Map.of("throttle.enabled", "false"));
        Server server = Server.start(workspace)) {
      String token = token(workspace);
      for (int i = 0; i < 30; i++) {
        assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reports2021.unknown-order, refused, orders/none, 404",
    "reports2021.unknown-order, empty, orders/none, 200",
    "reports2021.max-range, none, orders?startDate=2020-01-01&endDate=2026-01-01, 200",
    "reports2021.max-range, 24h, orders?startDate=2020-01-01&endDate=2026-01-01, 400",
    "reports2021.look-back, none, orders?startDate=2020-01-01&endDate=2020-01-01, 200",
    "reports2021.token-alone, true, orders?startDate=2020-01-01&nextPageToken=x, 400",
    "reports2021.look-back, 30d, orders?startDate=2020-01-01&endDate=2020-01-01, 400"
  })
  void switchesOf2021_reachWhatTheyAreAbout(String key, String value, String target, int status)
      throws Exception {
    try (Workspace workspace = open(Map.of(key, value));
        Server server = Server.start(workspace)) {
      assertThat(get(server, "/reports/2021-01-08/" + target, token(workspace)).statusCode())
          .isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"documented, Closed", "observed, CLOSED"})
  void statesOf2021_areSpelledAnewByAReindex(String spelling, String closed) throws Exception {
    try (Workspace workspace = open(Map.of())) {
      demo(workspace);
    }
    try (Workspace workspace = open(Map.of("reports2021.states", spelling));
        Server server = Server.start(workspace)) {
      assertThat(workspace.viewsAreComplete()).isEqualTo(spelling.equals("documented"));
      workspace.reindex(count -> {});
      HttpResponse<String> response =
          get(
              server,
              "/reports/2021-01-08/orders?startDate=2020-01-01&endDate=2030-01-01",
              token(workspace));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("\"orderStatus\":\"" + closed + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reports2025.region-required, true, 400",
    "reports2025.region-required, false, 200",
    "store.read-on-event-loop, true, 200"
  })
  void switches_reachWhatTheyAreAbout(String key, String value, int status) throws Exception {
    try (Workspace workspace = open(Map.of(key, value));
        Server server = Server.start(workspace)) {
      assertThat(get(server, BY_PURCHASE_ORDER, token(workspace)).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void accessTokens_outliveARestart() throws Exception {
    String token;
    try (Workspace workspace = open(Map.of());
        Server server = Server.start(workspace)) {
      token = token(workspace);
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);
    }
    try (Workspace workspace = open(Map.of());
        Server server = Server.start(workspace)) {
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void revokedGrant_isRefusedAfterTheNextRefresh() throws Exception {
    try (Workspace workspace =
            open(Map.of("tokens.revocation-refresh", "10ms", "throttle.enabled", "false"));
        Server server = Server.start(workspace)) {
      String token = token(workspace);
      assertThat(get(server, BY_PURCHASE_ORDER, token).statusCode()).isEqualTo(200);

      workspace.registrar().revokeGrant(demo(workspace).accounts().get(0).grantId());

      long start = System.nanoTime();
      int status = 200;
      while (status == 200 && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
        status = get(server, BY_PURCHASE_ORDER, token).statusCode();
      }
      assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void portInUse_isSaidWithAWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Workspace workspace = open(Map.of("server.port", Integer.toString(taken.getLocalPort())))) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> Server.start(workspace))
          .withMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .withMessageContaining("--port");
    }
  }

  @Test
  void keys_areTheSameForEverybodyOnOneStore() {
    byte[] first;
    try (Workspace workspace = open(Map.of())) {
      first = workspace.key("page-token");
      assertThat(workspace.key("access-token")).isNotEqualTo(first);
    }
    try (Workspace workspace = open(Map.of())) {
      assertThat(workspace.key("page-token")).isEqualTo(first).hasSize(32);
    }
  }

  @Test
  void reindex_leavesTheStoreReadyToServe() {
    try (Workspace workspace = open(Map.of())) {
      long records =
          demo(workspace).accounts().stream()
              .map(account -> new AccountId(account.accountId()))
              .mapToLong(
                  id ->
                      workspace.store().orders().holdings(id).records()
                          + workspace.store().transactions().holdings(id).records()
                          + workspace.store().sellerOrders().holdings(id).records())
              .sum();
      assertThat(workspace.viewsAreComplete()).isTrue();
      assertThat(workspace.reindex(count -> {})).isEqualTo(records).isGreaterThan(60);
      assertThat(workspace.viewsAreComplete()).isTrue();
    }
  }

  private Workspace open(Map<String, String> flags) {
    Map<String, String> all = new HashMap<>();
    all.put("server.port", "0");
    all.putAll(flags);
    all.put("store.data-dir", directory.toString());
    return Workspace.open(Settings.load(SettingsInput.ofFlags(all)));
  }

  private static DemoFacts demo(Workspace workspace) {
    Demo demo = new Demo(workspace);
    DemoFacts facts = demo.facts();
    return facts != null
        ? facts
        : demo.create(new DemoPlan(5, workspace.clock().instant(), 40), count -> {});
  }

  private static String token(Workspace workspace) {
    Optional<Grant> grant =
        workspace.store().directory().grant(demo(workspace).accounts().get(0).grantId());
    return workspace
        .accessTokens(new RevokedGrants(workspace.store().directory()))
        .issue(grant.orElseThrow(), workspace.clock().instant());
  }

  private HttpResponse<String> get(Server server, String path, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("x-amz-access-token", token)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
