package daybook.cli.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import daybook.cli.CommandRun;
import daybook.store.sql.query.ReadOnlyStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code sql} as somebody types it. */
final class SqlCommandTest {

  private static final String ODD =
      "SELECT 'a,\"b\"' AS text, NULL AS missing, '' AS empty, 1.50 AS amount, 7 AS count,"
          + " x'7b7d' AS document, x'ff' AS bytes";

  @TempDir Path directory;

  @BeforeEach
  void create() {
    for (String account : new String[] {"acme", "beta", "café"}) {
      if (account.equals("café")) {
        run("account", "create", "gamma", "--name", "Café\n\u001b[31mred").good();
      } else {
        run("account", "create", account).good();
      }
    }
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(CommandRun.join(new String[] {"--data", data()}, arguments));
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private CommandRun sql(String... more) {
    return run(CommandRun.join(more, "sql"));
  }

  @Test
  void table_alignsColumnsAndCountsRows() {
    assertThat(
            sql("-c", "SELECT account_id, length(name) AS n FROM account ORDER BY 1").good().out())
        .isEqualTo(
            """
            account_id   n
            --------------
            acme         4
            beta         4
            gamma       13
            (3 rows)
            """);
  }

  @Test
  void table_ofNothing_saysSo() {
    assertThat(sql("-c", "SELECT 1 AS a WHERE 1 = 0").good().out()).isEqualTo("a\n-\n(0 rows)\n");
  }

  @Test
  void table_givesNoOrdersToTheTerminal() {
    assertThat(sql("-c", "SELECT name FROM account WHERE account_id = 'gamma'").good().out())
        .contains("Café ?[31mred")
        .doesNotContain("\u001b");
  }

  @Test
  void table_cutsWideCells() {
    assertThat(sql("-c", "SELECT hex(zeroblob(500)) AS wide").good().out())
        .contains("\n" + "0".repeat(59) + "…\n");
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        arguments(
            "csv",
            "text,missing,empty,amount,count,document,bytes\r\n"
                + "\"a,\"\"b\"\"\",,\"\",1.5,7,{},ff\r\n"),
        arguments(
            "json",
            "{\"text\":\"a,\\\"b\\\"\",\"missing\":null,\"empty\":\"\",\"amount\":1.5,\"count\":7,"
                + "\"document\":\"{}\",\"bytes\":\"ff\"}\n"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void format_writesWhatOtherProgramsRead(String format, String expected) {
    assertThat(sql("--format", format, "-c", ODD).good().out()).isEqualTo(expected);
  }

  @Test
  void rows_areBoundedInATable() {
    String many =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)"
            + " SELECT i FROM n";
    CommandRun table = sql("-c", many).good();
    assertThat(table.out()).contains("(1000 rows)");
    assertThat(table.err()).contains("Only the first 1000 rows; --limit 0 shows all.");
    assertThat(sql("--limit", "0", "-c", many).good().out()).contains("(1500 rows)");
    assertThat(sql("--format", "csv", "-c", many).good().out().lines()).hasSize(1501);
    CommandRun few = sql("--format", "csv", "--limit", "2", "-c", many).good();
    assertThat(few.out()).isEqualTo("i\r\n1\r\n2\r\n");
    assertThat(few.err()).contains("Only the first 2 rows");
  }

  @Test
  void commands_runInTheirOrderUntilOneFails() {
    CommandRun failed =
        sql("-c", "SELECT 1 AS one", "-c", "SELECT oops", "-c", "SELECT 3 AS three");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out()).contains("one").doesNotContain("three");
    assertThat(failed.err()).isEqualTo("daybook: no such column: oops\n");
  }

  @Test
  void write_isRefused() {
    CommandRun refused = sql("-c", "DELETE FROM account");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).isEqualTo("daybook: this prompt only reads\n");
    assertThat(run("account", "list").out()).contains("acme", "beta");
  }

  static Stream<Arguments> complaints() {
    return Stream.of(
        arguments("there is no .table; .help lists", new String[] {"-c", ".table"}),
        arguments(".columns needs a name", new String[] {"-c", ".columns"}),
        arguments("no view or table 'x'; there are: a", new String[] {"-c", ".columns x"}),
        arguments("no format 'xml'", new String[] {"-c", ".format xml"}),
        arguments("no format 'yaml'", new String[] {"--format", "yaml", "-c", "SELECT 1"}),
        arguments(
            "--limit must not be negative", new String[] {"--limit", "-1", "-c", "SELECT 1"}));
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void mistake_isAnsweredWithWhatHelps(String words, String... arguments) {
    CommandRun refused = sql(arguments);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).startsWith("daybook: ").contains(words).doesNotContain("\tat ");
  }

  @Test
  void dots_listTablesAndColumns() {
    assertThat(sql("-c", ".tables").good().out().lines()).contains("v_orders", "account");
    assertThat(sql("-c", ".columns ACCOUNT").good().out())
        .isEqualTo("account_id\nkind\nname\ncreated_at\n");
    assertThat(sql("-c", ".help").good().out()).contains(".tables", ".quit");
    assertThat(sql("-c", ".format csv", "-c", "SELECT 1 AS a").good().out())
        .isEqualTo("a\r\n1\r\n");
    assertThat(sql("-c", ".quit", "-c", "SELECT 1 AS a").good().out()).isEmpty();
  }

  @Test
  void missingStore_isNotMade() {
    CommandRun refused = CommandRun.of("sql", "--data", data() + "-typo", "-c", "SELECT 1");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no store in");
    assertThat(Path.of(data() + "-typo")).doesNotExist();
  }

  @Test
  @Timeout(60)
  void prompt_goesOnAfterMistakesAndEndsWhenTold() throws IOException {
    String typed =
        "SELECT oops;\n.nothing\nSELECT account_id\nFROM account\nORDER BY 1;\n.quit\nx\n";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (ReadOnlyStore store = ReadOnlyStore.open(directory.resolve("data").resolve("daybook.db"));
        Terminal terminal =
            TerminalBuilder.builder()
                .system(false)
                .dumb(true)
                .encoding(UTF_8)
                .streams(new ByteArrayInputStream(typed.getBytes(UTF_8)), screen)
                .build()) {
      PrintWriter errors = new PrintWriter(err, true);
      SqlShell shell =
          new SqlShell(
              store, Layout.CSV, null, new SqlShell.Output(new PrintWriter(out, true), errors));
      new SqlPrompt(store, shell, errors).ask(terminal);
    }
    assertThat(out.toString()).isEqualTo("account_id\r\nacme\r\nbeta\r\ngamma\r\n");
    assertThat(err.toString()).contains("no such column: oops", "there is no .nothing");
    assertThat(screen.toString(UTF_8)).contains("daybook> ", "...> ");
  }
}
