package daybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  private static final String ORDER =
      "{\"orderMetadata\":{\"orderDate\":\"2026-03-02T09:14:05Z\",\"orderId\":\"%s\",\"region\":\"US\"},"
          + "\"purchaseOrderNumber\":null,\"charges\":[{\"type\":\"NET_TOTAL\",\"amount\":"
          + "{\"currencyCode\":\"%s\",\"amount\":1.0}}],\"orderStatus\":\"CLOSED\","
          + "\"buyingCustomer\":null,\"buyerGroup\":null,\"businessOrderInfo\":null,"
          + "\"approverDetails\":null}\n";

  @TempDir Path directory;

  private record Run(int exitCode, String out, String err) {}

  @Test
  void importedOrders_comeOutAgainAsTheyWere() throws IOException {
    run("account", "create", "acme");
    Path file = orders("one.jsonl", ORDER.formatted("113-0000000-0000001", "USD"));

    Run imported = run("import", file.toString());
    Run again = run("import", file.toString());
    Path exported = directory.resolve("out.jsonl");
    Run out = run("export", "--layout", "lines", "--out", exported.toString());

    assertThat(imported.out()).contains("Read 1 record in 1 file: 1 added, 0 changed");
    assertThat(again.out()).contains("0 added, 0 changed, 1 unchanged, 0 refused");
    assertThat(out.err()).contains("Exported 1 order.");
    assertThat(exported).hasSameTextualContentAs(file);
  }

  @Test
  void importWithFaults_stopsByDefaultAndNamesThePlace() throws IOException {
    run("account", "create", "acme");
    Path file =
        orders(
            "bad.jsonl",
            ORDER.formatted("113-0000000-0000001", "USD")
                + ORDER.formatted("113-0000000-0000002", "XQX"));

    Run stopped = run("import", file.toString());

    assertThat(stopped.exitCode()).isEqualTo(1);
    assertThat(stopped.out()).contains("0 added").contains("1 refused").contains("Stopped at");
    assertThat(stopped.err()).contains("bad.jsonl:2:").contains("unknown currency 'XQX'");
  }

  @Test
  void importThatSkips_keepsTheGoodOrdersAndWritesAReport() throws IOException {
    run("account", "create", "acme");
    Path file =
        orders(
            "bad.jsonl",
            ORDER.formatted("113-0000000-0000001", "USD")
                + ORDER.formatted("113-0000000-0000002", "XQX"));
    Path report = directory.resolve("report.jsonl");

    Run skipped = run("import", "--on-error=skip", "--report", report.toString(), file.toString());

    assertThat(skipped.exitCode()).isEqualTo(1);
    assertThat(skipped.out()).contains("1 added").contains("1 refused");
    assertThat(Files.readAllLines(report))
        .singleElement()
        .asString()
        .contains("\"line\":2", "113-0000000-0000002", "unknown currency");
  }

  @Test
  void manyFaults_areShownInPartAndReportedInFull() throws IOException {
    run("account", "create", "acme");
    Path file = orders("rubbish.jsonl", "{\"x\":1}\n".repeat(30));
    Path report = directory.resolve("report.jsonl");

    Run skipped = run("import", "--on-error=skip", "--report", report.toString(), file.toString());

    assertThat(skipped.err().lines().filter(line -> line.contains("neither"))).hasSize(20);
    assertThat(skipped.err()).contains("... and 10 more.").contains(report.toString());
    assertThat(Files.readAllLines(report)).hasSize(30);
  }

  @Test
  void grants_areCreatedListedAndRevoked() {
    run("account", "create", "acme");
    String client = find("client id\\s+(\\S+)", run("app", "create", "erp").out());

    Run created = run("grant", "create", "--app", client, "--role", "amazon-business-analytics");
    String grant = find("grant\\s+(\\S+)", created.out());

    assertThat(created.out()).contains("Atzr|").contains("not shown again");
    assertThat(run("grant", "list").out()).contains(grant).contains("in force").contains("acme");
    assertThat(run("token", "--grant", grant).out()).startsWith("Atza|");
    assertThat(run("grant", "revoke", grant).out()).contains("within 2.0 s");
    assertThat(run("grant", "list").out()).contains("revoked 2");
    assertThat(run("token", "--grant", grant).err()).contains("was revoked at");
    assertThat(run("grant", "revoke", grant).exitCode()).isEqualTo(2);
  }

  @Test
  void grantWithCode_printsACodeAndNoToken() {
    run("account", "create", "acme");
    String client = find("client id\\s+(\\S+)", run("app", "create", "erp").out());

    Run created =
        run("grant", "create", "--code", "--app", client, "--role", "Amazon Business Analytics");

    assertThat(created.out()).contains("code").doesNotContain("Atzr|");
  }

  @Test
  void apps_areRotatedAndDeleted() {
    Run created = run("app", "create", "erp");
    String client = find("client id\\s+(\\S+)", created.out());
    String secret = find("client secret\\s+(\\S+)", created.out());

    String rotated = find("client secret\\s+(\\S+)", run("app", "rotate", client).out());

    assertThat(rotated).startsWith("amzn1.oa2-cs.v1.").isNotEqualTo(secret);
    assertThat(run("app", "list").out()).contains(client).contains("erp").doesNotContain(rotated);
    assertThat(run("app", "delete", client).exitCode()).isZero();
    assertThat(run("app", "list").out()).contains("No applications yet");
  }

  @Test
  void accounts_areListedWithWhatTheyHold() throws IOException {
    run("account", "create", "acme", "--name", "Acme Ltd");
    run("import", orders("o.jsonl", ORDER.formatted("113-0000000-0000001", "USD")).toString());
    run("account", "create", "shop", "--kind", "seller");

    assertThat(run("account", "list").out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "ACCOUNT KIND ORDERS FIRST LAST NAME",
            "acme business 1 2026-03-02T09:14:05Z 2026-03-02T09:14:05Z Acme Ltd",
            "shop seller 0 - - shop");

    Path sold =
        Files.writeString(
            directory.resolve("sold.jsonl"),
            "{\"AmazonOrderId\":\"113-0000000-0000002\",\"PurchaseDate\":\"2026-03-03T00:00:00Z\","
                + "\"LastUpdateDate\":\"2026-03-04T00:00:00Z\",\"OrderStatus\":\"Shipped\","
                + "\"MarketplaceId\":\"ATVPDKIKX0DER\"}");
    run("import", "--account", "shop", sold.toString());

    assertThat(run("account", "list").out().replaceAll(" +", " "))
        .contains("shop seller 1 2026-03-03T00:00:00Z 2026-03-03T00:00:00Z shop");
  }

  @Test
  void reindex_rendersEveryOrderAgain() throws IOException {
    run("account", "create", "acme");
    run("import", orders("o.jsonl", ORDER.formatted("113-0000000-0000001", "USD")).toString());

    assertThat(run("reindex").err()).contains("Rendered 1 record.");
  }

  static Stream<Arguments> complaints() {
    return Stream.of(
        complaint("there is an account 'acme' already", "account", "create", "acme"),
        complaint("an account id is 1 to 64", "account", "create", "a/b"),
        complaint(
            "there is no account 'nobody'; there are: acme", "import", "--account", "nobody", "x"),
        complaint(
            "there is no region 'XX'; there are: DE, FR, UK", "import", "--region", "XX", "x"),
        complaint("'soon' is no date", "import", "--as-of", "soon", "x"),
        complaint("there is no role 'king'", "grant", "create", "--app", "a", "--role", "king"),
        complaint(
            "there is no application nope",
            "grant",
            "create",
            "--app",
            "nope",
            "--role",
            "tax-invoicing"),
        complaint("there is no grant 'nope'", "token", "--grant", "nope"),
        complaint("there is no shape 'xml'; there are: reports-2025", "export", "--shape", "xml"),
        complaint("there is no status 'DONE'", "export", "--status", "DONE"),
        complaint("Name one of: create, list, rotate, delete", "app"),
        complaint("Name a command."),
        complaint("Missing required parameter: 'FILE'", "import"),
        complaint("Invalid value for option '--on-error'", "import", "--on-error", "panic", "x"));
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void wrongArguments_areComplainedAboutInWords(String message, String[] arguments) {
    run("account", "create", "acme");

    Run run = run(arguments);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("at daybook", "Exception");
  }

  @Test
  void sandboxOfBadFiles_isNotServed() throws IOException {
    Path empty = orders("getOrders.json", "{}");
    Path missing = directory.resolve("missing.json");

    Run run = run("serve", "--sandbox", empty.toString(), missing.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("these sandbox cases can't be served")
        .contains(empty + ": there is no static sandbox case in it")
        .contains(missing + ": there is no such file");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void sandboxWithoutAStore_saysHowToMakeOne() throws IOException {
    Path cases = orders("getOrders.json", "{\"200\":[{\"request\":{},\"response\":{\"a\":1}}]}");

    Run run = run("serve", "--sandbox", cases.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no store in", "daybook account create");
  }

  @Test
  void unknownSetting_isRefusedWithTheNearestOne() {
    Run run = run("account", "list", "--set", "server.prot=1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("server.port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"import", "export", "app list", "grant list", "token --grant x", "reindex"})
  void missingStore_isNotMadeByATypingError(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    if (command.equals("import")) {
      arguments.add("x.json");
    }

    Run run = run(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no store in");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void storeThatIsNone_isRefusedWithItsName() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/daybook.db"), "no database at all ".repeat(100));

    Run run = run("account", "list");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("daybook.db").doesNotContain("at daybook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "import",
        "export",
        "account",
        "account create",
        "account list",
        "app",
        "app create",
        "app list",
        "app rotate",
        "app delete",
        "grant",
        "grant create",
        "grant list",
        "grant revoke",
        "token",
        "reindex",
        "settings",
        "backup",
        "restore",
        "sql"
      })
  void help_isThereForEveryCommand(String command) {
    StringWriter out = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of((command + " --help").strip().split(" ")));

    int exitCode =
        DaybookCommand.commandLine()
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));

    assertThat(exitCode).isZero();
    assertThat(out.toString()).startsWith("Usage: daybook");
  }

  @Test
  void everyCommand_isDescribedInASentence() {
    for (CommandLine command : DaybookCommand.commandLine().getSubcommands().values()) {
      String[] description = command.getCommandSpec().usageMessage().description();
      assertThat(description).as(command.getCommandName()).isNotEmpty();
      assertThat(description[0]).as(command.getCommandName()).endsWith(".");
    }
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (arguments.length > 1 || (arguments.length == 1 && !arguments[0].equals("app"))) {
      all.add("--data");
      all.add(directory.resolve("data").toString());
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        DaybookCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }

  private Path orders(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private static String find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static Arguments complaint(String message, String... arguments) {
    return Arguments.of(message, arguments);
  }
}
