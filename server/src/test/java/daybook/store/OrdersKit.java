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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
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

/** What every store must do with orders that are written. */
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
  void idWithNul_isKeptByNone_andFoundByNobody() {
    orders.write(batch(ONE, order("a\uFFFD")));
    assertThatThrownBy(() -> fresh(order("a\0"))).isInstanceOf(IllegalArgumentException.class);
    assertThat(orders.pieces(ONE, "a\0", List.of(BY_DATE))).isEmpty();
    assertThat(orders.pieces(ONE, "a\uFFFD", List.of(BY_DATE))).isPresent();
  }

  @Test
  void settle_neverMovesBack() {
    assertThat(orders.settled(ONE)).isEqualTo(Records.NEVER);
    orders.settle(ONE, PLACED);
    assertThat(orders.settled(ONE)).isEqualTo(PLACED);
    orders.settle(ONE, PLACED.minusSeconds(1));
    assertThat(orders.settled(ONE)).isEqualTo(PLACED);
    orders.settle(ONE, PLACED.plusSeconds(1));
    assertThat(orders.settled(ONE)).isEqualTo(PLACED.plusSeconds(1));
    assertThat(orders.settled(TWO)).isEqualTo(Records.NEVER);
  }

  @Test
  void write_madeBeforeMoreWasSettled_writesNothing() {
    orders.settle(ONE, PLACED);
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
