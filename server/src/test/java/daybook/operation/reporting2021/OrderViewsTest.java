package daybook.operation.reporting2021;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.contract.Page;
import daybook.contract.View;
import daybook.domain.BusinessOrder;
import daybook.domain.DeliveryStatus;
import daybook.domain.OrderStatus;
import daybook.domain.RandomOrders;
import daybook.domain.SampleOrders;
import daybook.json.Json;
import daybook.json.JsonForTests;
import daybook.store.ViewId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the pieces of an order, spliced, are the order. */
final class OrderViewsTest {

  private static final Included ALL = new Included(List.of(Part.values()));
  private static final OrderViews DOCUMENTED = new OrderViews(StatusSpelling.DOCUMENTED);
  private static final OrderViews OBSERVED = new OrderViews(StatusSpelling.OBSERVED);

  private final OrderShape shape = new OrderShape();

  @Provide
  Arbitrary<BusinessOrder> orders() {
    return RandomOrders.orders();
  }

  @Property(tries = 300)
  void pieces_splicedAreTheOrderWithTheListsThatAreAskedFor(
      @ForAll("orders") BusinessOrder order, @ForAll Set<Part> asked) {
    ObjectNode expected = (ObjectNode) JsonForTests.tree(shape.write(order));
    for (Part part : Part.values()) {
      if (!asked.contains(part)) {
        expected.remove(part.member());
      } else if (!expected.has(part.member())) {
        expected.putArray(part.member());
      }
    }
    Included included = included(asked);
    JsonNode body = body(DOCUMENTED, included, List.of(order, order));
    assertThat(body.get("orders")).hasSize(2).allMatch(expected::equals);
    assertThat(body.get("size").intValue()).isEqualTo(2);
    assertThat(body.get("nextPageToken").isNull()).isTrue();
  }

  @Property(tries = 200)
  void pieces_withEverythingAreTheBytesOfTheShape(@ForAll("orders") BusinessOrder order) {
    BusinessOrder complete = shape.read(Json.readObject(shape.write(order)));
    if (complete.lineItems() == null
        || complete.shipments() == null
        || complete.charges() == null) {
      return;
    }
    String written = new String(shape.write(complete), UTF_8);
    assertThat(text(DOCUMENTED, ALL, List.of(complete)))
        .isEqualTo("{\"orders\":[" + written + "],\"nextPageToken\":null,\"size\":1}");
  }

  @Property(tries = 200)
  void pieces_inTheObservedSpellingAreReadAsTheSameOrder(@ForAll("orders") BusinessOrder order) {
    assertThat(read(OBSERVED, order)).isEqualTo(read(DOCUMENTED, order));
  }

  @Property(tries = 100)
  void views_areListedByTheDateOfTheOrder(@ForAll("orders") BusinessOrder order) {
    for (View<BusinessOrder> view : DOCUMENTED.all()) {
      assertThat(view.sortInstant(order)).isEqualTo(order.orderDate());
    }
  }

