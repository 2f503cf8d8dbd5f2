package daybook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.document.Defaults;
import daybook.document.OrderDocument;
import daybook.domain.AccountId;
import daybook.domain.Amounts;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordWriterTest {

  private static final Instant DAY_1 = Instant.parse("2025-05-01T00:00:00Z");
  private static final Instant DAY_2 = Instant.parse("2025-05-02T00:00:00Z");
  private static final Instant DAY_3 = Instant.parse("2025-05-03T00:00:00Z");
  private static final String ID = "114-1";

  @TempDir private Path directory;
  private TestFiles files;
  private RecordWriter<BusinessOrder> writer;

  @BeforeEach
  void open() {
    files = new TestFiles(directory);
    writer = new RecordWriter<>(files.store(), TestFiles.FAMILY);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void newOrders_areAdded() {
    assertThat(write(at(DAY_1, "PO-1"))).isEqualTo(new Tally(1, 0, 0));
    assertThat(stored().revision()).isEqualTo(1);
    assertThat(stored().asOf()).isEqualTo(new AsOf(DAY_1, 0));
    assertThat(purchaseOrder()).isEqualTo("PO-1");
  }

  @Test
  void views_areCompleteInAStoreThatWasEmpty() {
    write(at(DAY_1, "PO-1"));
    List<ViewId> ids = TestFiles.FAMILY.viewIds();
    assertThat(files.store().views().complete(ids)).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void anEmptyBatch_doesNothing() {
    assertThat(write()).isEqualTo(Tally.NONE);
  }

  @Test
  void whatIsShownLater_wins() {
    write(at(DAY_1, "PO-1"));
    assertThat(write(at(DAY_2, "PO-2"))).isEqualTo(new Tally(0, 1, 0));
    assertThat(purchaseOrder()).isEqualTo("PO-2");
    assertThat(stored().asOf().instant()).isEqualTo(DAY_2);
  }

  @Test
  void whatWasShownEarlier_onlyFillsGaps() {
    write(at(DAY_2, null));
    assertThat(write(at(DAY_1, "PO-1"))).isEqualTo(new Tally(0, 1, 0));
    assertThat(write(at(DAY_1.minusSeconds(1), "PO-0"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(purchaseOrder()).isEqualTo("PO-1");
    assertThat(stored().asOf().instant()).isEqualTo(DAY_2);
  }

  @Test
  void theSameAgain_isNotWritten() {
    write(at(DAY_1, "PO-1"));
    assertThat(write(at(DAY_1, "PO-1"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(stored().revision()).isEqualTo(1);
  }

  @Test
  void theSameMoment_doesNotOverwrite() {
    write(at(DAY_1, "PO-1"));
    assertThat(write(at(DAY_1, "PO-2"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(purchaseOrder()).isEqualTo("PO-1");
  }

  @Test
  void partsOfAMillisecond_areNotLater() {
    write(at(DAY_1.plusNanos(1), "PO-1"));
    assertThat(write(at(DAY_1.plusNanos(999_999), "PO-1"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(stored().revision()).isEqualTo(1);
  }

  @Test
  void anUnchangedOrder_isNotOverwrittenByOneFromInBetween() {
    write(at(DAY_1, "PO-1"));
    assertThat(write(at(DAY_3, "PO-1"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(write(at(DAY_2, "PO-2"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(purchaseOrder()).isEqualTo("PO-1");
  }

  @Test
  void repeats_inABatchAreMergedInTheirOrder() {
    assertThat(write(at(DAY_1, "PO-1"), at(DAY_3, "PO-3"), at(DAY_2, "PO-2")))
        .isEqualTo(new Tally(1, 1, 1));
    assertThat(purchaseOrder()).isEqualTo("PO-3");
    assertThat(stored().revision()).isEqualTo(1);
  }

  @Test
  void peopleOfEarlierViews_areNotMixedWhenTheyComeAgain() {
    Observed<BusinessOrder> nameless = by(new Customer("A1", null, "nobody@example.com"), 1);
    Observed<BusinessOrder> ann = by(new Customer(null, "Ann", null), 2);
    Observed<BusinessOrder> bob = by(new Customer(null, "Bob", null), 3);
    write(nameless, ann, bob);
    assertThat(files.stored().get(0).buyingCustomer()).isEqualTo(bob.row().buyingCustomer());
    assertThat(write(nameless, ann, bob)).isEqualTo(new Tally(0, 0, 3));
  }

  @Test
  void theFallbackRegion_isForOrdersWithoutOne() {
    BusinessOrder nowhere = SampleOrders.draft(ID).in(null).build();
    writer.write(
        TestFiles.ACCOUNT,
        List.of(new Observed<>(nowhere, new AsOf(DAY_1, 0))),
        new Defaults(Region.CA));
    assertThat(files.stored().get(0).region()).isEqualTo(Region.CA);
    writer.write(TestFiles.ACCOUNT, List.of(at(DAY_2, "PO-1")), new Defaults(Region.MX));
    assertThat(files.stored().get(0).region()).isEqualTo(Region.US);
  }

  @Test
  void accounts_areApart() {
    AccountId other = new AccountId("other");
    files.addAccount(other);
    write(at(DAY_1, "PO-1"));
    assertThat(writer.write(other, List.of(at(DAY_1, "PO-2")))).isEqualTo(new Tally(1, 0, 0));
    assertThat(purchaseOrder()).isEqualTo("PO-1");
  }

  /** Every writer shows the same orders at other moments: the latest must win, whoever is last. */
  @Test
  void writersAtTheSameTime_loseNothing() throws Exception {
    int writers = 4;
    int rounds = 25;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Tally>> work = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        int number = w;
        work.add(() -> rounds(rounds, number));
      }
      Tally sum = Tally.NONE;
      for (Future<Tally> done : threads.invokeAll(work)) {
        sum = sum.plus(done.get());
      }
      assertThat(sum.added()).isEqualTo(10);
      assertThat(sum.added() + sum.changed() + sum.unchanged()).isEqualTo(10L * writers * rounds);
    } finally {
      threads.shutdownNow();
    }
    assertThat(files.documents())
        .hasSize(10)
        .allSatisfy(
            found -> {
              assertThat(found.asOf()).isEqualTo(new AsOf(DAY_1, 99));
              assertThat(OrderDocument.decode(found.document()).purchaseOrderNumber())
                  .isEqualTo("PO-99");
            });
  }

  private Tally rounds(int rounds, int writerNumber) {
    Tally tally = Tally.NONE;
    for (int round = 0; round < rounds; round++) {
      int moment = (round * 4 + writerNumber) % 100;
      List<Observed<BusinessOrder>> batch = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        BusinessOrder order = SampleOrders.draft("114-" + i).purchaseOrder("PO-" + moment).build();
        batch.add(new Observed<>(order, new AsOf(DAY_1, moment)));
      }
      tally = tally.plus(writer.write(TestFiles.ACCOUNT, batch));
    }
    return tally;
  }

  @SafeVarargs
  private Tally write(Observed<BusinessOrder>... batch) {
    return writer.write(TestFiles.ACCOUNT, List.of(batch));
  }

  private StoredDocument stored() {
    return files.documents().get(0);
  }

  private String purchaseOrder() {
    return files.stored().get(0).purchaseOrderNumber();
  }

  private static Observed<BusinessOrder> at(Instant instant, String purchaseOrder) {
    BusinessOrder order =
        SampleOrders.draft(ID).purchaseOrder(purchaseOrder).status(OrderStatus.PENDING).build();
    return new Observed<>(order, new AsOf(instant, 0));
  }

  private static Observed<BusinessOrder> by(Customer buyer, long sequence) {
    BusinessOrder order =
        new BusinessOrder(
            ID,
            DAY_1,
            Region.US,
            null,
            OrderStatus.PENDING,
            null,
            Amounts.UNKNOWN,
            buyer,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new Observed<>(order, new AsOf(DAY_1, sequence));
  }
}
