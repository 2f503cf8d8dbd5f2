package daybook.http;

import static daybook.http.SellerCalls.ORDERS;
import static daybook.http.SellerCalls.US;
import static daybook.http.TestServer.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.ingest.Observed;
import daybook.ingest.RecordWriter;
import daybook.operation.Catalogue;
import daybook.store.Batch;
import daybook.store.Records;
import daybook.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that follows the documented procedure (LastUpdatedAfter, the next window from the echoed
 * LastUpdatedBefore) misses no order and sees none twice without a change, whoever writes when.
 */
abstract class UpdatesKit {

  private static final Pattern ORDER =
      Pattern.compile(
          "\"AmazonOrderId\":\"([^\"]*)\",\"SellerOrderId\":\"([^\"]*)\""
              + ".*?\"LastUpdateDate\":\"([^\"]*)\"");
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  /** Over a store of the engine that is tried. */
  static TestServer server;

  @AfterContainer
  static void stop() {
    server.close();
  }

  /** Starts a server of its own. */
  abstract TestServer another(Path directory);

  /** The client: it knows nothing but what it was answered. */
  private static final class Poller {

    private final TestServer asked;
    private final String token;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> latest = new HashMap<>();
    private String after = "2020-01-01T00:00:00Z";

    Poller(TestServer asked, AccountId account) {
      this.asked = asked;
      this.token = asked.tokenFor(account, daybook.contract.Role.INVENTORY_AND_ORDER_TRACKING);
    }

    /** Lists one window; between two of its pages something else may happen. */
    void poll(int pageSize, Runnable betweenPages) {
      String window =
          ORDERS + "?" + US + "&LastUpdatedAfter=" + after + "&MaxResultsPerPage=" + pageSize;
      Answer page = asked.getAs(token, window);
      String end = SellerCalls.member(page, "LastUpdatedBefore").orElseThrow();
      take(page);
      var next = SellerCalls.member(page, "NextToken");
      while (next.isPresent()) {
        betweenPages.run();
        page = asked.getAs(token, ORDERS + "?NextToken=" + next.get());
        assertThat(SellerCalls.member(page, "LastUpdatedBefore")).contains(end);
        take(page);
        next = SellerCalls.member(page, "NextToken");
      }
      after = end;
    }

    private void take(Answer page) {
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      Matcher orders = ORDER.matcher(page.body());
      while (orders.find()) {
        String version = orders.group(1) + " " + orders.group(2);
        assertThat(seen.add(version)).as("seen twice without a change: %s", version).isTrue();
        latest.put(orders.group(1), orders.group(2));
      }
    }
  }

  /** Those who write: each order's versions count up, whoever writes them. */
  private static final class Writers {

    private final AccountId account;
    private final Random random;
    private final RecordWriter<SellerOrder> writer;
    private final Map<String, Integer> versions = new HashMap<>();

    Writers(Store store, AccountId account, Random random) {
      this.account = account;
      this.random = random;
      this.writer = new RecordWriter<>(store, new Catalogue().sellerOrders());
    }

    /** Writes a few orders, dated by a clock that may be wrong, or long ago. */
    void write(Instant now) {
      List<Observed<SellerOrder>> batch = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String id = "114-0000000-000000" + random.nextInt(10);
        int version = versions.merge(id, 1, Integer::sum);
        Duration wrong =
            random.nextInt(5) == 0
                ? Duration.ofDays(-random.nextInt(300))
                : Duration.ofSeconds(random.nextInt(600) - 500);
        SellerOrder order =
            SampleSellerOrders.draft(id)
                .sellerOrderId("v" + version)
                // A source never dates a later version of an order before an earlier one.
                .updatedAt(now.plus(wrong).isAfter(last(id)) ? note(id, now.plus(wrong)) : last(id))
                .build();
        batch.add(new Observed<>(order, new AsOf(NOW, 1000L * version)));
      }
      writer.write(account, batch);
    }

    private final Map<String, Instant> dates = new HashMap<>();

    private Instant last(String id) {
      return dates.getOrDefault(id, Instant.EPOCH);
    }

    private Instant note(String id, Instant date) {
      dates.put(id, date);
      return date;
    }

