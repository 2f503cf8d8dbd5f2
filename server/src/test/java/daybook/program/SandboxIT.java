package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox as somebody starts it who has tests written against Amazon's. */
class SandboxIT {

  private static final Path CASES = Path.of("src/test/resources/x-amzn-api-sandbox");
  private static final Pattern TOKEN = Pattern.compile("Atza\\|[^']+");

  @TempDir Path directory;

  @Test
  void sandbox_answersItsCasesAndNothingElse() throws Exception {
    try (RunningServer server =
        RunningServer.start(
            directory,
            "--demo",
            "--demo-orders",
            "20",
            "--port",
            "0",
            "--sandbox",
            file("getOrders.json"),
            file("getTransactions.json"))) {
      Matcher token = TOKEN.matcher(server.printed());
      assertThat(token.find()).as(server.printed()).isTrue();

      HttpResponse<String> orders =
          server.get(
              "/orders/v0/orders?CreatedAfter=TEST_CASE_200&MarketplaceIds=ATVPDKIKX0DER",
              token.group());
      assertThat(orders.statusCode()).isEqualTo(200);
      assertThat(orders.body()).startsWith("{\"payload\":{\"CreatedBefore\":\"1.569521782042E9\"");
      assertThat(orders.headers().firstValue("x-amzn-RateLimit-Limit")).contains("5.0");
      assertThat(server.get("/orders/v0/orders", token.group()).body())
          .contains("Could not match input arguments");
      assertThat(
              server
                  .get("/reports/2025-06-09/purchaseOrders/none/orderReports", token.group())
                  .statusCode())
          .isEqualTo(403);
      assertThat(server.printed())
          .contains("/auth/o2/token", "getOrders:", "getTransactions:")
          .doesNotContain("getOrderReports");
      assertThat(server.logged()).contains("the nearest, 400 #4, differs in CreatedAfter");
    }
  }

  @Test
  void fileThatCannotBeRead_refusesTheStart() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"paths\":{\"/x\":7}}");

    Program.Result result =
        new Program(directory)
            .run("serve", "--demo", "--sandbox", broken.toString(), file("getOrders.json"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(broken + ": paths./x: expected an object, found 7")
        .doesNotContain("at daybook");
    assertThat(directory.resolve("daybook-demo")).doesNotExist();
  }

  private static String file(String name) {
    return CASES.resolve(name).toAbsolutePath().toString();
  }
}
