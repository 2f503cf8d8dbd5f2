package daybook.app;

import static daybook.app.BothSides.BOUGHT;
import static daybook.app.BothSides.END;
import static daybook.app.BothSides.PURCHASES;
import static daybook.app.BothSides.SOLD;
import static daybook.app.BothSides.amount;
import static daybook.app.BothSides.instant;
import static daybook.app.BothSides.list;
import static daybook.app.BothSides.pairs;
import static daybook.app.BothSides.sum;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.app.BothSides.Bought;
import daybook.app.BothSides.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a buyer is shown of an order: the same by both reporting versions and by transactions. */
final class BothSidesTest {

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
}
