package daybook.app;

import static daybook.app.BothSides.BOUGHT;
import static daybook.app.BothSides.END;
import static daybook.app.BothSides.SOLD;
import static daybook.app.BothSides.SOLD_PLAINLY;
import static daybook.app.BothSides.amount;
import static daybook.app.BothSides.expected;
import static daybook.app.BothSides.instant;
import static daybook.app.BothSides.list;
import static daybook.app.BothSides.pairs;
import static daybook.app.BothSides.soldLines;
import static daybook.app.BothSides.sum;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.app.BothSides.Bought;
import daybook.app.BothSides.Pair;
import daybook.app.BothSides.SoldLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a seller is shown of an order: what its buyer is shown of the same lines. */
final class SellersSideTest {

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
