package daybook.http;

import static daybook.http.TestServer.ACME;
import static daybook.web.OpenApi.DESCRIPTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.domain.SampleOrders;
import daybook.domain.seller.SampleSellerOrders;
import daybook.operation.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the operations: alike, and each command on them is answered as it says. */
final class TryItTest {

  private static final Path DOCS = Path.of("../docs/operations");

  // A command as the pages have them: get or post, quoted arguments, and the status behind it.
  private static final Pattern COMMAND =
      Pattern.compile(
          "    (?:TOKEN=(?<token>\\w*) )?(?<verb>get|post) (?<one>'[^']*'|\"[^\"]*\")"
              + "(?: (?<two>'[^']*'))?  # (?<status>\\d{3}).*");

  @TempDir static Path directory;
  private static TestServer server;

  /** A command and the page it stands on. */
  record Command(String page, String line) {
    @Override
    public String toString() {
      return line.strip();
    }
  }

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.write(
        ACME,
        List.of(
            SampleOrders.draft("114-0000000-0000001")
                .purchaseOrder("PO 1/%")
                .placedAt(Instant.parse("2025-05-02T03:04:05Z"))
                .build()));
    server.sell(ACME, SampleSellerOrders.full("114-0000000-0000002"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<OperationSpec> specs() {
    return new Catalogue().operations().stream().map(Operation::spec).toList();
  }

  static List<Command> commands() {
    try (Stream<Path> pages = Files.list(DOCS)) {
      return pages
          .sorted()
          .flatMap(
              page ->
                  lines(page).stream()
                      .filter(line -> line.matches(" {4}(TOKEN=\\w* )?(get|post) .*"))
                      .map(line -> new Command(page.getFileName().toString(), line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void command_isAnsweredAsThePageSays(Command command) {
    Matcher parts = COMMAND.matcher(command.line());
    assertThat(parts.matches()).as("of the form of commands").isTrue();
    String token = parts.group("token") == null ? server.accessToken : parts.group("token");
    String target = expanded(parts.group("one"));
    Answer answer =
        parts.group("verb").equals("get")
            ? server.getAs(token, target)
            : server.postAs(token, target, unquoted(parts.group("two")));
    assertThat(answer.status()).isEqualTo(Integer.parseInt(parts.group("status")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void page_hasAGoodCommandAndSomeThatAreRefused(OperationSpec spec) {
    Set<String> statuses =
        commands().stream()
            .filter(command -> command.page().equals(spec.operationId() + ".md"))
            .map(command -> command.line().replaceAll(".*  # (\\d{3}).*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(statuses).contains("200", "400").hasSizeGreaterThan(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void page_isLikeTheOthers(OperationSpec spec) {
    List<String> lines = lines(DOCS.resolve(spec.operationId() + ".md"));
    assertThat(lines.get(0)).isEqualTo("# " + spec.operationId());
    List<String> titles = lines.stream().filter(line -> line.startsWith("## ")).toList();
    assertThat(titles)
        .containsSubsequence("## Parameters", "## Try it", "## Refusals")
        .last()
        .isEqualTo("## Refusals");
    assertThat(lines).contains("| status | code | when | how to provoke it |");
    for (String head : List.of("request", "role", "usage plan", "answer")) {
      assertThat(lines).anyMatch(line -> line.startsWith("| " + head + " | "));
    }
    assertThat(lines).anyMatch(line -> line.startsWith("Every refusal is "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void page_provokesEveryRefusalButDefects(OperationSpec spec) {
    List<String> described = new ArrayList<>();
    DESCRIPTION
        .operation(spec.method(), spec.path())
        .get("responses")
        .fieldNames()
        .forEachRemaining(described::add);
    List<String> lines = lines(DOCS.resolve(spec.operationId() + ".md"));
    for (String status : described) {
      if (!status.matches("200|500|503")) {
        assertThat(lines)
            .as(status)
            .anyMatch(line -> line.matches("\\| " + status + " \\|.*\\| .*[^| ] \\|"));
      }
    }
  }

  // What the shell makes of the argument on a demo server, here of the orders of this server.
  private static String expanded(String argument) {
    return unquoted(argument)
        .replaceAll("\\$\\(printf .*\\)", "x".repeat(20_000))
        .replace("$FROM", "2025-05-01")
        .replace("$TO", "2025-05-31T00:00:00Z")
        .replace("$PO", "PO%201%2F%25")
        .replace("$ORDER", "114-0000000-0000001")
        .replace("$RDT", "/tokens/2021-03-01/restrictedDataToken")
        .replace("$US", "ATVPDKIKX0DER");
  }

  private static String unquoted(String argument) {
    return argument.substring(1, argument.length() - 1);
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
