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
import static daybook.store.SampleWrites.fresh;
import static daybook.store.SampleWrites.pieces;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.store.Records.Holdings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with orders, apart from paging through many. */
public abstract class OrdersKit {

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

  @Test
  void write_newOrder_canBeFound() {
    RecordWrite<BusinessOrder> write = fresh(order("a"));
    assertThat(orders.write(batch(ONE, write))).isTrue();
    StoredDocument found = orders.find(ONE, List.of("a", "absent")).get("a");
    assertThat(found.id()).isEqualTo("a");
    assertThat(found.document()).isEqualTo(write.document());
    assertThat(found.asOf()).isEqualTo(write.asOf());
    assertThat(found.revision()).isEqualTo(1);
    assertThat(orders.find(ONE, List.of("absent"))).isEmpty();
  }

  @Test
  void settle_neverMovesBack() {
    assertThat(orders.settled(ONE)).isEqualTo(Records.NEVER);
    orders.settle(ONE, PLACED, PLACED);
    assertThat(orders.settled(ONE)).isEqualTo(PLACED);
    orders.settle(ONE, PLACED.minusSeconds(1), PLACED.plusSeconds(999));
    assertThat(orders.settled(ONE)).isEqualTo(PLACED);
    assertThat(orders.settled(TWO)).isEqualTo(Records.NEVER);
  }

  @Test
  void settle_mayGoAheadButNotFurtherThanAllowed() {
    Instant most = PLACED.plusSeconds(3600);
    orders.settle(ONE, PLACED, most);
    Instant settled = orders.settled(ONE);
    assertThat(settled).isBetween(PLACED, most);
    orders.settle(ONE, most, most);
    assertThat(orders.settled(ONE)).isEqualTo(most);
  }

  @Test
  void write_madeBeforeMoreWasSettled_writesNothing() {
    orders.settle(ONE, PLACED, PLACED);
    assertThat(orders.write(batch(ONE, order("a")))).isFalse();
    assertThat(orders.write(new Batch<>(ONE, List.of(fresh(order("a"))), PLACED.minusMillis(1))))
        .isFalse();
    assertThat(orders.find(ONE, List.of("a"))).isEmpty();
    assertThat(orders.write(new Batch<>(ONE, List.of(fresh(order("a"))), PLACED))).isTrue();
    assertThat(orders.write(batch(TWO, order("a")))).isTrue();
  }

  @Test
  void write_nothing_succeeds() {
    assertThat(orders.write(new Batch<>(ONE, List.of()))).isTrue();
  }

