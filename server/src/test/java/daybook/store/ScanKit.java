package daybook.store;

import static daybook.domain.SampleOrders.PLACED;
import static daybook.domain.SampleOrders.draft;
import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BACKWARDS;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.BY_DATE_2;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.TWO;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must find when it is asked for a page or for the pieces of an order. */
public abstract class ScanKit {

  private static final Filter CLOSED = Filter.of(Column.ORDER_STATUS, Set.of("CLOSED"));

  private Store store;
  private Records<BusinessOrder> orders;

  /** Opens an empty store. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = emptyStore();
    orders = store.orders();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void scan_emptyStore_isEmptyPage() {
    Slice slice = orders.scan(everything(ONE));
    assertThat(slice.pieces()).isEmpty();
    assertThat(slice.next()).isNull();
  }

  @Test
  void scan_sortsByInstantThenIdByteByByte() {
    // U+FFFD comes before U+1F600 in UTF-8, but after its surrogates in UTF-16.
    BusinessOrder[] written = {
      order("b", PLACED),
      order("😀", PLACED),
      order("Z", PLACED),
      order("\uFFFD", PLACED),
      order("a", PLACED.plusMillis(1)),
      order("é", PLACED),
      order("y", PLACED.minusMillis(1))
    };
    orders.write(batch(ONE, written));
    assertThat(texts(orders.scan(everything(ONE))))
        .containsExactly(
            text("y", 1),
            text("Z", 1),
            text("b", 1),
            text("é", 1),
            text("\uFFFD", 1),
            text("😀", 1),
            text("a", 1));
  }

  @Test
  void scan_includesBothEndsOfTheRange() {
    orders.write(
        batch(
            ONE,
            order("before", PLACED.minusMillis(1)),
            order("first", PLACED),
            order("last", PLACED.plusSeconds(1)),
            order("behind", PLACED.plusSeconds(1).plusMillis(1))));
    assertThat(texts(orders.scan(range(PLACED, PLACED.plusSeconds(1)))))
        .containsExactly(text("first", 1), text("last", 1));
  }

  @Test
  void scan_rangeFinerThanMilliseconds_isNotWidened() {
    orders.write(batch(ONE, order("first", PLACED), order("last", PLACED.plusMillis(1))));
    assertThat(texts(orders.scan(range(PLACED.plusNanos(1), PLACED.plusMillis(1).plusNanos(1)))))
        .containsExactly(text("last", 1));
    assertThat(orders.scan(range(PLACED.plusNanos(1), PLACED.plusNanos(999_999))).pieces())
        .isEmpty();
  }

  @Test
  void scan_rangeOfAllTime_findsAll() {
    orders.write(batch(ONE, order("a")));
    assertThat(texts(orders.scan(range(Instant.MIN, Instant.MAX)))).containsExactly(text("a", 1));
    assertThat(orders.scan(range(Instant.MAX, Instant.MIN)).pieces()).isEmpty();
  }

  private static Scan range(Instant from, Instant to) {
    return new Scan(ONE, BY_DATE, from, to, null, 10, List.of());
  }

  @Test
  void scan_pageWithMoreBehind_namesItsLastRow() {
    orders.write(batch(ONE, order("a"), order("b"), order("c")));
    Slice slice = orders.scan(page(null, 2));
    assertThat(texts(slice)).containsExactly(text("a", 1), text("b", 1));
    assertThat(slice.next()).isEqualTo(new Position(PLACED, "b"));
  }

  @Test
  void scan_lastPage_hasNoNext() {
    orders.write(batch(ONE, order("a"), order("b"), order("c")));
    assertThat(orders.scan(page(new Position(PLACED, "a"), 2)).next()).isNull();
    assertThat(orders.scan(page(new Position(PLACED, "b"), 2)).next()).isNull();
    Slice behindAll = orders.scan(page(new Position(PLACED, "c"), 2));
    assertThat(behindAll.pieces()).isEmpty();
    assertThat(behindAll.next()).isNull();
  }

  @Test
  void scan_afterARowThatIsGone_goesOnBehindItsPlace() {
    orders.write(batch(ONE, order("a"), order("c")));
    assertThat(texts(orders.scan(page(new Position(PLACED, "b"), 2))))
        .containsExactly(text("c", 1));
  }

  @Test
  void scan_afterARowBeforeTheRange_beginsWithTheRange() {
    orders.write(batch(ONE, order("a"), order("b", PLACED.plusSeconds(9))));
    Position early = new Position(PLACED.minusSeconds(9), "z");
    Scan scan =
        new Scan(ONE, BY_DATE, PLACED.plusSeconds(1), PLACED.plusSeconds(99), early, 2, List.of());
    assertThat(texts(orders.scan(scan))).containsExactly(text("b", 1));
  }

  private static Scan page(Position after, int limit) {
    return new Scan(ONE, BY_DATE, PLACED, PLACED, after, limit, List.of());
  }

  @Test
  void scan_filters_allHold() {
    orders.write(
        batch(
            ONE,
            draft("a").in(Region.US).status(OrderStatus.CLOSED).build(),
            draft("b").in(Region.DE).status(OrderStatus.CLOSED).build(),
            draft("c").in(Region.DE).status(OrderStatus.PENDING).build(),
            draft("d").in(Region.DE).status(OrderStatus.CLOSED).purchaseOrder("other").build()));
    Filter germany = Filter.of(Column.REGION, Set.of("DE"));
    Filter number = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO-1"));
    assertThat(texts(orders.scan(everything(ONE, CLOSED))))
        .containsExactly(text("a", 1), text("b", 1), text("d", 1));
    assertThat(texts(orders.scan(everything(ONE, CLOSED, germany))))
        .containsExactly(text("b", 1), text("d", 1));
    assertThat(texts(orders.scan(everything(ONE, germany, number, CLOSED))))
        .containsExactly(text("b", 1));
    assertThat(texts(orders.scan(everything(ONE, germany, number))))
        .containsExactly(text("b", 1), text("c", 1));
  }

  @Test
  void scan_filterOfNoValue_matchesNothing() {
    orders.write(batch(ONE, order("a")));
    Filter none = Filter.of(Column.ORDER_STATUS, Set.of());
    Filter pending = Filter.of(Column.ORDER_STATUS, Set.of("PENDING"));
    assertThat(orders.scan(everything(ONE, none)).pieces()).isEmpty();
    assertThat(orders.scan(everything(ONE, CLOSED, pending)).pieces()).isEmpty();
  }

  @Test
  void scan_filterOnUnknownColumn_neverMatches() {
    orders.write(batch(ONE, draft("a").in(null).purchaseOrder(null).build()));
    assertThat(orders.scan(everything(ONE, Filter.of(Column.REGION, Set.of("", "US")))).pieces())
        .isEmpty();
    assertThat(
            orders
                .scan(everything(ONE, Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of(""))))
                .pieces())
        .isEmpty();
  }

  @Test
  void scan_purchaseOrderNumber_isComparedByteByByte() {
    orders.write(
        batch(
            ONE,
            draft("a").purchaseOrder("po/1").build(),
            draft("b").purchaseOrder("PO/1").build(),
            draft("c").purchaseOrder("PO/1 ").build(),
            draft("d").purchaseOrder("' OR '1'='1").build()));
    Filter upper = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO/1"));
    assertThat(texts(orders.scan(everything(ONE, upper)))).containsExactly(text("b", 1));
    Filter quoted = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("' OR '1'='1"));
    assertThat(texts(orders.scan(everything(ONE, quoted)))).containsExactly(text("d", 1));
  }

  @Test
  void scan_viewNotSortedByOrderDate_keepsItsOwnOrderUnderFilters() {
    BusinessOrder early = draft("early").placedAt(PLACED.minusSeconds(60)).build();
    BusinessOrder late = draft("late").placedAt(PLACED).build();
    orders.write(
        batch(ONE, after(0, early, BACKWARDS, BY_DATE), after(0, late, BACKWARDS, BY_DATE)));
    Scan scan = new Scan(ONE, BACKWARDS, Instant.MIN, Instant.MAX, null, 10, List.of(CLOSED));
    assertThat(texts(orders.scan(scan)))
        .containsExactly("late#1@backwards/1", "early#1@backwards/1");
  }

  @Test
  void scan_otherVersionOfAView_isAnotherView() {
    orders.write(batch(ONE, after(0, order("a"), BY_DATE)));
    Scan scan = new Scan(ONE, BY_DATE_2, Instant.MIN, Instant.MAX, null, 10, List.of());
    assertThat(orders.scan(scan).pieces()).isEmpty();
  }

  @Test
  void scan_parts_followTheirRow() {
    orders.write(
        batch(
            ONE,
            after(0, order("a"), BY_DATE, BY_DATE_2, BACKWARDS),
            after(0, order("b", PLACED.plusSeconds(1)), BY_DATE, BY_DATE_2, BACKWARDS),
            after(0, order("c", PLACED.plusSeconds(2)), BY_DATE, BY_DATE_2, BACKWARDS)));
    for (Filter[] filters : new Filter[][] {{}, {CLOSED}}) {
      Slice slice = orders.scan(withParts(2, filters));
      assertThat(texts(slice))
          .containsExactly("a#1@byDate/1", "a#1@byDate/2", "b#1@byDate/1", "b#1@byDate/2");
      assertThat(slice.next()).isEqualTo(new Position(PLACED.plusSeconds(1), "b"));
    }
  }

  @Test
  void scan_partThatIsMissing_isEmpty() {
    orders.write(batch(ONE, after(0, order("a"), BY_DATE)));
    assertThat(texts(orders.scan(withParts(2)))).containsExactly("a#1@byDate/1", "");
  }

  private static Scan withParts(int limit, Filter... filters) {
    return new Scan(
        ONE,
        BY_DATE,
        Instant.EPOCH,
        Instant.MAX,
        null,
        limit,
        List.of(filters),
        List.of(BY_DATE_2));
  }

  @Test
  void places_areThoseOfThePage() {
    orders.write(batch(ONE, order("a"), order("c"), order("b", PLACED.plusSeconds(1))));
    assertThat(orders.places(everything(ONE)))
        .containsExactly(
            new Position(PLACED, "a"),
            new Position(PLACED, "c"),
            new Position(PLACED.plusSeconds(1), "b"));
    assertThat(orders.places(page(new Position(PLACED, "a"), 1)))
        .containsExactly(new Position(PLACED, "c"));
    assertThat(orders.places(everything(TWO))).isEmpty();
  }

  @Test
  void pieces_areThoseOfOneRecord() {
    orders.write(batch(ONE, after(0, order("a"), BY_DATE, BACKWARDS)));
    assertThat(orders.pieces(ONE, "a", List.of(BACKWARDS, BY_DATE)).orElseThrow())
        .extracting(piece -> new String(piece, UTF_8))
        .containsExactly("a#1@backwards/1", "a#1@byDate/1");
    assertThat(orders.pieces(ONE, "b", List.of(BY_DATE))).isEmpty();
    assertThat(orders.pieces(TWO, "a", List.of(BY_DATE))).isEmpty();
    assertThat(orders.pieces(ONE, "a", List.of(BY_DATE, BY_DATE_2))).isEmpty();
  }
}
