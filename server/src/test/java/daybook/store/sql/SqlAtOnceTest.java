package daybook.store.sql;

import static daybook.domain.SampleOrders.PLACED;
import static daybook.domain.SampleOrders.draft;
import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.BusinessOrder;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Records;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.Store;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a thread gets of a SQLite store that must not wait. */
final class SqlAtOnceTest {

  @TempDir Path folder;
  private Store store;
  private Records<BusinessOrder> atOnce;

  @BeforeEach
  void open() {
    store = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")).withReaders(1));
    atOnce = store.atOnce().orders();
    BusinessOrder[] rows = new BusinessOrder[300];
    for (int i = 0; i < rows.length; i++) {
      String number = i < 3 ? "FEW" : "MANY";
      rows[i] = draft("o" + i).purchaseOrder(number).build();
    }
    store.orders().write(batch(ONE, rows));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Scan unfiltered() {
    return new Scan(ONE, BY_DATE, Instant.EPOCH, PLACED.plusSeconds(9), null, 100, List.of());
  }

  private static Scan filtered(Column column, String value) {
    List<Filter> filters = List.of(Filter.of(column, Set.of(value)));
    return new Scan(ONE, BY_DATE, Instant.EPOCH, PLACED.plusSeconds(9), null, 100, filters);
  }

  @Test
  void unfilteredPage_isTheSame() {
    Slice page = atOnce.scan(unfiltered());
    assertThat(page.pieces()).hasSize(100);
    assertThat(page.next()).isEqualTo(store.orders().scan(unfiltered()).next()).isNotNull();
  }

  @Test
  void filtersOfOneIndex_areAnswered() {
    assertThat(atOnce.scan(filtered(Column.PURCHASE_ORDER_NUMBER, "FEW")).pieces()).hasSize(3);
    assertThat(atOnce.scan(filtered(Column.PURCHASE_ORDER_NUMBER, "MANY")).pieces()).hasSize(100);
    assertThat(atOnce.scan(filtered(Column.ORDER_STATUS, "CANCELLED")).pieces()).isEmpty();
  }

  @Test
  void filtersThatRowsMayFail_areNot() {
    Scan both =
        everything(
            ONE,
            Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("MANY")),
            Filter.of(Column.ORDER_STATUS, Set.of("CLOSED")));
    assertThatThrownBy(() -> atOnce.scan(both)).isInstanceOf(NotAtOnceException.class);
    assertThat(store.orders().scan(both).pieces()).hasSize(297);
  }

  @Test
  void filterOfManyValues_isNot() {
    Set<String> values =
        IntStream.range(0, 40).mapToObj(i -> "PO-" + i).collect(Collectors.toSet());
    Scan many = everything(ONE, Filter.of(Column.PURCHASE_ORDER_NUMBER, values));
    assertThatThrownBy(() -> atOnce.scan(many)).isInstanceOf(NotAtOnceException.class);
    assertThat(store.orders().scan(many).pieces()).isEmpty();
  }

  @Test
  void oneOrder_isAnswered() {
    assertThat(atOnce.pieces(ONE, "o7", List.of(BY_DATE))).isPresent();
    assertThat(atOnce.find(ONE, List.of("o7"))).containsKey("o7");
  }

  @Test
  void settling_isAnsweredOnlyWhereItNeedsNoWrite() {
    assertThatThrownBy(() -> atOnce.settle(ONE, PLACED)).isInstanceOf(NotAtOnceException.class);
    store.orders().settle(ONE, PLACED);
    atOnce.settle(ONE, PLACED);
    assertThat(atOnce.settled(ONE)).isEqualTo(PLACED);
  }

  @Test
  void writing_isNot() {
    assertThatThrownBy(() -> atOnce.write(batch(ONE, order("new"))))
        .isInstanceOf(NotAtOnceException.class);
    assertThatThrownBy(() -> atOnce.replacePieces(ONE, List.of()))
        .isInstanceOf(NotAtOnceException.class);
  }

  @Test
  void readersThatAreAllBusy_areNotWaitedFor() {
    StoreOptions one = StoreOptions.sqlite(folder.resolve("other.db")).withReaders(1);
    try (Sessions sessions = Sessions.open(one, SchemaVersion.CURRENT)) {
      Readers hasty = sessions.atOnce();
      assertThat(hasty.<Boolean>read(session -> true)).isTrue();
      sessions.read(
          busy -> {
            assertThatThrownBy(() -> hasty.read(session -> true))
                .isInstanceOf(NotAtOnceException.class);
            return true;
          });
      assertThat(hasty.<Boolean>readTogether(session -> true)).isTrue();
    }
  }

  @Test
  void closedStore_saysSo() {
    store.close();
    assertThatThrownBy(() -> atOnce.scan(everything(ONE))).isInstanceOf(StoreException.class);
  }
}
