package daybook.operation.orders0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Caller.DataElement;
import daybook.domain.seller.RandomSellerOrders;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.json.Json;
import daybook.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Pieces hold all degrees of permission, and every choice of them is an order. */
final class OrderPieceTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final Set<String> RESTRICTED =
      Set.of("ShippingAddress", "BuyerInfo", "BuyerTaxInformation");

  @Provide
  Arbitrary<SellerOrder> orders() {
    return RandomSellerOrders.orders();
  }

  @Provide
  Arbitrary<Set<DataElement>> elements() {
    return Arbitraries.of(DataElement.class).set();
  }

  @Property(tries = 500)
  void anyChoice_isAnOrderOfTheAnnouncedLength(
      @ForAll("orders") SellerOrder order,
      @ForAll("elements") Set<DataElement> elements,
      @ForAll boolean email) {
    Set<Segment> shown = OrdersBody.shown(elements, email);
    byte[] piece = OrderPiece.render(order, false);

    String text = shown(piece, shown);

    assertThat(text.getBytes(UTF_8)).hasSize(OrderPiece.length(piece, shown, NOW.toEpochMilli()));
    assertThat(Json.readObject(text.getBytes(UTF_8)).text("AmazonOrderId"))
        .isEqualTo(order.amazonOrderId());
  }

  @Property(tries = 500)
  void plainChoice_tellsNothingRestricted(@ForAll("orders") SellerOrder order) {
    JsonObject json = json(order, Set.of());

    assertThat(json.has("BuyerTaxInformation")).isFalse();
    if (json.has("ShippingAddress")) {
      assertThat(json.object("ShippingAddress").names())
          .isSubsetOf("City", "StateOrRegion", "PostalCode", "CountryCode");
    }
    if (json.has("BuyerInfo")) {
      assertThat(json.object("BuyerInfo").names()).containsExactly("BuyerEmail");
    }
  }

  @Property(tries = 300)
  void choice_changesNoOtherMember(
      @ForAll("orders") SellerOrder order, @ForAll("elements") Set<DataElement> elements) {
    assertThat(others(json(order, elements))).isEqualTo(others(json(order, Set.of())));
  }

  @Test
  void fullChoice_showsAllThatIsKnown() {
    JsonObject json = json(SampleSellerOrders.full("114-1"), EnumSet.allOf(DataElement.class));

    assertThat(json.names())
        .containsAll(RESTRICTED)
        .hasSize(47)
        .doesNotContain("StoreChainStoreId");
    assertThat(json.object("BuyerInfo").names()).hasSize(5);
    // The parcel had to arrive in March: the number is shown no longer.
    assertThat(json.object("ShippingAddress").names()).hasSize(14).doesNotContain("Phone");
    assertThat(json.object("BuyerTaxInformation").names()).hasSize(4);
  }

  @Test
  void views_areNamedByDateAndSpelling() {
    List<String> names = new ArrayList<>();
    SellerOrderView.both(false).forEach(view -> names.add(view.id().name()));
    SellerOrderView.both(true).forEach(view -> names.add(view.id().name()));

    assertThat(names)
        .containsExactly(
            "order0created", "order0updated", "order0createdobserved", "order0updatedobserved");
  }

  @Test
  void views_areSortedByTheirDate() {
    SellerOrder order = SampleSellerOrders.full("114-1");

    assertThat(SellerOrderView.both(false).get(0).sortInstant(order))
        .isEqualTo(SampleSellerOrders.PLACED);
    assertThat(SellerOrderView.both(false).get(1).sortInstant(order))
        .isEqualTo(SampleSellerOrders.UPDATED);
  }

  private static List<String> others(JsonObject json) {
    return json.names().stream().filter(name -> !RESTRICTED.contains(name)).toList();
  }

  private static JsonObject json(SellerOrder order, Set<DataElement> elements) {
    String text = shown(OrderPiece.render(order, false), OrdersBody.shown(elements, true));
    return Json.readObject(text.getBytes(UTF_8));
  }

  private static String shown(byte[] piece, Set<Segment> shown) {
    long now = NOW.toEpochMilli();
    ByteBuffer out = ByteBuffer.allocate(OrderPiece.length(piece, shown, now));
    OrderPiece.write(piece, shown, now, out);
    assertThat(out.hasRemaining()).isFalse();
    return new String(out.array(), UTF_8);
  }
}
