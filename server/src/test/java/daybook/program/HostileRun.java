package daybook.program;

import daybook.fuzz.Assault;
import daybook.fuzz.Tally;
import daybook.fuzz.Victim;
import daybook.fuzz.Victims;
import daybook.fuzz.Vitals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server under hostile requests: started, warmed up, attacked and measured.
 *
 * @param seconds how long the assault took
 * @param tally what was sent and what came back
 * @param before what the server held after the warm-up
 * @param after what it held in the end
 * @param log what the server logged beside the access log
 */
record HostileRun(double seconds, Tally tally, Vitals before, Vitals after, List<String> log) {

  private static final Pattern PAGE = Pattern.compile("\"[nN]ext(?:Page)?Token\":\"([^\"]+)\"");
  private static final Pattern RESTRICTED = Pattern.compile("\"restrictedDataToken\":\"([^\"]+)\"");
  private static final String ALL_DATA =
      "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
          + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\",\"buyerTaxInformation\"]}]}";
  private static final List<String> LISTINGS =
      List.of(
          "/reports/2025-06-09/orderReports?orderStartDate=2025-03-01&orderEndDate=2025-03-31",
          "/reports/2021-01-08/orders?startDate=2025-03-01&endDate=2025-03-31",
          "/reconciliation/2021-01-08/transactions?feedStartDate=2025-03-01&feedEndDate=2025-03-31",
          "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-03-01",
          "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&LastUpdatedAfter=2025-03-01");

  /** Runs by hand: {@code SEED REQUESTS [FIRST]}, from the directory of the built program. */
  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    long requests = Long.parseLong(arguments[1]);
    long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
    Path directory = Files.createTempDirectory("hostile");
    HostileRun run = of(directory, seed, first, requests);
    System.out.println(run.report());
    run.tally().problems().forEach(System.out::println);
  }

  /** Starts a server below the directory and sends it so many requests of a seed. */
  static HostileRun of(Path directory, long seed, long first, long requests) throws Exception {
    Path data = directory.resolve("victims");
    Victims victims = Victims.settle(data);
    try (RunningServer server =
        RunningServer.start(
            directory,
            "--data",
            data.toString(),
            "--port",
            "0",
            "--set",
            "throttle.enabled=false",
            "--set",
            "server.request-timeout=3s",
            "--set",
            "server.idle-timeout=5s")) {
      Victims known = withTokens(server, victims);
      long warmUp = Math.min(requests / 5, 5_000);
      new Assault(server.port(), known, seed ^ 0x5EED, new Tally()).run(0, warmUp);
      long quiet = settledFiles(server, 0);
      Vitals before = Vitals.of(server.pid());
      Tally tally = new Tally();
      long start = System.nanoTime();
      new Assault(server.port(), known, seed, tally).run(first, first + requests);
      double seconds = (System.nanoTime() - start) / 1e9;
      settledFiles(server, quiet);
      Vitals after = Vitals.of(server.pid());
      return new HostileRun(seconds, tally, before, after, unusual(server.logged()));
    }
  }

  /** Returns the figures. */
  String report() {
    return "%d requests in %.1f s%n%s%nbefore: %s%nafter:  %s%nlogged: %s"
        .formatted(tally.requests(), seconds, tally, before, after, log);
  }

  // Lines that are neither of the access log nor of the start; traces without their frames.
  private static List<String> unusual(String logged) {
    return logged
        .lines()
        .filter(line -> line.matches(".* (WARN|ERROR) .*|[a-z.]+[A-Z]\\w*(Exception|Error).*"))
        .filter(line -> !line.contains(" application="))
        // Said once, whatever is expected of the server.
        .filter(line -> !line.contains("HttpExpectationFailedEvent"))
        .toList();
  }

  // The server notices a moment later that its clients have gone.
  private static long settledFiles(RunningServer server, long wanted)
      throws IOException, InterruptedException {
    long files = Vitals.files(server.pid());
    for (int i = 0; i < 40 && files > wanted && server.livesOn(50); i++) {
      files = Vitals.files(server.pid());
    }
    return files;
  }

  private static Victims withTokens(RunningServer server, Victims victims) throws Exception {
    List<Victim> all = new ArrayList<>();
    for (Victim victim : victims.all()) {
      List<String> pages = new ArrayList<>();
      for (String listing : LISTINGS) {
        Matcher page = PAGE.matcher(server.get(listing, victim.access()).body());
        if (page.find()) {
          pages.add(page.group(1));
        }
      }
      Matcher restricted = RESTRICTED.matcher(restricted(server, victim));
      boolean seller = victim.idPrefix().startsWith("3") || victim.idPrefix().startsWith("4");
      String token = seller && restricted.find() ? restricted.group(1) : victim.access();
      all.add(victim.with(token, pages));
    }
    return victims.with(all);
  }

  private static String restricted(RunningServer server, Victim victim) throws Exception {
    URI uri =
        URI.create("http://127.0.0.1:" + server.port() + "/tokens/2021-03-01/restrictedDataToken");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("x-amz-access-token", victim.access())
                .POST(BodyPublishers.ofString(ALL_DATA))
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