    /** Returns the latest version of each order. */
    Map<String, String> latest() {
      Map<String, String> latest = new HashMap<>();
      versions.forEach((id, version) -> latest.put(id, "v" + version));
      return latest;
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void windows_missNothingAndRepeatNothing(@ForAll long seed) {
    Random random = new Random(seed);
    AccountId account = new AccountId("SELLER-" + ACCOUNTS.incrementAndGet());
    server.addAccount(account);
    Poller poller = new Poller(server, account);
    int[] depth = {0};
    Writers[] holder = new Writers[1];
    // In the middle of a write, between what the writer read and its commit, the client may poll.
    Store interrupted =
        interrupted(
            server.store,
            () -> {
              if (random.nextInt(3) == 0 && depth[0]++ == 0) {
                poller.poll(1 + random.nextInt(4), () -> {});
                depth[0] = 0;
              }
            });
    holder[0] = new Writers(interrupted, account, random);
    for (int step = 0; step < 25; step++) {
      switch (random.nextInt(4)) {
        case 0 -> server.clock.advance(Duration.ofMillis(random.nextInt(90_000)));
        case 1 -> {
          depth[0] = 1;
          poller.poll(
              1 + random.nextInt(3),
              () -> {
                server.clock.advance(Duration.ofMillis(random.nextInt(5_000)));
                holder[0].write(server.clock.instant());
              });
          depth[0] = 0;
        }
        default -> holder[0].write(server.clock.instant());
      }
    }
    // Clocks of writers are at most a hundred seconds fast, and orders show up after two minutes.
    server.clock.advance(Duration.ofMinutes(10));
    poller.poll(3, () -> {});
    assertThat(poller.latest).isEqualTo(holder[0].latest());
  }

  @SuppressWarnings("unchecked")
  private static Store interrupted(Store store, Runnable beforeWrite) {
    Records<SellerOrder> inner = store.sellerOrders();
    Records<SellerOrder> hooked =
        proxy(
            Records.class,
            inner,
            (name, arguments) -> {
              if (name.equals("write") && !((Batch<?>) arguments[0]).writes().isEmpty()) {
                beforeWrite.run();
              }
            });
    return (Store)
        Proxy.newProxyInstance(
            UpdatesKit.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (self, method, arguments) ->
                method.getName().equals("sellerOrders") ? hooked : call(store, method, arguments));
  }

  /** Told of every call before it is made. */
  private interface Listener {
    void before(String method, Object[] arguments);
  }

  @SuppressWarnings("unchecked")
  private static <T> T proxy(Class<?> type, T inner, Listener listener) {
    return (T)
        Proxy.newProxyInstance(
            UpdatesKit.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              listener.before(method.getName(), arguments);
              return call(inner, method, arguments);
            });
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void writersOnThreadsOfTheirOwn_areMissedByNobody(@TempDir Path own) throws Exception {
    try (TestServer busy = another(own)) {
      AccountId account = new AccountId("SELLER");
      busy.addAccount(account);
      Poller poller = new Poller(busy, account);
      ExecutorService threads = Executors.newFixedThreadPool(3);
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        int number = writer;
        running.add(threads.submit(() -> writeMany(busy, account, number)));
      }
      while (running.stream().anyMatch(future -> !future.isDone())) {
        busy.clock.advance(Duration.ofSeconds(7));
        poller.poll(5, () -> {});
      }
      for (Future<?> future : running) {
        future.get();
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      busy.clock.advance(Duration.ofMinutes(10));
      poller.poll(100, () -> {});
      assertThat(poller.latest).hasSize(3 * 20).containsValue("v5").doesNotContainValue("v4");
    }
  }

  private static void writeMany(TestServer busy, AccountId account, int number) {
    RecordWriter<SellerOrder> writer =
        new RecordWriter<>(busy.store, new Catalogue().sellerOrders());
    for (int version = 1; version <= 5; version++) {
      for (int i = 0; i < 20; i++) {
        SellerOrder order =
            SampleSellerOrders.draft("11%d-0000000-00000%02d".formatted(number, i))
                .sellerOrderId("v" + version)
                .updatedAt(busy.clock.instant().plusSeconds(number * 60L - 60))
                .build();
        writer.write(account, List.of(new Observed<>(order, new AsOf(NOW, version))));
      }
    }
  }
}
