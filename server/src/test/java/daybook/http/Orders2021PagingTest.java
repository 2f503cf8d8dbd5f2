package daybook.http;

import static daybook.http.AcceptanceTest.ids;
import static daybook.http.Orders2021Test.DATES;
import static daybook.http.Orders2021Test.ORDERS;
import static daybook.http.Orders2021Test.lists;
import static daybook.http.Orders2021Test.tree;
import static daybook.http.PagingTest.assertRefused;
import static daybook.http.PagingTest.token;
import static daybook.http.TestServer.ACME;
import static daybook.http.TestServer.NOW;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.SampleOrders;
import daybook.json.JsonForTests;
import daybook.operation.reporting2021.OrderShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whoever pages through getOrdersByOrderDate finds every order once, with the lists that were asked
 * for on page one, whatever is written and sent meanwhile (CONTRACT 2 #7, 7).
 */
final class Orders2021PagingTest {

  private static final Instant FIRST = NOW.minus(Duration.ofDays(30));
  private static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());
  private static final List<String> LISTS = List.of("lineItems", "shipments", "charges");
  private static final List<String> YES = List.of("true", "True", "TRUE", "1");
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static final String BESIDE_THE_TOKEN =
      "&startDate=x&endDate=2001-01-01&includeLineItems=maybe&purchaseOrderNumber=none";

  private static Path directory;
  private static TestServer server;

  @BeforeContainer
  static void start() throws IOException {
    directory = Files.createTempDirectory("daybook-orders2021");
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.write(ACME, PagingTest.orders());
  }

  @AfterContainer
  static void stop() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Example
  void pages_areFullButTheLast() {
    String target = ORDERS + DATES + "&includeCharges=true";
    Answer one = server.get(target);
    assertThat(one.body()).endsWith(",\"size\":100}");
    Answer two = server.get(ORDERS + "?nextPageToken=" + token(one));
    assertThat(two.body()).endsWith(",\"size\":100}");
    Answer three = server.get(ORDERS + "/?nextPageToken=" + token(two));
    assertThat(three.body()).endsWith("],\"nextPageToken\":null,\"size\":5}");
    List<String> all = new ArrayList<>(ids(one));
    all.addAll(ids(two));
    all.addAll(ids(three));
    assertThat(all).hasSize(205).doesNotHaveDuplicates().isSorted();
  }

  @Example
  void token_winsOverEverythingSentBesideIt() {
    String token = token(server.get(ORDERS + DATES + "&includeCharges=true"));
    Answer alone = server.get(ORDERS + "?nextPageToken=" + token);
    for (String form :
        new String[] {
          DATES + "&nextPageToken=" + token,
          DATES + "&includeLineItems=true&includeCharges=false&pageToken=" + encoded(token),
          "?nextPageToken=" + encoded(encoded(token)) + BESIDE_THE_TOKEN,
          DATES + "?nextPageToken=" + token
        }) {
      assertThat(server.get(ORDERS + form).body()).isEqualTo(alone.body());
    }
    assertThat(tree(alone).get("orders"))
        .allMatch(order -> lists(order).equals(List.of("charges")));
  }

  @Example
  void token_ofSomethingElseIsRefused() {
    String token = token(server.get(ORDERS + DATES));
    String reports = token(server.get(REPORTS + RANGE));
    assertRefused(server.get(ORDERS + "?nextPageToken=" + reports), "another operation");
    assertRefused(server.get(REPORTS + "?nextPageToken=" + token), "another operation");
    for (int i = 0; i < token.length(); i += 7) {
      char changed = token.charAt(i) == 'A' ? 'B' : 'A';
      String text = token.substring(0, i) + changed + token.substring(i + 1);
      assertRefused(server.get(ORDERS + "?nextPageToken=" + text), "position " + i);
    }
    AccountId rival = new AccountId("rival");
    server.addAccount(rival);
    String access = server.tokenFor(rival, Role.AMAZON_BUSINESS_ANALYTICS);
    assertRefused(server.getAs(access, ORDERS + "?nextPageToken=" + token), "another account");
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void byDate_findsEveryOrderOnceWithTheListsOfPageOne(
      @ForAll long seed, @ForAll @IntRange(max = 320) int number) {
    new Walk(new Random(seed), number).page();
  }

  /** An account with random orders, through which a client pages with random flags. */
  private static final class Walk {

    private final Random random;
    private final AccountId account = new AccountId("walk-" + ACCOUNTS.incrementAndGet());
    private final String access;
    private final Map<String, BusinessOrder> orders = new LinkedHashMap<>();
    private final List<String> asked;
    private int written;

    Walk(Random random, int number) {
      this.random = random;
      server.addAccount(account);
      access = server.tokenFor(account, Role.AMAZON_BUSINESS_ANALYTICS);
      asked = LISTS.stream().filter(list -> random.nextBoolean()).toList();
      write("S", number);
    }

    void page() {
      Instant from = FIRST.plusMillis(random.nextInt(3) * 1_000L);
      Instant to = FIRST.plusMillis(20_000 - random.nextInt(3) * 1_000L);
      List<String> expected =
          orders.values().stream()
              .filter(order -> !order.orderDate().isBefore(from) && !order.orderDate().isAfter(to))
              .sorted(
                  Comparator.comparing(BusinessOrder::orderDate)
                      .thenComparing(BusinessOrder::orderId))
              .map(BusinessOrder::orderId)
              .toList();
      List<String> found = new ArrayList<>();
      String query = "?startDate=" + from + "&endDate=" + to + flags();
      while (query != null) {
        Answer answer = server.getAs(access, ORDERS + query);
        List<String> page = ids(answer);
        found.addAll(page);
        tree(answer).get("orders").forEach(this::check);
        boolean last = tree(answer).get("nextPageToken").isNull();
        assertThat(last || page.size() == 100).as("only the last page is short").isTrue();
        query =
            last
                ? null
                : "?nextPageToken="
                    + token(answer)
                    + (random.nextBoolean() ? "" : BESIDE_THE_TOKEN);
        write("L", random.nextInt(30));
      }
      assertThat(found).doesNotHaveDuplicates();
      assertThat(found.stream().filter(id -> id.startsWith("S")))
          .containsExactlyElementsOf(expected);
    }

    private String flags() {
      StringBuilder flags = new StringBuilder();
      for (String list : LISTS) {
        String name = Character.toUpperCase(list.charAt(0)) + list.substring(1);
        String value = asked.contains(list) ? YES.get(random.nextInt(YES.size())) : "false";
        flags.append("&include").append(name).append('=').append(value);
      }
      return flags.toString();
    }

    // Each order must be what the shape writes of it, apart from lists that were not asked for.
    private void check(JsonNode order) {
      assertThat(lists(order)).isEqualTo(asked);
      ObjectNode expected =
          (ObjectNode)
              JsonForTests.tree(
                  new OrderShape().write(orders.get(order.get("orderId").textValue())));
      for (String list : LISTS) {
        if (!asked.contains(list)) {
          expected.remove(list);
        } else if (!expected.has(list)) {
          expected.putArray(list);
        }
      }
      assertThat(order).isEqualTo(expected);
    }

    private void write(String prefix, int number) {
      List<BusinessOrder> batch = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        batch.add(
            SampleOrders.draft(prefix + "%05d".formatted(random.nextInt(1_000)) + "-" + written++)
                .placedAt(FIRST.plusMillis(random.nextInt(20) * 1_000L + random.nextInt(2)))
                .status(STATUSES.get(random.nextInt(STATUSES.size())))
                .lines(random.nextInt(4) - 1)
                .build());
      }
      server.write(account, batch);
      batch.forEach(order -> orders.put(order.orderId(), order));
    }
  }
}
