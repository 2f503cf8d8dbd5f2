package daybook.http;

import static daybook.http.SellerCalls.ORDERS;
import static daybook.http.SellerCalls.US;
import static daybook.http.SellerCalls.member;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A client that follows the documented procedure, window after window from the echoed end, while
 * writers write: it misses no order, and sees none twice without a change.
 */
abstract class PollingKit {

  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static final Pattern VERSION =
      Pattern.compile(
          "\"AmazonOrderId\":\"([^\"]*)\",\"PurchaseDate\":\"[^\"]*\",\"LastUpdateDate\":\"([^\"]*)\"");

  /** Over a store of the engine that is tried. */
  static TestServer server;

  /**
   * A step of a schedule.
   *
   * @param millis time that passes before it
   * @param order the order that changes
   * @param lateMillis how long the change takes to arrive, less than the two minutes allowed
   * @param polls whether the client asks for a page now
   */
  record Step(int millis, int order, int lateMillis, boolean polls) {}

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Provide
  Arbitrary<List<Step>> schedules() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 90_000),
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 118_000),
            Arbitraries.of(true, true, false))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  @Property(tries = 40)
  void client_missesNothing_andSeesNothingTwice(@ForAll("schedules") List<Step> schedule) {
    AccountId account = new AccountId("P" + ACCOUNTS.incrementAndGet());
    server.addAccount(account);
    Poller poller = new Poller(account);
    Map<String, String> latest = new HashMap<>();
    for (Step step : schedule) {
      server.clock.advance(Duration.ofMillis(step.millis()));
      SellerOrder changed = change(step, latest);
      server.sell(account, changed);
      if (step.polls()) {
        poller.step();
      }
    }
    server.clock.advance(Duration.ofMinutes(3));
    poller.finish();

    assertThat(poller.seen).containsAll(versions(latest));
  }

  // What is late is dated when it happened; an order's own changes are never out of order.
  private static SellerOrder change(Step step, Map<String, String> latest) {
    String id = "114-0000000-000000" + step.order();
    Instant at = server.clock.instant().minusMillis(step.lateMillis());
    String before = latest.get(id);
    if (before != null && at.isBefore(Instant.parse(before))) {
      at = Instant.parse(before);
    }
    SellerOrder order = SampleSellerOrders.draft(id).updatedAt(at).build();
    latest.put(id, order.lastUpdateDate().toString());
    return order;
  }

  private static List<String> versions(Map<String, String> latest) {
    return latest.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }

  /** The client; it fails when it sees the same version of an order twice. */
  private static final class Poller {

    private final String token;
    private final Set<String> seen = new HashSet<>();
    private String from = server.clock.instant().minus(Duration.ofHours(1)).toString();
    private String next;

    Poller(AccountId account) {
      this.token = server.tokenFor(account, daybook.contract.Role.INVENTORY_AND_ORDER_TRACKING);
    }

    /** Asks for one page: the next one of a window, or the first one of the next window. */
    void step() {
      Answer page =
          server.getAs(
              token,
              next == null
                  ? ORDERS + "?" + US + "&MaxResultsPerPage=2&LastUpdatedAfter=" + from
                  : ORDERS + "?NextToken=" + next);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      for (String version : read(page)) {
        assertThat(seen.add(version)).as(version + " again").isTrue();
      }
      Optional<String> token = member(page, "NextToken");
      next = token.orElse(null);
      if (next == null) {
        from = member(page, "LastUpdatedBefore").orElseThrow();
      }
    }

    /** Ends the window, and asks for one more. */
    void finish() {
      do {
        step();
      } while (next != null);
      do {
        step();
      } while (next != null);
    }

    private static List<String> read(Answer page) {
      List<String> versions = new ArrayList<>();
      Matcher found = VERSION.matcher(page.body());
      while (found.find()) {
        versions.add(found.group(1) + " " + found.group(2));
      }
      return versions;
    }
  }
}
