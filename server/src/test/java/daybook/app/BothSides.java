package daybook.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.MutableClock;
import daybook.app.DemoFacts.AccountFacts;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.world.seller.SellingPartner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every order of a demo world, asked for over the wire once: what its buyer is shown by both
 * reporting versions and by its transactions, and what its sellers are shown.
 */
final class BothSides {

  static final Instant END = Instant.parse("2026-06-01T15:00:00Z");
  static final int PURCHASES = 700;

  /** What the buyers are shown of one purchase. */
  record Bought(JsonNode report, JsonNode order, List<JsonNode> transactions) {

    String id() {
      return order.path("orderId").asText();
    }

    String status() {
      return report.path("orderStatus").asText();
    }

    boolean isCancelled() {
      return status().equals("CANCELLED");
    }

    boolean isDigital() {
      return id().startsWith("D");
    }

    List<JsonNode> lines() {
      return list(order, "lineItems");
    }

    Stream<JsonNode> transactions(String type) {
      return transactions.stream().filter(it -> it.path("transactionType").asText().equals(type));
    }

    /** Charges are fed half an hour later: until then transactions know less than the order. */
    boolean isFed() {
      Set<String> fed = new HashSet<>();
      transactions.forEach(it -> fed.add(it.path("transactionId").asText()));
      return list(order, "charges").stream()
          .allMatch(charge -> fed.contains(charge.path("transactionId").asText()));
    }
  }

  /** A line of a purchase with the account that sold it, if its seller has one. */
  record SoldLine(Bought bought, JsonNode line, Optional<String> seller) {}

  static final Map<String, Bought> BOUGHT = new TreeMap<>();
  static final Map<String, Map<String, JsonNode>> SOLD = new TreeMap<>();
  static final Map<String, Map<String, JsonNode>> SOLD_PLAINLY = new TreeMap<>();

  static {
    try {
      Path directory = Files.createTempDirectory("both-sides");
      askForEverything(directory);
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BothSides() {}

  private static void askForEverything(Path directory) {
    Settings settings =
        Settings.load(
            SettingsInput.ofFlags(
                Map.of(
                    "store.data-dir",
                    directory.toString(),
                    "server.port",
                    "0",
                    "throttle.enabled",
                    "false")));
    MutableClock clock = new MutableClock(END);
    try (Workspace workspace = Workspace.open(settings, clock)) {
      DemoFacts made = new Demo(workspace).create(new DemoPlan(11, END, PURCHASES), count -> {});
      // What is younger than two minutes is not listed for sellers.
      clock.advance(Duration.ofMinutes(3));
      try (Server server = Server.start(workspace)) {
        DemoFacts facts = made.servedAt("http://127.0.0.1:" + server.port());
        DemoWire wire = new DemoWire(facts, clock.instant());
        for (AccountFacts account : facts.accounts()) {
          if (account.isSeller()) {
            SOLD.put(account.accountId(), byId(wire.sold(account, true)));
            SOLD_PLAINLY.put(account.accountId(), byId(wire.sold(account, false)));
          } else {
            askBuyer(wire, account);
          }
        }
      }
    }
  }

  private static void askBuyer(DemoWire wire, AccountFacts account) {
    Map<String, JsonNode> reports =
        wire.reports(account).stream()
            .collect(toMap(it -> it.at("/orderMetadata/orderId").asText(), it -> it));
    Map<String, List<JsonNode>> transactions =
        wire.transactions(account).stream()
            .collect(groupingBy(it -> it.at("/transactionLineItems/0/orderId").asText()));
    List<JsonNode> orders = wire.orders(account);
    assertThat(orders).hasSameSizeAs(reports.keySet());
    for (JsonNode order : orders) {
      String id = order.path("orderId").asText();
      assertThat(reports).containsKey(id);
      List<JsonNode> its = transactions.getOrDefault(id, List.of());
      assertThat(BOUGHT.put(id, new Bought(reports.get(id), order, its))).isNull();
      transactions.remove(id);
    }
    assertThat(transactions).as("transactions of no order").isEmpty();
  }

  private static Map<String, JsonNode> byId(List<JsonNode> orders) {
    return orders.stream().collect(toMap(it -> it.path("AmazonOrderId").asText(), it -> it));
  }

  static List<JsonNode> list(JsonNode parent, String name) {
    return StreamSupport.stream(parent.path(name).spliterator(), false).toList();
  }

  static BigDecimal amount(JsonNode money) {
    String text = money.path("amount").asText(money.path("Amount").asText());
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  static BigDecimal sum(Stream<BigDecimal> parts) {
    return parts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal sum(List<JsonNode> parents, String name) {
    return sum(parents.stream().map(parent -> amount(parent.path(name))));
  }

  static Instant instant(JsonNode parent, String name) {
    return Instant.parse(parent.path(name).asText());
  }

  static Stream<SoldLine> soldLines() {
    return BOUGHT.values().stream()
        .flatMap(
            bought ->
                bought.lines().stream()
                    .map(line -> new SoldLine(bought, line, seller(bought, line))));
  }

  private static Optional<String> seller(Bought bought, JsonNode line) {
    String name = line.at("/seller/sellerName").asText();
    return bought.isDigital()
        ? Optional.empty()
        : SellingPartner.all().stream()
            .filter(partner -> partner.shops().containsValue(name))
            .map(partner -> partner.id().value())
            .findFirst();
  }

  /** The lines that each seller sold, by seller and order. */
  static Map<String, Map<String, List<SoldLine>>> expected() {
    return soldLines()
        .filter(line -> line.seller().isPresent())
        .collect(
            groupingBy(
                line -> line.seller().orElseThrow(),
                TreeMap::new,
                groupingBy(line -> line.bought().id())));
  }

  /** One order of a seller beside what its buyer is shown of the same lines. */
  record Pair(JsonNode sold, JsonNode plain, Bought bought, List<JsonNode> lines) {

    String status() {
      return sold.path("OrderStatus").asText();
    }

    int units() {
      return lines.stream().mapToInt(line -> line.path("itemQuantity").asInt()).sum();
    }

    boolean isOwn(JsonNode transactionLine) {
      return lines.stream()
          .anyMatch(
              line -> line.path("asin").asText().equals(transactionLine.path("asin").asText()));
    }
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    expected()
        .forEach(
            (seller, orders) ->
                orders.forEach(
                    (id, lines) ->
                        pairs.add(
                            new Pair(
                                SOLD.get(seller).get(id),
                                SOLD_PLAINLY.get(seller).get(id),
                                BOUGHT.get(id),
                                lines.stream().map(SoldLine::line).toList()))));
    return pairs;
  }
}
