package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.store.sql.PostgresServers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program with its store on PostgreSQL: the demo, a second node, export and import. */
class PostgresIT {

  private static final String PASSWORD = "open-sesame-4711";
  private static final String ORDERS =
      "/reports/2025-06-09/orderReports?orderStartDate=%s&orderEndDate=%s";

  @TempDir Path directory;
  private Program program;
  private String store;

  @BeforeEach
  void prepare() {
    program =
        new Program(
            directory,
            Map.of(
                "DAYBOOK_STORE_USER",
                String.valueOf(PostgresServers.login().user()),
                "DAYBOOK_STORE_PASSWORD",
                PASSWORD));
    store = PostgresServers.emptySchema();
  }

  private RunningServer serve(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--port", "0", "--store", store));
    arguments.addAll(List.of(more));
    return RunningServer.start(program, directory, arguments.toArray(new String[0]));
  }

  private JsonObject facts() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("daybook-demo"))) {
      Path file = files.filter(path -> path.endsWith("demo.json")).findFirst().orElseThrow();
      return Json.readObject(Files.readAllBytes(file));
    }
  }

  private static String token(RunningServer server, JsonObject facts, JsonObject account)
      throws Exception {
    HttpResponse<String> answer =
        server.token(
            "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
                .formatted(
                    facts.text("clientId"),
                    facts.text("clientSecret"),
                    account.text("refreshToken")));
    return Json.readObject(answer.body().getBytes(StandardCharsets.UTF_8)).text("access_token");
  }

  @Test
  void demo_isServedByTwoNodes_andThePasswordIsNowhere() throws Exception {
    try (RunningServer first = serve("--demo", "--demo-orders", "200")) {
      JsonObject facts = facts();
      JsonObject account = facts.optObjects("accounts").get(0);
      String path = ORDERS.formatted(account.text("lastOrderDate"), account.text("lastOrderDate"));
      String token = token(first, facts, account);
      String page = first.get(path, token).body();
      assertThat(page).contains("\"orderId\"");
      try (RunningServer second = serve("--data", "another")) {
        HttpResponse<String> same = second.get(path, token);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.body()).isEqualTo(page);
        assertThat(second.printed()).contains("Serving " + PostgresServers.url());
      }
      assertThat(first.printed() + first.logged()).doesNotContain(PASSWORD);
      assertThat(Files.readString(Path.of("/proc/" + first.pid() + "/cmdline")))
          .contains("--store")
          .doesNotContain(PASSWORD);
    }
  }

  @Test
  void demo_inADatabaseWithAccounts_isRefused() throws Exception {
    program.run("account", "create", "ACME", "--store", store).good();
    Program.Result refused = program.run("serve", "--demo", "--port", "0", "--store", store);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("holds accounts that are no demo").contains("--store");
  }

  @Test
  void export_importedIntoAnEmbeddedStore_isExportedTheSame() throws Exception {
    try (RunningServer demo = serve("--demo", "--demo-orders", "120")) {
      assertThat(demo.printed()).contains("Serving");
    }
    String account = facts().optObjects("accounts").get(0).text("accountId");
    Path file = directory.resolve("orders.json");
    Path again = directory.resolve("again.json");
    program.run("export", "--account", account, "--out", file.toString(), "--store", store).good();
    program.run("account", "create", account, "--data", "embedded").good();
    program.run("import", "--account", account, "--data", "embedded", file.toString()).good();
    program
        .run("export", "--account", account, "--out", again.toString(), "--data", "embedded")
        .good();
    assertThat(again).hasSameTextualContentAs(file);
    assertThat(Files.size(file)).isGreaterThan(10_000);
  }

  @Test
  void commandsForFiles_sayWhatElseToUse() throws Exception {
    Program.Result backup = program.run("backup", "--to", "x.db", "--store", store);
    assertThat(backup.exitCode()).isEqualTo(2);
    assertThat(backup.err()).contains("pg_dump");
    Program.Result distribute = program.run("schema", "distribute", "--store", store);
    assertThat(distribute.exitCode()).isEqualTo(1);
    assertThat(distribute.err()).contains("CREATE EXTENSION citus").doesNotContain(PASSWORD);
    Program.Result password =
        program.run("account", "list", "--store", "jdbc:postgresql://db/d?password=" + PASSWORD);
    assertThat(password.exitCode()).isEqualTo(2);
    assertThat(password.err()).contains("store.url").doesNotContain(PASSWORD);
  }
}
