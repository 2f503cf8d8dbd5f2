package daybook.web;

import static daybook.web.OpenApi.DESCRIPTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.domain.BusinessOrder;
import daybook.domain.RandomOrders;
import daybook.domain.SampleOrders;
import daybook.domain.payment.RandomTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.RandomSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.json.JsonForTests;
import daybook.operation.orders0.SellerOrderShape;
import daybook.operation.reconciliation2021.TransactionShape;
import daybook.operation.reporting2021.OrderShape;
import daybook.operation.reporting2025.OrderReportShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a record holds, what is written of it is what the description says. */
final class DescribedRecordsTest {

  @Provide
  Arbitrary<BusinessOrder> orders() {
    return RandomOrders.orders();
  }

  @Provide
  Arbitrary<Transaction> transactions() {
    return RandomTransactions.transactions();
  }

  @Provide
  Arbitrary<SellerOrder> sellerOrders() {
    return RandomSellerOrders.orders();
  }

  @Property(tries = 150)
  void orderReport_isAsDescribed(@ForAll("orders") BusinessOrder order) {
    assertExact("OrderReport", new OrderReportShape().write(order));
  }

  @Property(tries = 150)
  void order_isAsDescribed(@ForAll("orders") BusinessOrder order) {
    assertExact("Order", new OrderShape().write(order));
  }

  @Property(tries = 150)
  void transaction_isAsDescribed(@ForAll("transactions") Transaction transaction) {
    assertExact("Transaction", new TransactionShape().write(transaction));
  }

  @Property(tries = 150)
  void sellerOrder_isAsDescribed(
      @ForAll("sellerOrders") SellerOrder order, @ForAll boolean flagAsText) {
    JsonNode written =
        OpenApi.read(new String(new SellerOrderShape(flagAsText).write(order), UTF_8));
    // Files have it for the filter of its name; no answer shows it.
    ((ObjectNode) written).remove("StoreChainStoreId");
    assertExact("SellerOrder", written.toString().getBytes(UTF_8));
  }

  @Example
  void record_withoutAnyOfItsMembersIsNotAsDescribed() {
    BusinessOrder order = SampleOrders.draft("114-0000000-0000001").lines(2).build();
    assertComplete("OrderReport", new OrderReportShape().write(order), Set.of());
    assertComplete(
        "Order", new OrderShape().write(order), Set.of("lineItems", "shipments", "charges"));
    for (int page = 1; page <= 2; page++) {
      JsonForTests.resource("/published/getTransactions-" + page + ".json")
          .get("transactions")
          .forEach(
              transaction ->
                  assertComplete(
                      "Transaction",
                      transaction.toString().getBytes(UTF_8),
                      Set.of("chargeIdentifier", "invoiceNumber")));
    }
  }

  private static void assertComplete(String schema, byte[] record, Set<String> optional) {
    JsonNode tree = OpenApi.read(new String(record, UTF_8));
    for (ObjectNode object : fixedObjects(tree)) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        if (!optional.contains(member.getKey())) {
          object.remove(member.getKey());
          assertThat(DESCRIPTION.problems("/components/schemas/" + schema, tree))
              .as("%s without %s", schema, member.getKey())
              .isNotEmpty();
          object.set(member.getKey(), member.getValue());
        }
      }
    }
    assertThat(DESCRIPTION.problems("/components/schemas/" + schema, tree)).isEmpty();
  }

  /** Sees that a record is as described, and would not be with any one member more. */
  private static void assertExact(String schema, byte[] record) {
    assertThat(DESCRIPTION.problems(schema, record)).isEmpty();
    JsonNode tree = OpenApi.read(new String(record, UTF_8));
    for (ObjectNode object : fixedObjects(tree)) {
      object.put("surplus", 1);
      assertThat(DESCRIPTION.problems("/components/schemas/" + schema, tree))
          .as("a surplus member in %s", object)
          .isNotEmpty();
      object.remove("surplus");
    }
  }

  // All but the maps whose keys are free text.
  private static List<ObjectNode> fixedObjects(JsonNode tree) {
    List<ObjectNode> objects = new ArrayList<>();
    if (tree instanceof ObjectNode object) {
      objects.add(object);
      object
          .properties()
          .forEach(
              member -> {
                if (!member.getKey().equals("businessOrderInfo")) {
                  objects.addAll(fixedObjects(member.getValue()));
                }
              });
    } else if (tree instanceof ArrayNode array) {
      array.forEach(item -> objects.addAll(fixedObjects(item)));
    }
    return objects;
  }
}
