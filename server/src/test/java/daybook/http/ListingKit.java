package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.TestServer.NOW;
import static daybook.http.TestServer.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whoever pages through a listing finds every order that was there, exactly once, in order,
 * whatever is written meanwhile.
 */
abstract class ListingKit {

  private static final Instant FIRST = NOW.minus(Duration.ofDays(30));
  private static final List<Region> REGIONS = List.of(Region.values());
  private static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  /** Over a store of the engine that is tried. */
  static TestServer server;

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void byDate_findsEveryOrderOnce(@ForAll long seed, @ForAll @IntRange(max = 450) int number) {
    Random random = new Random(seed);
    Listing listing = new Listing(random, number);
    Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
    for (OrderStatus status : STATUSES) {
      if (random.nextInt(3) == 0) {
        statuses.add(status);
      }
    }
    Region region = random.nextInt(3) == 0 ? REGIONS.get(random.nextInt(3)) : null;
    Instant from = FIRST.plusMillis(random.nextInt(3) * 1_000L);
    Instant to = FIRST.plusMillis(20_000 - random.nextInt(3) * 1_000L);
    String target = REPORTS + "?orderStartDate=" + from + "&orderEndDate=" + to;
    if (!statuses.isEmpty()) {
      target +=
          "&orderStatuses=" + statuses.stream().map(Enum::name).collect(Collectors.joining("%2C"));
    }
    if (region != null) {
      target += "&region=" + region;
    }
    listing.page(
        target,
        order ->
            !order.orderDate().isBefore(from)
                && !order.orderDate().isAfter(to)
                && (statuses.isEmpty() || statuses.contains(order.status()))
                && (region == null || region == order.region()));
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void byPurchaseOrder_findsEveryOrderOnce(
      @ForAll long seed, @ForAll @IntRange(max = 450) int number) {
    Random random = new Random(seed);
    Listing listing = new Listing(random, number);
    Region region = random.nextBoolean() ? REGIONS.get(random.nextInt(3)) : null;
    listing.page(
        "/reports/2025-06-09/purchaseOrders/PO-1/orderReports?region="
            + (region == null ? "" : region),
        order ->
            "PO-1".equals(order.purchaseOrderNumber())
                && (region == null || region == order.region()));
  }

  /** An account with random orders, to which others are added while somebody pages. */
  private static final class Listing {

    private final Random random;
    private final AccountId account = new AccountId("account-" + ACCOUNTS.incrementAndGet());
    private final String access;
    private final List<BusinessOrder> orders = new ArrayList<>();
    private int written;

    Listing(Random random, int number) {
      this.random = random;
      server.addAccount(account);
      access = server.tokenFor(account, Role.AMAZON_BUSINESS_ANALYTICS);
      for (int i = 0; i < number; i++) {
        orders.add(draw("S"));
      }
      server.write(account, orders);
    }

    void page(String target, Predicate<BusinessOrder> wanted) {
      List<String> found = new ArrayList<>();
      String token = null;
      do {
        Answer answer =
            server.getAs(access, target + (token == null ? "" : "&nextPageToken=" + token));
        List<String> page = ids(answer);
        found.addAll(page);
        boolean last = answer.body().contains("\"nextPageToken\":null");
        assertThat(page.size()).isLessThanOrEqualTo(100);
        assertThat(last || page.size() == 100).as("only the last page is short").isTrue();
        token = last ? null : PagingTest.token(answer);
        writeOthers();
      } while (token != null);
      assertThat(found).doesNotHaveDuplicates();
      assertThat(found.stream().filter(id -> id.startsWith("S")))
          .containsExactlyElementsOf(expected(wanted));
    }

    private List<String> expected(Predicate<BusinessOrder> wanted) {
      return orders.stream()
          .filter(wanted)
          .sorted(
              Comparator.comparing(BusinessOrder::orderDate).thenComparing(BusinessOrder::orderId))
          .map(BusinessOrder::orderId)
          .toList();
    }

    // Anywhere in the range: before the page that was read, on it, and after it.
    private void writeOthers() {
      List<BusinessOrder> batch = new ArrayList<>();
      for (int i = random.nextInt(30); i > 0; i--) {
        batch.add(draw("L"));
      }
      server.write(account, batch);
    }

    // Few instants, so that many orders share one and pages end between them.
    private BusinessOrder draw(String prefix) {
      return SampleOrders.draft(prefix + "%05d".formatted(random.nextInt(1_000)) + "-" + written++)
          .placedAt(FIRST.plusMillis(random.nextInt(20) * 1_000L + random.nextInt(2)))
          .in(REGIONS.get(random.nextInt(3)))
          .status(STATUSES.get(random.nextInt(STATUSES.size())))
          .purchaseOrder("PO-" + (1 + random.nextInt(8) / 7))
          .lines(-1)
          .build();
    }
  }
}
