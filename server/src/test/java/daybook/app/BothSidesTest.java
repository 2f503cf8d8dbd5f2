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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every order of a demo world, over the wire: what its buyer is shown by both reporting versions
 * and by its transactions, and what its sellers are shown.
 */
final class BothSidesTest {

  private static final Instant END = Instant.parse("2026-06-01T15:00:00Z");
  private static final int PURCHASES = 700;

  /** What the buyers are shown of one purchase. */
  private record Bought(JsonNode report, JsonNode order, List<JsonNode> transactions) {

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
  private record SoldLine(Bought bought, JsonNode line, Optional<String> seller) {}

  @TempDir private static Path directory;

  private static final Map<String, Bought> BOUGHT = new TreeMap<>();
  private static final Map<String, Map<String, JsonNode>> SOLD = new TreeMap<>();
  private static final Map<String, Map<String, JsonNode>> SOLD_PLAINLY = new TreeMap<>();

  @BeforeAll
  static void askForEverything() {
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

  private static List<JsonNode> list(JsonNode parent, String name) {
    return StreamSupport.stream(parent.path(name).spliterator(), false).toList();
  }

  private static BigDecimal amount(JsonNode money) {
    String text = money.path("amount").asText(money.path("Amount").asText());
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static BigDecimal sum(Stream<BigDecimal> parts) {
    return parts.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sum(List<JsonNode> parents, String name) {
    return sum(parents.stream().map(parent -> amount(parent.path(name))));
  }

  private static Instant instant(JsonNode parent, String name) {
    return Instant.parse(parent.path(name).asText());
  }

  private static Stream<SoldLine> soldLines() {
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
  private static Map<String, Map<String, List<SoldLine>>> expected() {
    return soldLines()
        .filter(line -> line.seller().isPresent())
        .collect(
            groupingBy(
                line -> line.seller().orElseThrow(),
                TreeMap::new,
                groupingBy(line -> line.bought().id())));
  }

  /** One order of a seller beside what its buyer is shown of the same lines. */
  private record Pair(JsonNode sold, JsonNode plain, Bought bought, List<JsonNode> lines) {

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

  private static List<Pair> pairs() {
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

  @Test
  void world_isLargeEnoughToTell() {
    assertThat(BOUGHT).hasSize(PURCHASES);
    assertThat(SOLD.values()).allMatch(orders -> !orders.isEmpty());
    assertThat(pairs()).extracting(Pair::status).contains("Canceled", "Shipped", "Unshipped");
    assertThat(BOUGHT.values())
        .anyMatch(bought -> bought.transactions("REFUND").findAny().isPresent());
    assertThat(pairs())
        .as("orders of which others sold a part")
        .anyMatch(pair -> pair.lines().size() < pair.bought().lines().size());
  }

  @Test
  void reports_showTheOrdersOf2021() {
    Map<String, String> members =
        Map.of(
            "SUBTOTAL", "orderSubTotal",
            "SHIPPING_AND_HANDLING", "orderShippingAndHandling",
            "PROMOTION", "orderPromotion",
            "TAX", "orderTax",
            "NET_TOTAL", "orderNetTotal");
    for (Bought bought : BOUGHT.values()) {
      JsonNode report = bought.report();
      JsonNode order = bought.order();
      assertThat(report.at("/orderMetadata/orderDate")).isEqualTo(order.path("orderDate"));
      assertThat(report.path("purchaseOrderNumber")).isEqualTo(order.path("purchaseOrderNumber"));
      assertThat(report.path("businessOrderInfo")).isEqualTo(order.path("businessOrderInfo"));
      assertThat(report.at("/buyerGroup/name")).isEqualTo(order.path("buyerGroupName"));
      assertThat(report.at("/buyingCustomer/email")).isEqualTo(order.at("/buyingCustomer/email"));
      assertThat(order.path("orderStatus").asText().replace(' ', '_'))
          .isEqualToIgnoringCase(bought.status());
      assertThat(list(report, "charges")).hasSize(bought.isDigital() ? 3 : 5);
      for (JsonNode charge : list(report, "charges")) {
        JsonNode sum = order.path(members.get(charge.path("type").asText()));
        assertThat(amount(charge.path("amount"))).isEqualByComparingTo(amount(sum));
        assertThat(charge.at("/amount/currencyCode")).isEqualTo(sum.path("currencyCode"));
      }
    }
  }

  @Test
  void orders_addUpToTheirLines() {
    for (Bought bought : BOUGHT.values()) {
      for (String sum :
          List.of("SubTotal", "ShippingAndHandling", "Promotion", "Tax", "NetTotal")) {
        assertThat(sum(bought.lines(), "item" + sum))
            .isEqualByComparingTo(amount(bought.order().path("order" + sum)));
      }
      int units = bought.lines().stream().mapToInt(line -> line.path("itemQuantity").asInt()).sum();
      assertThat(bought.order().path("orderQuantity").asInt())
          .isEqualTo(bought.isCancelled() ? 0 : units);
    }
  }

  @Test
  void transactions_chargeWhatTheOrderSaysWasCharged() {
    int compared = 0;
    for (Bought bought : BOUGHT.values()) {
      Map<String, JsonNode> charges = new HashMap<>();
      list(bought.order(), "charges")
          .forEach(charge -> charges.put(charge.path("transactionId").asText(), charge));
      for (JsonNode transaction : bought.transactions("CHARGE").toList()) {
        JsonNode charge = charges.remove(transaction.path("transactionId").asText());
        if (bought.isCancelled()) {
          assertThat(charge).isNull();
          continue;
        }
        compared++;
        assertThat(transaction.path("amount")).isEqualTo(charge.path("amount"));
        assertThat(transaction.path("transactionDate")).isEqualTo(charge.path("transactionDate"));
        assertThat(transaction.path("paymentInstrumentLast4Digits"))
            .isEqualTo(charge.path("paymentInstrumentLast4Digits"));
      }
      assertThat(charges.values())
          .as("charges that have not been fed yet")
          .allMatch(
              charge ->
                  instant(charge, "transactionDate").isAfter(END.minus(Duration.ofMinutes(36))));
    }
    assertThat(compared).isGreaterThan(600);
  }

  @Test
  void transactions_haveTheLinesOfTheOrder() {
    int closed = 0;
    for (Bought bought : BOUGHT.values()) {
      Map<String, List<JsonNode>> charged = linesByAsin(bought, "CHARGE");
      Map<String, List<JsonNode>> refunded = linesByAsin(bought, "REFUND");
      Set<String> asins = new HashSet<>();
      for (JsonNode line : bought.lines()) {
        String asin = line.path("asin").asText();
        asins.add(asin);
        List<JsonNode> its = charged.getOrDefault(asin, List.of());
        assertThat(its)
            .allMatch(it -> it.path("merchantLegalName").equals(line.at("/seller/sellerName")))
            .allMatch(
                it ->
                    it.path("unitPrice").equals(line.path("purchasedPricePerUnit"))
                        || bought.isCancelled());
        if (bought.status().equals("CLOSED") && bought.isFed()) {
          closed++;
          assertThat(sum(its, "totalAmount"))
              .isEqualByComparingTo(amount(line.path("itemNetTotal")));
          assertThat(sum(its, "tax")).isEqualByComparingTo(amount(line.path("itemTax")));
        }
        BigDecimal back = sum(refunded.getOrDefault(asin, List.of()), "totalAmount").negate();
        assertThat(back).isBetween(BigDecimal.ZERO, sum(its, "totalAmount"));
      }
      assertThat(asins).containsAll(charged.keySet()).containsAll(refunded.keySet());
    }
    assertThat(closed).isGreaterThan(900);
  }

  private static Map<String, List<JsonNode>> linesByAsin(Bought bought, String type) {
    return bought
        .transactions(type)
        .flatMap(transaction -> list(transaction, "transactionLineItems").stream())
        .collect(groupingBy(line -> line.path("asin").asText()));
  }

  @Test
  void shipments_areThoseThatWerePaidFor() {
    int compared = 0;
    for (Bought bought : BOUGHT.values()) {
      List<JsonNode> shipments = list(bought.order(), "shipments");
      if (bought.isDigital() || bought.isCancelled() || !bought.isFed()) {
        continue;
      }
      compared += shipments.size();
      assertThat(sum(list(bought.order(), "charges"), "amount"))
          .isEqualByComparingTo(sum(shipments, "shipmentNetTotal"));
      Map<String, BigDecimal> paid = new HashMap<>();
      bought
          .transactions("CHARGE")
          .forEach(
              charge ->
                  paid.merge(
                      charge.at("/transactionLineItems/0/shipmentDate").asText(),
                      amount(charge.path("amount")),
                      BigDecimal::add));
      for (JsonNode shipment : shipments) {
        assertThat(amount(shipment.path("shipmentNetTotal")))
            .isEqualByComparingTo(
                paid.getOrDefault(shipment.path("shipmentDate").asText(), BigDecimal.ZERO));
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  @Test
  void sellers_haveTheOrdersOfWhichTheySoldALine_andNoOthers() {
    Map<String, Set<String>> expected = new TreeMap<>();
    expected().forEach((seller, orders) -> expected.put(seller, orders.keySet()));
    assertThat(SOLD).hasSameSizeAs(expected);
    expected.forEach(
        (seller, ids) -> {
          assertThat(SOLD.get(seller).keySet()).isEqualTo(ids);
          assertThat(SOLD_PLAINLY.get(seller).keySet()).isEqualTo(ids);
          assertThat(ids).allMatch(id -> id.matches("\\d{3}-\\d{7}-\\d{7}"));
        });
  }

  @Test
  void money_ofASellerIsThatOfItsLines() {
    for (Pair pair : pairs()) {
      boolean shows = !Set.of("Pending", "Canceled").contains(pair.status());
      JsonNode total = pair.sold().path("OrderTotal");
      assertThat(total.isMissingNode()).as(pair.toString()).isNotEqualTo(shows);
      if (shows) {
        assertThat(amount(total)).isEqualTo(sum(pair.lines(), "itemNetTotal"));
        assertThat(total.path("CurrencyCode"))
            .isEqualTo(pair.bought().order().at("/orderNetTotal/currencyCode"));
      }
    }
  }

  @Test
  void money_ofAllSellersIsWhatTheBuyersPay() {
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal others = BigDecimal.ZERO;
    BigDecimal sold = BigDecimal.ZERO;
    for (Bought purchase : BOUGHT.values()) {
      bought = bought.add(amount(purchase.order().path("orderNetTotal")));
    }
    for (SoldLine line : soldLines().toList()) {
      // Pending orders show their sellers no money yet.
      boolean isPending = Set.of("PENDING", "PENDING_APPROVAL").contains(line.bought().status());
      if (line.seller().isEmpty() || isPending) {
        others = others.add(amount(line.line().path("itemNetTotal")));
      }
    }
    for (Map<String, JsonNode> orders : SOLD.values()) {
      sold = sold.add(sum(orders.values().stream().map(it -> amount(it.path("OrderTotal")))));
    }
    assertThat(sold.signum()).isPositive();
    assertThat(sold.add(others)).isEqualByComparingTo(bought);
  }

  @Test
  void dates_agree() {
    for (Pair pair : pairs()) {
      Instant placed = instant(pair.bought().order(), "orderDate");
      Instant updated = instant(pair.sold(), "LastUpdateDate");
      assertThat(instant(pair.sold(), "PurchaseDate")).isEqualTo(placed);
      assertThat(updated).isBetween(placed, END);
      for (JsonNode refund : pair.bought().transactions("REFUND").toList()) {
        boolean isOwn = list(refund, "transactionLineItems").stream().anyMatch(pair::isOwn);
        if (isOwn && !pair.bought().isCancelled()) {
          assertThat(updated.plusSeconds(1)).isAfter(instant(refund, "transactionDate"));
        }
      }
      if (pair.status().equals("Shipped") && pair.bought().lines().size() == pair.lines().size()) {
        assertThat(list(pair.bought().order(), "shipments"))
            .allMatch(shipment -> !instant(shipment, "shipmentDate").isAfter(updated));
      }
    }
  }

  @Test
  void statuses_agree() {
    for (Pair pair : pairs()) {
      Set<String> possible =
          switch (pair.bought().status()) {
            case "CANCELLED" -> Set.of("Canceled");
            case "PENDING_APPROVAL", "PENDING" -> Set.of("Pending");
            case "PAYMENT_CONFIRMED" -> Set.of("Unshipped");
            case "PENDING_FULFILLMENT" -> Set.of("Unshipped", "PartiallyShipped", "Shipped");
            default -> Set.of("Shipped");
          };
      assertThat(possible).as(pair.toString()).contains(pair.status());
    }
  }

  @Test
  void quantities_agree() {
    int compared = 0;
    for (Pair pair : pairs()) {
      int shipped = pair.sold().path("NumberOfItemsShipped").asInt();
      int unshipped = pair.sold().path("NumberOfItemsUnshipped").asInt();
      assertThat(shipped + unshipped).isEqualTo(pair.bought().isCancelled() ? 0 : pair.units());
      assertThat(pair.status().equals("Shipped")).isEqualTo(shipped > 0 && unshipped == 0);
      assertThat(pair.status().equals("PartiallyShipped")).isEqualTo(shipped > 0 && unshipped > 0);
      boolean isFree =
          list(pair.bought().order(), "shipments").stream()
              .anyMatch(parcel -> amount(parcel.path("shipmentNetTotal")).signum() == 0);
      if (pair.bought().isFed() && !pair.bought().isCancelled() && !isFree) {
        compared++;
        assertThat(shipped).isEqualTo(paidUnits(pair));
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  // A reward account pays for units that the buyer's own account pays the rest of.
  private static int paidUnits(Pair pair) {
    return pair.bought()
        .transactions("CHARGE")
        .filter(charge -> !charge.path("paymentInstrumentType").asText().equals("Reward Account"))
        .flatMap(charge -> list(charge, "transactionLineItems").stream())
        .filter(pair::isOwn)
        .mapToInt(line -> line.path("itemQuantity").asInt())
        .sum();
  }

  @Test
  void buyers_areThoseOfTheOrder_forWhoMaySeeThem() {
    int shown = 0;
    for (Pair pair : pairs()) {
      JsonNode order = pair.bought().order();
      JsonNode buyer = pair.sold().path("BuyerInfo");
      if (!buyer.isMissingNode()) {
        shown++;
        assertThat(buyer.path("BuyerName")).isEqualTo(order.at("/buyingCustomer/name"));
        // One API leaves out what the other shows as null.
        assertThat(buyer.path("PurchaseOrderNumber").asText(""))
            .isEqualTo(order.path("purchaseOrderNumber").asText("").replace("null", ""));
        assertThat(buyer.path("BuyerEmail").asText())
            .matches("[0-9a-z]{15}@marketplace\\.amazon\\..+");
        assertThat(pair.plain().path("BuyerInfo").toString())
            .isEqualTo("{\"BuyerEmail\":" + buyer.path("BuyerEmail") + "}");
      }
      JsonNode address = pair.sold().path("ShippingAddress");
      for (JsonNode shipment : list(order, "shipments")) {
        JsonNode site = shipment.path("shippingAddress");
        if (!pair.bought().isCancelled()) {
          assertThat(address.path("AddressLine1")).isEqualTo(site.path("addressLine1"));
          assertThat(address.path("City")).isEqualTo(site.path("city"));
          assertThat(pair.plain().path("ShippingAddress").path("AddressLine1").isMissingNode())
              .isTrue();
        }
      }
    }
    assertThat(shown).isGreaterThan(300);
  }

  @Test
  void sellers_shipFromWhereTheBuyerSeesThem() {
    int compared = 0;
    for (Pair pair : pairs()) {
      JsonNode from = pair.sold().path("DefaultShipFromLocationAddress");
      assertThat(from.isMissingNode())
          .isEqualTo(pair.sold().path("FulfillmentChannel").asText().equals("AFN"));
      if (!from.isMissingNode()) {
        compared++;
        JsonNode seller = pair.lines().get(0).path("seller");
        assertThat(from.path("Name")).isEqualTo(seller.path("sellerName"));
        assertThat(from.path("City")).isEqualTo(seller.path("sellerCity"));
        assertThat(from.path("PostalCode")).isEqualTo(seller.path("sellerPostalCode"));
      }
    }
    assertThat(compared).isGreaterThan(30);
  }
}
