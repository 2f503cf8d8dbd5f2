package daybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Demo;
import daybook.app.DemoFacts;
import daybook.app.DemoPlan;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoGuideTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path directory;

  @Test
  void guide_hasALineToPasteForEverything() {
    String guide = guide("http://127.0.0.1:8080");

    List<String> commands = guide.lines().filter(line -> line.startsWith("  curl ")).toList();
    assertThat(commands).hasSize(10);
    assertThat(commands.get(0)).contains("/auth/o2/token", "grant_type=refresh_token", "Atzr|");
    assertThat(commands.get(1))
        .contains("/reports/2025-06-09/orderReports?orderStartDate=2025-", "Atza|");
    assertThat(commands.get(2)).contains("&nextPageToken=$(curl ", "sed -n ", "/p')\"");
    assertThat(commands.get(3)).contains("/reports/2025-06-09/purchaseOrders/", "/orderReports'");
    assertThat(commands.get(4))
        .contains("/reconciliation/2021-01-08/transactions?feedStartDate=2025-", "Atza|");
    assertThat(commands.get(5))
        .contains("/reports/2021-01-08/orders?startDate=2025-", "&includeLineItems=true'");
    assertThat(commands.get(6))
        .containsPattern("/reports/2021-01-08/orders/[-0-9D]+\\?includeLineItems=true&")
        .contains("Atza|");
    assertThat(commands.get(7))
        .contains(
            "/orders/v0/orders?CreatedAfter=2025-", "&MarketplaceIds=ATVPDKIKX0DER'", "Atza|");
    assertThat(commands.get(8))
        .contains("-d '{\"restrictedResources\":", "/tokens/2021-03-01/restrictedDataToken'");
    assertThat(commands.get(9))
        .contains("\"x-amz-access-token: $(curl -s -H 'x-amz-access-token: Atza|")
        .endsWith("&MarketplaceIds=ATVPDKIKX0DER'");
  }

  @Test
  void guideToAWorldOfAnOlderVersion_saysThatItHasNoSellers() {
    guide("http://127.0.0.1:8080");

    String guide = guide("http://127.0.0.1:8080", null, true);

    assertThat(guide.lines().filter(line -> line.startsWith("  curl "))).hasSize(7);
    assertThat(guide)
        .contains("has no sellers; delete the directory")
        .doesNotContain("/orders/v0/orders");
  }

  @Test
  void guideToTheSmallestWorld_hasItsLinesToo() {
    try (Workspace workspace = workspace(directory.resolve("smallest"))) {
      DemoFacts facts = new Demo(workspace).create(new DemoPlan(3, NOW, 1), count -> {});
      StringWriter out = new StringWriter();

      new DemoGuide(workspace, facts).print(new PrintWriter(out, true));

      assertThat(out.toString())
          .contains("(copperleaf-architects)", "/orders/v0/orders?CreatedAfter=");
    }
  }

  @Test
  void guideToASandbox_hasItsCasesInsteadOfTheOperations() throws IOException {
    Path cases = Files.createDirectory(directory.resolve("cases"));
    Path file =
        Files.writeString(
            cases.resolve("getOrdersByOrderId.json"),
            "{\"200\":[{\"request\":{\"parameters\":{\"orderId\":{\"value\":\"7\"}}},"
                + "\"response\":{}}]}");

    String guide = guide("http://127.0.0.1:8080", Sandbox.read(List.of(file)));

    List<String> commands = guide.lines().filter(line -> line.startsWith("  curl ")).toList();
    assertThat(commands).hasSize(2);
    assertThat(commands.get(0)).contains("/auth/o2/token", "Atzr|");
    assertThat(commands.get(1))
        .contains("Atza|")
        .endsWith("'http://127.0.0.1:8080/reports/2021-01-08/orders/7'");
    assertThat(guide).contains("ACCOUNT", "client secret", "getOrdersByOrderId:");
  }

  @Test
  void guide_namesAccountsCredentialsAndTheFileForScripts() {
    String guide = guide("http://127.0.0.1:8080");

    assertThat(guide)
        .contains("ACCOUNT", "client id", "client secret", "refresh token")
        .contains(directory.resolve("demo.json").toString());
  }

  @Test
  void guide_isAboutThePlaceThatServes() {
    assertThat(guide("http://127.0.0.1:39999"))
        .contains("http://127.0.0.1:39999/auth/o2/token")
        .doesNotContain(":8080");
  }

  @Test
  void quotes_areBalancedInEveryCommand() {
    guide("http://127.0.0.1:8080")
        .lines()
        .filter(line -> line.startsWith("  curl "))
        .forEach(
            line -> {
              assertThat(line.chars().filter(c -> c == '\'').count() % 2).as(line).isZero();
              assertThat(line.replace("\\\"", "").chars().filter(c -> c == '(').count())
                  .as(line)
                  .isEqualTo(line.chars().filter(c -> c == ')').count());
            });
  }

  private String guide(String url) {
    return guide(url, null);
  }

  private String guide(String url, @Nullable Sandbox sandbox) {
    return guide(url, sandbox, false);
  }

  private String guide(String url, @Nullable Sandbox sandbox, boolean withoutSellers) {
    try (Workspace workspace = workspace(directory)) {
      Demo demo = new Demo(workspace);
      DemoFacts made = demo.facts();
      DemoFacts facts = made == null ? demo.create(new DemoPlan(1, NOW, 300), count -> {}) : made;
      StringWriter out = new StringWriter();
      DemoGuide guide =
          new DemoGuide(workspace, (withoutSellers ? buyers(facts) : facts).servedAt(url));
      if (sandbox == null) {
        guide.print(new PrintWriter(out, true));
      } else {
        guide.print(new PrintWriter(out, true), sandbox);
      }
      return out.toString();
    }
  }

  private static DemoFacts buyers(DemoFacts facts) {
    return new DemoFacts(
        facts.baseUrl(),
        facts.clientId(),
        facts.clientSecret(),
        facts.accounts().stream().filter(account -> !account.isSeller()).toList());
  }

  private static Workspace workspace(Path directory) {
    Settings settings =
        Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", directory.toString())));
    return Workspace.open(settings, InstantSource.fixed(NOW));
  }
}
