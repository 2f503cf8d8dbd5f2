package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Timestamps;
import daybook.domain.BusinessOrder;
import daybook.ingest.Observed;
import daybook.operation.reporting2025.OrderReportShape;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two imports write to the store of a running server, while a client lists it page by page. */
class ConcurrentImportIT {

  private static final int ORDERS = 3_000;
  private static final Instant END = Instant.parse("2025-06-01T00:00:00Z");
  private static final Pattern ORDER =
      Pattern.compile("\"orderDate\":\"([^\"]+)\",\"orderId\":\"([^\"]+)\"");
  private static final Pattern NEXT_PAGE = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");

  @TempDir Path directory;

  /**
   * What one listing showed.
   *
   * @param orders ids in the order in which they came
   * @param sorted whether they came by date and id
   */
  private record Listing(List<String> orders, boolean sorted) {}

  @Test
  void listings_neverShowAnOrderTwiceNorLoseOneThatWasThere() throws Exception {
    Program program = new Program(directory);
    Map<String, Path> halves = writeHalves();
    String data = directory.resolve("data").toString();
    program.run("account", "create", "acme", "--data", data).good();
    String token = accessToken(program, data);

    try (RunningServer server =
        RunningServer.start(
            directory, "--port", "0", "--data", data, "--set", "throttle.enabled=false")) {
      List<Process> imports = new ArrayList<>();
      for (Map.Entry<String, Path> half : halves.entrySet()) {
        Path out = directory.resolve(half.getKey() + ".out");
        imports.add(
            program.start(
                out,
                out,
                "import",
                "--account",
                "acme",
                "--data",
                data,
                half.getValue().toString()));
      }
      Set<String> seenBefore = new HashSet<>();
      boolean ended = false;
      while (!ended) {
        ended = imports.stream().noneMatch(Process::isAlive);
        Listing listing = list(server, token);
        assertThat(listing.sorted()).isTrue();
        assertThat(listing.orders()).doesNotHaveDuplicates();
        assertThat(listing.orders()).containsAll(seenBefore);
        seenBefore = new HashSet<>(listing.orders());
      }
      for (Process each : imports) {
        assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(each.exitValue()).isZero();
      }
      assertThat(list(server, token).orders()).hasSize(ORDERS);
    }
    assertThat(program.run("account", "list", "--data", data).good().out())
        .contains(Integer.toString(ORDERS));
  }

  // Every second order goes to one file, the rest to the other: both write all over the listing.
  private Map<String, Path> writeHalves() throws IOException {
    OrderReportShape shape = new OrderReportShape();
    DemoWorld world = new DemoWorld(11, END, ORDERS, 1);
    DemoAccount account = world.accounts().get(0);
    Map<String, Path> halves = new HashMap<>();
    halves.put("even", directory.resolve("even.jsonl"));
    halves.put("odd", directory.resolve("odd.jsonl"));
    Iterator<Observed<BusinessOrder>> orders = world.orders(account);
    try (OutputStream even = Files.newOutputStream(halves.get("even"));
        OutputStream odd = Files.newOutputStream(halves.get("odd"))) {
      for (int i = 0; orders.hasNext(); i++) {
        BusinessOrder order = orders.next().row();
        OutputStream out = i % 2 == 0 ? even : odd;
        out.write(shape.write(order));
        out.write('\n');
      }
    }
    return halves;
  }

  private static String accessToken(Program program, String data) throws Exception {
    String app = program.run("app", "create", "erp", "--data", data).good().out();
    Matcher client = Pattern.compile("client id\\s+(\\S+)").matcher(app);
    assertThat(client.find()).isTrue();
    String created =
        program
            .run(
                "grant",
                "create",
                "--data",
                data,
                "--app",
                client.group(1),
                "--role",
                "amazon-business-analytics")
            .good()
            .out();
    Matcher grant = Pattern.compile("grant\\s+(\\S+)").matcher(created);
    assertThat(grant.find()).isTrue();
    return program.run("token", "--data", data, "--grant", grant.group(1)).good().out().strip();
  }

  private static Listing list(RunningServer server, String token) throws Exception {
    List<String> orders = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      // Thirteen months do not fit into one request; the two windows do not touch.
      Instant from = END.minus(Duration.ofDays(half == 0 ? 420 : 200));
      Instant to = half == 0 ? END.minus(Duration.ofDays(200)).minusMillis(1) : END;
      String query =
          "/reports/2025-06-09/orderReports?orderStartDate="
              + Timestamps.format(from)
              + "&orderEndDate="
              + Timestamps.format(to);
      @Nullable String page = "";
      while (page != null) {
        HttpResponse<String> answer =
            server.get(query + (page.isEmpty() ? "" : "&nextPageToken=" + page), token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher order = ORDER.matcher(answer.body());
        while (order.find()) {
          orders.add(order.group(2));
          keys.add(order.group(1) + order.group(2));
        }
        Matcher next = NEXT_PAGE.matcher(answer.body());
        page = next.find() ? next.group(1) : null;
      }
    }
    return new Listing(orders, keys.equals(keys.stream().sorted().toList()));
  }
}