  @ParameterizedTest(name = "CONTRACT 2 #4: the official body of {0}")
  @ValueSource(strings = {"getOrdersByOrderDate.json", "getOrdersByOrderId.json"})
  void pieces_inTheObservedSpellingAreTheSandboxBody(String name) {
    JsonNode official = JsonForTests.resource("/sandbox/" + name).get("orders").get(0);
    ObjectNode expected = official.deepCopy();
    ((ObjectNode) expected.get("buyingCustomer")).put("id", "");
    BusinessOrder order = shape.read(Json.readObject(official.toString().getBytes(UTF_8)));
    assertThat(body(OBSERVED, ALL, List.of(order)).get("orders").get(0)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "CONTRACT 2 #4: {0} is {1}")
  @CsvSource({
    "PENDING_APPROVAL,Pending Approval",
    "PAYMENT_CONFIRMED,Payment Confirmed",
    "PENDING_FULFILLMENT,Pending Fulfillment",
    "PENDING,Pending",
    "CANCELLED,Cancelled",
    "CLOSED,Closed"
  })
  void orderStatus_isSpelledAsTheSwitchSays(OrderStatus status, String documented) {
    BusinessOrder order = SampleOrders.draft("1").status(status).build();
    assertThat(first(DOCUMENTED, order).get("orderStatus").textValue()).isEqualTo(documented);
    assertThat(first(OBSERVED, order).get("orderStatus").textValue()).isEqualTo(status.name());
  }

  @ParameterizedTest
  @EnumSource(DeliveryStatus.class)
  void shipmentsAndDeliveries_areSpelledAsTheSwitchSays(DeliveryStatus status) {
    String spaced = status.name().replace('_', ' ');
    String record =
        text(DOCUMENTED, ALL, List.of(SampleOrders.order("1"))).replace("DELIVERED", spaced);
    JsonNode tree = JsonForTests.tree(record.getBytes(UTF_8)).get("orders").get(0);
    BusinessOrder order = shape.read(Json.readObject(tree.toString().getBytes(UTF_8)));
    JsonNode documented = first(DOCUMENTED, order).get("shipments").get(0);
    JsonNode observed = first(OBSERVED, order).get("shipments").get(0);
    assertThat(documented.get("shipmentStatus").textValue()).isEqualTo("Shipped");
    assertThat(observed.get("shipmentStatus").textValue()).isEqualTo("SHIPPED");
    assertThat(documented.at("/deliveryInformation/deliveryStatus").textValue()).isEqualTo(spaced);
    assertThat(observed.at("/deliveryInformation/deliveryStatus").textValue())
        .isEqualTo(status.name());
  }

  @Test
  void lists_thatNobodyKnowsOrThatAreEmptyAreShownEmpty() {
    for (int lines : new int[] {-1, 0}) {
      JsonNode order = first(DOCUMENTED, SampleOrders.draft("1").lines(lines).build());
      assertThat(order.get("lineItems")).isInstanceOf(ArrayNode.class).isEmpty();
    }
    JsonNode unknown = first(DOCUMENTED, SampleOrders.draft("1").lines(-1).build());
    assertThat(unknown.get("shipments")).isInstanceOf(ArrayNode.class).isEmpty();
    assertThat(unknown.get("charges")).isInstanceOf(ArrayNode.class).isEmpty();
  }

  @Test
  void views_thatShowStatesHaveANameForEachSpelling() {
    assertThat(names(DOCUMENTED))
        .containsExactly("order2021", "lineItems2021", "shipments2021", "charges2021");
    assertThat(names(OBSERVED))
        .containsExactly(
            "order2021observed", "lineItems2021", "shipments2021observed", "charges2021");
  }

  @Test
  void views_thatAnOperationAsksForAreAmongThoseRendered() {
    for (OrderViews views : List.of(DOCUMENTED, OBSERVED)) {
      List<ViewId> asked = new ArrayList<>(List.of(views.head()));
      asked.addAll(views.of(ALL));
      assertThat(views.all().stream().map(View::id)).containsExactlyElementsOf(asked);
    }
  }

  @Test
  void body_ofNothingHasAllMembers() {
    assertThat(text(DOCUMENTED, new Included(List.of()), List.of()))
        .isEqualTo("{\"orders\":[],\"nextPageToken\":null,\"size\":0}");
    assertThat(text(DOCUMENTED, ALL, List.of()))
        .isEqualTo("{\"orders\":[],\"nextPageToken\":null,\"size\":0}");
  }

  private static Included included(Set<Part> asked) {
    return new Included(Arrays.stream(Part.values()).filter(asked::contains).toList());
  }

  private static JsonNode first(OrderViews views, BusinessOrder order) {
    return body(views, ALL, List.of(order)).get("orders").get(0);
  }

  private BusinessOrder read(OrderViews views, BusinessOrder order) {
    return shape.read(Json.readObject(first(views, order).toString().getBytes(UTF_8)));
  }

  private static JsonNode body(OrderViews views, Included included, List<BusinessOrder> orders) {
    return JsonForTests.tree(text(views, included, orders).getBytes(UTF_8));
  }

  private static String text(OrderViews views, Included included, List<BusinessOrder> orders) {
    Map<ViewId, View<BusinessOrder>> byId =
        views.all().stream().collect(Collectors.toMap(View::id, Function.identity()));
    List<byte[]> pieces = new ArrayList<>();
    for (BusinessOrder order : orders) {
      pieces.add(byId.get(views.head()).render(order));
      views.of(included).forEach(id -> pieces.add(byId.get(id).render(order)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    included.render(new Page(pieces, null)).segments().forEach(bytes::writeBytes);
    return bytes.toString(UTF_8);
  }

  private static List<String> names(OrderViews views) {
    return views.all().stream().map(view -> view.id().name()).toList();
  }
}
