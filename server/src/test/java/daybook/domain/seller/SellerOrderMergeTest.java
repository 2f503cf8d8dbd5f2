package daybook.domain.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.Money;
import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SellerOrderMergeTest {

  private static final String ID = "114-0000001-0000001";
  private static final SellerOrder FULL = SampleSellerOrders.full(ID);

  @Provide
  Arbitrary<SellerOrder> views() {
    return RandomSellerOrders.orders(Arbitraries.just(ID));
  }

  @Property(tries = 300)
  void merge_withItself_changesNothing(@ForAll("views") SellerOrder order) {
    assertThat(SellerOrderMerge.merge(order, order)).isEqualTo(order);
  }

  @Property(tries = 300)
  void merge_readAgain_changesNothing(
      @ForAll("views") SellerOrder older, @ForAll("views") SellerOrder newer) {
    SellerOrder merged = SellerOrderMerge.merge(older, newer);
    assertThat(SellerOrderMerge.merge(merged, newer)).isEqualTo(merged);
  }

  @Property(tries = 300)
  void merge_neverMovesTheDateOfTheLastChangeBack(
      @ForAll("views") SellerOrder older, @ForAll("views") SellerOrder newer) {
    assertThat(SellerOrderMerge.merge(older, newer).lastUpdateDate())
        .isAfterOrEqualTo(older.lastUpdateDate())
        .isAfterOrEqualTo(newer.lastUpdateDate());
  }

  @Property(tries = 300)
  void merge_losesNoFlag(@ForAll("views") SellerOrder older, @ForAll("views") SellerOrder newer) {
    assertThat(SellerOrderMerge.merge(older, newer).flags().keySet())
        .containsAll(older.flags().keySet())
        .containsAll(newer.flags().keySet());
  }

  @Test
  void merge_ofAViewWithoutRestrictedData_keepsAddressAndBuyer() {
    SellerOrder plain = bare(SellerOrderStatus.SHIPPED, reduced("Canton", "48817"), email());

    SellerOrder merged = SellerOrderMerge.merge(FULL, plain);

    assertThat(merged.shippingAddress()).isEqualTo(FULL.shippingAddress());
    assertThat(merged.buyer()).isEqualTo(FULL.buyer());
    assertThat(merged.buyerTax()).isEqualTo(FULL.buyerTax());
  }

  @Test
  void merge_ofAViewWithoutAnything_keepsEverything() {
    SellerOrder bare = bare(SellerOrderStatus.CANCELED, null, null);

    SellerOrder merged = SellerOrderMerge.merge(FULL, bare);

    assertThat(merged.status()).isEqualTo(SellerOrderStatus.CANCELED);
    assertThat(merged)
        .usingRecursiveComparison()
        .ignoringFields("status", "lastUpdateDate")
        .isEqualTo(FULL);
  }

  @Test
  void merge_ofEmptyTextsAndLists_keepsWhatIsKnown() {
    SellerAddress nameless =
        new SellerAddress(
            new Contact("", null, null), Lines.UNKNOWN, FULL.shippingAddress().place(), null, null);
    SellerOrder view = bare(SellerOrderStatus.SHIPPED, nameless, email());

    assertThat(SellerOrderMerge.merge(FULL, view).shippingAddress().contact().name())
        .isEqualTo("Ada Byron");
  }

  @Test
  void merge_ofAnotherPlace_movesNoStreetThere() {
    SellerOrder moved = bare(SellerOrderStatus.SHIPPED, reduced("Detroit", "48201"), null);

    assertThat(SellerOrderMerge.merge(FULL, moved).shippingAddress())
        .isEqualTo(moved.shippingAddress());
  }

  @Test
  void merge_ofOtherLines_mixesNoneOfThem() {
    SellerAddress old = FULL.shippingAddress();
    SellerAddress next =
        new SellerAddress(
            Contact.UNKNOWN, new Lines("9 Other St.", null, null), old.place(), null, null);

    SellerAddress merged =
        SellerOrderMerge.merge(FULL, bare(SellerOrderStatus.SHIPPED, next, null)).shippingAddress();

    assertThat(merged.lines()).isEqualTo(next.lines());
    assertThat(merged.contact()).isEqualTo(old.contact());
  }

  @Test
  void merge_ofAnOlderState_isJudgedByTheOrdersOwnDate() {
    SellerOrder stale =
        SampleSellerOrders.draft(ID)
            .status(SellerOrderStatus.PENDING)
            .updatedAt(SampleSellerOrders.UPDATED.minus(Duration.ofDays(1)))
            .build();

    assertThat(SellerOrderMerge.merge(FULL, stale).status()).isEqualTo(SellerOrderStatus.SHIPPED);
    assertThat(SellerOrderMerge.merge(stale, FULL).status()).isEqualTo(SellerOrderStatus.SHIPPED);
  }

  @Test
  void merge_ofAmounts_keepsTheFinestScale() {
    SellerOrder coarse = SampleSellerOrders.draft(ID).total(Money.of("USD", "12")).build();

    assertThat(SellerOrderMerge.merge(FULL, coarse).payment().total())
        .isEqualTo(Money.of("USD", "12.00"));
    assertThat(SellerOrderMerge.merge(coarse, FULL).payment().total())
        .isEqualTo(Money.of("USD", "11.01"));
  }

  @Test
  void merge_ofTwoOrders_isRefused() {
    SellerOrder other = SampleSellerOrders.full("114-0000001-0000002");

    assertThatThrownBy(() -> SellerOrderMerge.merge(FULL, other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void order_isDatedInWholeSeconds() {
    SellerOrder order =
        SampleSellerOrders.draft(ID)
            .placedAt(Instant.parse("2025-01-01T00:00:00.999Z"))
            .updatedAt(Instant.parse("2025-01-02T00:00:00.001Z"))
            .build();

    assertThat(order.purchaseDate()).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(order.lastUpdateDate()).isEqualTo("2025-01-02T00:00:00Z");
  }

  private static BuyerInfo email() {
    return new BuyerInfo(FULL.buyer().email(), null, null, null, null);
  }

  private static SellerAddress reduced(String city, String postalCode) {
    return new SellerAddress(
        Contact.UNKNOWN,
        Lines.UNKNOWN,
        new Place(city, "MI", postalCode, "US", Finer.UNKNOWN),
        null,
        null);
  }

  private static SellerOrder bare(
      SellerOrderStatus status, SellerAddress address, BuyerInfo buyer) {
    return new SellerOrder(
        ID,
        null,
        SampleSellerOrders.PLACED,
        SampleSellerOrders.UPDATED.plusSeconds(1),
        status,
        Sale.UNKNOWN,
        new SellerPayment(null, null, List.of(), List.of()),
        SellerFulfilment.UNKNOWN,
        Invoicing.UNKNOWN,
        Map.of(),
        null,
        address,
        buyer,
        null);
  }
}
