package daybook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Collects getOrderReports pages of a store that was made here, account after account. */
final class StorePages {

  private static final String OPERATION = "/reports/2025-06-09/orderReports";

  /** A listing may not span more (CONTRACT 1.2). */
  static final Duration LONGEST = Duration.ofDays(366);

  private StorePages() {}

  static void collect(String url, Path store, Path out, int pages) throws IOException {
    Credentials credentials = Credentials.read(store);
    Client client = new Client(url, credentials.clientId(), credentials.clientSecret());
    PageCollector collector = new PageCollector(client, out);
    Instant middle = Bench.END.minus(LONGEST);
    for (String refreshToken : credentials.refreshTokens()) {
      String token = client.accessToken(refreshToken);
      collector.walk(reports(middle, Bench.END), token, pages);
      collector.walk(
          reports(middle.minus(Duration.ofDays(40)), middle.minusSeconds(1)), token, pages);
    }
    collector.write();
  }

  /** Returns the listing of a range of order dates. */
  static Listing reports(Instant from, Instant to) {
    return new Listing(OPERATION, "orderStartDate=" + from + "&orderEndDate=" + to, false);
  }
}
