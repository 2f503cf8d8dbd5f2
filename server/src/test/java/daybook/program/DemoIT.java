package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does first: start the demo, and use what it prints. */
class DemoIT {

  private static final Pattern ORDER_ID = Pattern.compile("\"orderId\":\"([^\"]+)\"");
  private static final Pattern NEXT_PAGE = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");

  private static final Pattern SOLD_ID = Pattern.compile("\"AmazonOrderId\":\"([^\"]+)\"");
  private static final Pattern NEXT_TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

  @TempDir Path directory;

  @Test
  void demo_servesEveryOrderOfEveryAccountOnce() throws Exception {
    try (RunningServer server = demo("--demo-orders", "700")) {
      JsonObject facts = facts();
      Set<String> all = new HashSet<>();
      int listed = 0;
      for (JsonObject account : buyers(facts)) {
        List<String> orders = orders(server, accessToken(server, facts, account), account);
        listed += orders.size();
        orders.forEach(order -> all.add(account.text("accountId") + " " + order));
      }
      assertThat(listed).isEqualTo(700);
      assertThat(all).hasSize(700);
    }
  }

  @Test
  void demo_servesSellersPageAfterPage() throws Exception {
    try (RunningServer server = demo("--demo-orders", "900")) {
      JsonObject facts = facts();
      Set<String> bought = new HashSet<>();
      for (JsonObject buyer : buyers(facts)) {
        bought.addAll(orders(server, accessToken(server, facts, buyer), buyer));
      }
      List<JsonObject> sellers = accounts(facts).stream().filter(DemoIT::isSeller).toList();
      assertThat(sellers).hasSize(4);
      for (JsonObject seller : sellers) {
        List<String> sold = sold(server, accessToken(server, facts, seller), seller);
        assertThat(sold).isNotEmpty().doesNotHaveDuplicates();
        assertThat(bought).containsAll(sold);
      }
      assertThat(sold(server, accessToken(server, facts, sellers.get(0)), sellers.get(0)))
          .hasSizeGreaterThan(100);
    }
  }

  @Test
  void secondStart_opensTheSameWorldAtOnce() throws Exception {
    JsonObject before;
    try (RunningServer server = demo("--demo-orders", "300")) {
      before = facts();
      assertThat(server.logged()).contains("Made a demo world of 300 orders.");
      assertThat(server.stop()).isEqualTo(143);
    }
    try (RunningServer server = demo("--demo-orders", "300")) {
      assertThat(server.logged()).doesNotContain("Made a demo world");
      assertThat(facts().text("clientSecret")).isEqualTo(before.text("clientSecret"));
      JsonObject account = accounts(before).get(0);
      assertThat(accessToken(server, before, account)).startsWith("Atza|");
    }
  }

  @Test
  void interruptedFirstStart_goesOnWithTheSameWorld() throws Exception {
    Path out = directory.resolve("first.out");
    Process first =
        new Program(directory)
            .start(
                out,
                out,
                "serve",
                "--demo",
                "--port",
                "0",
                "--data",
                data(),
                "--demo-orders",
                "900");
    Path plan = Path.of(data(), "demo-plan.json");
    boolean ended = false;
    while (!ended && !Files.exists(plan)) {
      ended = first.waitFor(5, TimeUnit.MILLISECONDS);
    }
    first.destroyForcibly().waitFor();
    String planned = Files.readString(plan);

    try (RunningServer server = demo("--demo-orders", "5")) {
      assertThat(Files.readString(plan)).isEqualTo(planned);
      JsonObject facts = facts();
      int listed = 0;
      for (JsonObject account : buyers(facts)) {
        listed += orders(server, accessToken(server, facts, account), account).size();
      }
      assertThat(listed).isEqualTo(900);
    }
  }

  @Test
  void revokedGrant_isRefusedWithinTheStatedTime() throws Exception {
    try (RunningServer server =
        demo("--demo-orders", "50", "--set", "tokens.revocation-refresh=50ms")) {
      JsonObject facts = facts();
      JsonObject account = accounts(facts).get(0);
      String token = accessToken(server, facts, account);
      String path = "/reports/2025-06-09/purchaseOrders/none/orderReports";
      assertThat(server.get(path, token).statusCode()).isEqualTo(200);

      new Program(directory)
          .run("grant", "revoke", "--data", data(), account.text("grantId"))
          .good();

      HttpResponse<String> answer = server.get(path, token);
      for (int i = 0; i < 50 && answer.statusCode() != 403; i++) {
        answer = server.get(path, token);
      }
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("revoked, malformed or invalid");
    }
  }

  @Test
  void anotherProfile_rendersTheSameStoreAnew() throws Exception {
    String documented;
    try (RunningServer server = demo("--demo-orders", "60")) {
      documented = statuses(server);
    }
    assertThat(documented).contains("\"Closed\"").doesNotContain("\"CLOSED\"");
    String[] observed = {"--set", "wire.profile=observed", "--set", "reports2021.max-range=none"};
    try (RunningServer server =
        demo(
            observed[0],
            observed[1],
            observed[2],
            observed[3],
            "--set",
            "reports2021.look-back=none")) {
      assertThat(server.logged()).contains("Rendering all records anew").contains("Rendered ");
      assertThat(statuses(server)).contains("\"CLOSED\"").doesNotContain("\"Closed\"");
    }
    try (RunningServer server = demo()) {
      assertThat(statuses(server)).isEqualTo(documented);
    }
    try (RunningServer server = demo()) {
      assertThat(server.logged()).doesNotContain("Rendering");
    }
  }