  @Test
  void write_change_replacesDocumentAndPiece() {
    orders.write(batch(ONE, order("a")));
    assertThat(orders.write(batch(ONE, after(1, order("a"))))).isTrue();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 2));
    assertThat(orders.find(ONE, List.of("a")).get("a").revision()).isEqualTo(2);
    assertThat(document("a")).isEqualTo("document a#2");
  }

  @Test
  void write_changedOrderDate_movesThePiece() {
    orders.write(batch(ONE, order("a"), order("b")));
    orders.write(batch(ONE, after(1, order("a", PLACED.plusSeconds(5)))));
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("b", 1), text("a", 2));
    orders.write(batch(ONE, after(2, order("a", PLACED.minusSeconds(5)))));
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 3), text("b", 1));
    assertThat(texts(orders.scan(everything(ONE, CLOSED))))
        .containsExactly(text("a", 3), text("b", 1));
  }

  @Test
  void write_changedColumn_isFilteredByItsNewValue() {
    orders.write(batch(ONE, draft("a").status(OrderStatus.PENDING).purchaseOrder(null).build()));
    assertThat(orders.scan(everything(ONE, CLOSED)).pieces()).isEmpty();
    orders.write(
        batch(ONE, after(1, draft("a").status(OrderStatus.CLOSED).purchaseOrder("P").build())));
    assertThat(texts(orders.scan(everything(ONE, CLOSED)))).containsExactly(text("a", 2));
    Filter number = Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("P"));
    assertThat(texts(orders.scan(everything(ONE, number)))).containsExactly(text("a", 2));
  }

  @Test
  void write_staleRevision_writesNothing() {
    orders.write(batch(ONE, order("a"), order("b")));
    orders.write(batch(ONE, after(1, order("b"))));
    Batch<BusinessOrder> stale =
        batch(ONE, fresh(order("new")), after(1, order("a")), after(1, order("b")));
    assertThat(orders.write(stale)).isFalse();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 1), text("b", 2));
    assertThat(orders.find(ONE, List.of("new"))).isEmpty();
    assertThat(document("a")).isEqualTo("document a#1");
  }

  @Test
  void write_newOrderThatIsThere_writesNothing() {
    orders.write(batch(ONE, order("a")));
    assertThat(orders.write(batch(ONE, order("b"), order("a")))).isFalse();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 1));
  }

  @Test
  void write_changeOfAnAbsentOrder_writesNothing() {
    assertThat(orders.write(batch(ONE, after(1, order("a"))))).isFalse();
    assertThat(orders.find(ONE, List.of("a"))).isEmpty();
  }

  @Test
  void accounts_withTheSameIds_neverMix() {
    orders.write(batch(ONE, order("a"), order("b")));
    assertThat(orders.write(batch(TWO, order("a")))).isTrue();
    assertThat(orders.write(batch(TWO, after(1, order("a", PLACED.plusSeconds(1)))))).isTrue();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 1), text("b", 1));
    assertThat(texts(orders.scan(everything(TWO)))).containsExactly(text("a", 2));
    assertThat(texts(orders.scan(everything(TWO, CLOSED)))).containsExactly(text("a", 2));
    assertThat(orders.find(TWO, List.of("a", "b"))).containsOnlyKeys("a");
    assertThat(orders.documents(TWO, null, 10)).extracting(StoredDocument::id).containsExactly("a");
    assertThat(orders.holdings(TWO).records()).isEqualTo(1);
    assertThat(orders.replacePieces(TWO, List.of(new Rendered("b", 1, List.of())))).isFalse();
    assertThat(document("a")).isEqualTo("document a#1");
  }

  @Test
  void documents_arePagedByIdByteByByte() {
    orders.write(batch(ONE, order("b"), order("😀"), order("\uFFFD"), order("B"), order("a")));
    assertThat(orders.documents(ONE, null, 3))
        .extracting(StoredDocument::id)
        .containsExactly("B", "a", "b");
    List<StoredDocument> rest = orders.documents(ONE, "b", 3);
    assertThat(rest).extracting(StoredDocument::id).containsExactly("\uFFFD", "😀");
    assertThat(rest.get(0).document()).isEqualTo("document \uFFFD#1".getBytes(UTF_8));
    assertThat(orders.documents(ONE, "😀", 3)).isEmpty();
  }

  @Test
  void replacePieces_changesNothingElse() {
    BusinessOrder a = order("a");
    orders.write(batch(ONE, a, order("b")));
    StoredDocument before = orders.find(ONE, List.of("a")).get("a");
    assertThat(
            orders.replacePieces(
                ONE, List.of(new Rendered("a", 1, pieces(a, 7, BY_DATE, BY_DATE_2)))))
        .isTrue();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 7), text("b", 1));
    StoredDocument behind = orders.find(ONE, List.of("a")).get("a");
    assertThat(behind.revision()).isEqualTo(before.revision());
    assertThat(behind.document()).isEqualTo(before.document());
  }

  @Test
  void replacePieces_dropsPiecesOfOtherViewsAndPlaces() {
    BusinessOrder a = order("a");
    orders.write(batch(ONE, after(0, a, BY_DATE, BACKWARDS)));
    BusinessOrder moved = order("a", PLACED.plusSeconds(1));
    orders.replacePieces(ONE, List.of(new Rendered("a", 1, pieces(moved, 2, BY_DATE))));
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 2));
    Scan backwards = new Scan(ONE, BACKWARDS, Instant.MIN, Instant.MAX, null, 10, List.of());
    assertThat(orders.scan(backwards).pieces()).isEmpty();
    orders.write(batch(ONE, after(1, a)));
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 2));
  }

  @Test
  void replacePieces_staleRevision_writesNothing() {
    BusinessOrder a = order("a");
    BusinessOrder b = order("b");
    orders.write(batch(ONE, a, b));
    orders.write(batch(ONE, after(1, b)));
    assertThat(
            orders.replacePieces(
                ONE,
                List.of(
                    new Rendered("a", 1, pieces(a, 7, BY_DATE)),
                    new Rendered("b", 1, pieces(b, 7, BY_DATE)))))
        .isFalse();
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 1), text("b", 2));
  }

  @Test
  void holdings_countRecordsFromFirstToLast() {
    assertThat(orders.holdings(ONE)).isEqualTo(new Holdings(0, null, null));
    orders.write(batch(ONE, order("a"), order("b", PLACED.plusSeconds(7)), order("c")));
    assertThat(orders.holdings(ONE)).isEqualTo(new Holdings(3, PLACED, PLACED.plusSeconds(7)));
  }

  @Test
  void asOf_keepsMillisecondsAndSequence() {
    AsOf asOf = new AsOf(Instant.parse("2025-06-07T08:09:10.123Z"), Long.MAX_VALUE);
    RecordWrite<BusinessOrder> write =
        new RecordWrite<>("a", order("a"), new byte[] {1}, asOf, 0, List.of());
    orders.write(batch(ONE, write));
    assertThat(orders.find(ONE, List.of("a")).get("a").asOf()).isEqualTo(asOf);
  }

  @Test
  void writers_ofTheSameOrder_haveOneWinner() throws Exception {
    orders.write(batch(ONE, order("a")));
    Callable<Boolean> change = () -> orders.write(batch(ONE, after(1, order("a"))));
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> change).toList());
      int winners = 0;
      for (Future<Boolean> result : results) {
        winners += result.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(texts(orders.scan(everything(ONE)))).containsExactly(text("a", 2));
  }

  private String document(String orderId) {
    return new String(orders.find(ONE, List.of(orderId)).get(orderId).document(), UTF_8);
  }
}
