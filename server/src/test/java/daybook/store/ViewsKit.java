package daybook.store;

import static daybook.domain.SampleOrders.PLACED;
import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BACKWARDS;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.BY_DATE_2;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.TWO;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.pieces;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with views. */
public abstract class ViewsKit {

  private Store store;
  private Views views;

  /** Opens an empty store. */
  protected abstract Store emptyStore() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = emptyStore();
    views = store.views();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void complete_storeWithoutRecords_makesAllWantedComplete() {
    assertThat(views.complete(List.of(BY_DATE, BACKWARDS)))
        .containsExactlyInAnyOrder(BY_DATE, BACKWARDS);
    store.orders().write(batch(ONE, after(0, order("a"), BY_DATE, BACKWARDS)));
    assertThat(views.complete(List.of(BY_DATE, BACKWARDS)))
        .containsExactlyInAnyOrder(BY_DATE, BACKWARDS);
  }

  @Test
  void complete_storeWithRecords_leavesNewViewsOut() {
    views.complete(List.of(BY_DATE));
    store.orders().write(batch(ONE, order("a")));
    assertThat(views.complete(List.of(BY_DATE, BY_DATE_2))).containsExactly(BY_DATE);
  }

  @Test
  void complete_viewThatAnOrderWasWrittenWithout_isCompleteNoLonger() {
    views.complete(List.of(BY_DATE, BACKWARDS));
    store.orders().write(batch(ONE, order("a")));
    assertThat(views.complete(List.of(BY_DATE, BACKWARDS))).containsExactly(BY_DATE);
  }

  @Test
  void write_changedByAProgramWithANewerView_dropsThePieceOfTheOldOne() {
    views.complete(List.of(BY_DATE));
    store.orders().write(batch(ONE, order("a"), order("b")));
    store.orders().write(batch(ONE, after(1, order("a"), BY_DATE_2)));
    assertThat(views.complete(List.of(BY_DATE))).isEmpty();
    assertThat(count(ONE, BY_DATE)).isEqualTo(1);
    assertThat(count(ONE, BY_DATE_2)).isEqualTo(1);
  }

  @Test
  void retainOnly_completesThoseAndDropsTheOthers() {
    BusinessOrder[] many =
        IntStream.range(0, 1201).mapToObj(i -> order("o" + i)).toArray(BusinessOrder[]::new);
    views.complete(List.of(BY_DATE));
    for (AccountId account : List.of(ONE, TWO)) {
      store.orders().write(batch(account, many));
      views.begin(account, List.of(BY_DATE_2));
      store
          .orders()
          .replacePieces(
              account,
              IntStream.range(0, many.length)
                  .mapToObj(i -> new Rendered("o" + i, 1, pieces(many[i], 1, BY_DATE, BY_DATE_2)))
                  .toList());
    }
    assertThat(views.retainOnly(ONE, List.of(BY_DATE_2))).isTrue();
    assertThat(views.complete(List.of(BY_DATE, BY_DATE_2))).isEmpty();
    assertThat(views.retainOnly(TWO, List.of(BY_DATE_2))).isTrue();
    assertThat(views.complete(List.of(BY_DATE, BY_DATE_2))).containsExactly(BY_DATE_2);
    for (AccountId account : List.of(ONE, TWO)) {
      assertThat(count(account, BY_DATE)).isZero();
      assertThat(count(account, BY_DATE_2)).isEqualTo(many.length);
    }
  }

  @Test
  void retainOnly_again_changesNothing() {
    views.complete(List.of(BY_DATE));
    store.orders().write(batch(ONE, order("a")));
    assertThat(views.retainOnly(ONE, List.of(BY_DATE))).isTrue();
    assertThat(views.retainOnly(ONE, List.of(BY_DATE))).isTrue();
    assertThat(views.complete(List.of(BY_DATE))).containsExactly(BY_DATE);
    assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(1);
  }

  @Test
  void complete_isToldOfAllAccountsTogether() {
    store.orders().write(batch(ONE, after(0, order("a"), BY_DATE, BACKWARDS)));
    assertThat(views.complete(List.of(BY_DATE, BACKWARDS, BY_DATE_2)))
        .containsExactlyInAnyOrder(BY_DATE, BACKWARDS);
    store.orders().write(batch(TWO, after(0, order("a"), BACKWARDS, BY_DATE_2)));
    assertThat(views.complete(List.of(BY_DATE, BACKWARDS, BY_DATE_2))).containsExactly(BACKWARDS);
  }

  @Test
  void complete_settledAccountWithoutRecords_lacksNothing() {
    store.orders().settle(ONE, PLACED);
    assertThat(views.complete(List.of(BY_DATE))).containsExactly(BY_DATE);
    views.begin(ONE, List.of(BY_DATE));
    assertThat(views.retainOnly(ONE, List.of(BY_DATE))).isTrue();
    assertThat(views.complete(List.of(BY_DATE))).containsExactly(BY_DATE);
  }

  @Test
  void complete_recordWithoutAnyPiece_lacksAll() {
    store.orders().write(batch(ONE, after(0, order("a"))));
    store.orders().write(batch(TWO, after(0, order("a"), new ViewId[0])));
    assertThat(views.complete(List.of(BY_DATE))).isEmpty();
  }

  @Test
  void retainOnly_neverBegun_changesNothing() {
    store.orders().write(batch(ONE, order("a")));
    assertThat(views.retainOnly(ONE, List.of(BY_DATE_2))).isFalse();
    assertThat(views.complete(List.of(BY_DATE, BY_DATE_2))).containsExactly(BY_DATE);
    assertThat(count(ONE, BY_DATE)).isEqualTo(1);
  }

  @Test
  void retainOnly_recordWrittenWithoutThePieceSinceItBegan_changesNothing() {
    store.orders().write(batch(ONE, order("a")));
    views.begin(ONE, List.of(BY_DATE_2));
    BusinessOrder a = order("a");
    store.orders().replacePieces(ONE, List.of(new Rendered("a", 1, pieces(a, 1, BY_DATE_2))));
    store.orders().write(batch(ONE, after(0, order("b"), BY_DATE)));
    assertThat(views.retainOnly(ONE, List.of(BY_DATE_2))).isFalse();
    assertThat(views.complete(List.of(BY_DATE_2))).isEmpty();
    assertThat(count(ONE, BY_DATE)).isEqualTo(1);
  }

  @Test
  void retainOnly_recordWrittenWithThePieceSinceItBegan_completes() {
    store.orders().write(batch(ONE, order("a")));
    views.begin(ONE, List.of(BY_DATE_2));
    store.orders().write(batch(ONE, after(0, order("b"), BY_DATE_2)));
    BusinessOrder a = order("a");
    store.orders().replacePieces(ONE, List.of(new Rendered("a", 1, pieces(a, 1, BY_DATE_2))));
    assertThat(views.retainOnly(ONE, List.of(BY_DATE_2))).isTrue();
    assertThat(views.complete(List.of(BY_DATE_2))).containsExactly(BY_DATE_2);
    assertThat(count(ONE, BY_DATE_2)).isEqualTo(2);
  }

  private int count(AccountId account, ViewId view) {
    Scan all = new Scan(account, view, Instant.MIN, Instant.MAX, null, 10_000, List.of());
    return store.orders().scan(all).pieces().size();
  }
}