  private String statuses(RunningServer server) throws Exception {
    JsonObject facts = facts();
    JsonObject account = accounts(facts).get(0);
    String path =
        "/reports/2021-01-08/orders?startDate="
            + account.text("firstOrderDate")
            + "&endDate="
            + account.text("lastOrderDate");
    return server.get(path, accessToken(server, facts, account)).body();
  }

  @Test
  void demo_inADirectoryWithRealAccounts_isRefused() throws Exception {
    Program program = new Program(directory);
    program.run("account", "create", "acme", "--data", data()).good();

    Program.Result result = program.run("serve", "--demo", "--port", "0", "--data", data());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("holds accounts that are no demo")
        .doesNotContain("at daybook");
  }

  @Test
  void demoFile_isForItsOwnerOnly() throws Exception {
    try (RunningServer server = demo("--demo-orders", "20")) {
      assertThat(server.printed()).contains("client secret");
      assertThat(Files.getPosixFilePermissions(Path.of(data(), "demo.json"))).hasSize(2);
    }
  }

  private RunningServer demo(String... more) throws Exception {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "--demo", "--port", "0", "--data", data(), "--set", "throttle.enabled=false"),
                Stream.of(more))
            .toArray(String[]::new);
    return RunningServer.start(directory, arguments);
  }

  private String data() {
    return directory.resolve("demo").toString();
  }

  private JsonObject facts() throws Exception {
    return Json.readObject(Files.readAllBytes(Path.of(data(), "demo.json")));
  }

  private static List<JsonObject> accounts(JsonObject facts) {
    List<JsonObject> accounts = facts.optObjects("accounts");
    assertThat(accounts).isNotEmpty();
    return accounts == null ? List.of() : accounts;
  }

  private static List<JsonObject> buyers(JsonObject facts) {
    return accounts(facts).stream().filter(account -> !isSeller(account)).toList();
  }

  private static boolean isSeller(JsonObject account) {
    boolean isSeller = account.text("kind").equals("seller");
    assertThat(account.has("marketplaceIds")).isEqualTo(isSeller);
    assertThat(account.has("regions")).isEqualTo(!isSeller);
    return isSeller;
  }

  private static List<String> sold(RunningServer server, String token, JsonObject account)
      throws Exception {
    String path =
        "/orders/v0/orders?CreatedAfter="
            + account.text("firstOrderDate")
            + "&MarketplaceIds="
            + String.join(",", account.scalars("marketplaceIds"));
    List<String> orders = new ArrayList<>();
    @Nullable String page = "";
    while (page != null) {
      HttpResponse<String> answer =
          server.get(path + (page.isEmpty() ? "" : "&NextToken=" + page), token);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      Matcher id = SOLD_ID.matcher(answer.body());
      while (id.find()) {
        orders.add(id.group(1));
      }
      Matcher next = NEXT_TOKEN.matcher(answer.body());
      page = next.find() ? next.group(1) : null;
    }
    return orders;
  }

  private static String accessToken(RunningServer server, JsonObject facts, JsonObject account)
      throws Exception {
    String answer =
        server
            .token(
                "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
                    .formatted(
                        facts.text("clientId"),
                        facts.text("clientSecret"),
                        account.text("refreshToken")))
            .body();
    return Json.readObject(answer.getBytes(StandardCharsets.UTF_8)).text("access_token");
  }

  // The demo spans thirteen months, one request at most 366 days: two windows that do not touch.
  private static List<String> orders(RunningServer server, String token, JsonObject account)
      throws Exception {
    String last = account.text("lastOrderDate");
    Instant middle = Instant.parse(last).minus(Duration.ofDays(200));
    List<String> orders = new ArrayList<>();
    orders.addAll(
        listing(server, token, account.text("firstOrderDate"), middle.minusMillis(1).toString()));
    orders.addAll(listing(server, token, middle.toString(), last));
    return orders;
  }

  private static List<String> listing(RunningServer server, String token, String from, String to)
      throws Exception {
    List<String> orders = new ArrayList<>();
    String query = "?orderStartDate=" + from + "&orderEndDate=" + to;
    @Nullable String page = "";
    while (page != null) {
      HttpResponse<String> answer =
          server.get(
              "/reports/2025-06-09/orderReports"
                  + query
                  + (page.isEmpty() ? "" : "&nextPageToken=" + page),
              token);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      Matcher id = ORDER_ID.matcher(answer.body());
      while (id.find()) {
        orders.add(id.group(1));
      }
      Matcher next = NEXT_PAGE.matcher(answer.body());
      page = next.find() ? next.group(1) : null;
    }
    return orders;
  }
}
