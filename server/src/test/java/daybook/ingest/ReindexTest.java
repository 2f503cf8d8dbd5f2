package daybook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.View;
import daybook.document.BusinessOrders;
import daybook.document.Family;
import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import daybook.store.RecordKind;
import daybook.store.Scan;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReindexTest {

  private static final AccountId OTHER = new AccountId("other");

  /** A view that says its version and the order's id. */
  private record Named(ViewId id) implements View<BusinessOrder> {

    Named(int version) {
      this(new ViewId(RecordKind.BUSINESS_ORDER, "named", version));
    }

    @Override
    public Instant sortInstant(BusinessOrder order) {
      return order.orderDate();
    }

    @Override
    public byte[] render(BusinessOrder order) {
      return (id + " " + order.orderId()).getBytes(StandardCharsets.UTF_8);
    }
  }

  @TempDir private Path directory;
  private TestFiles files;

  @BeforeEach
  void open() {
    files = new TestFiles(directory);
    files.addAccount(OTHER);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void everyOrderOfEveryAccount_isRenderedAgain() {
    files.store().views().complete(List.of(new Named(1).id()));
    write(new Named(1), TestFiles.ACCOUNT, 1200);
    write(new Named(1), OTHER, 3);
    List<StoredDocument> before = files.documents();
    List<Long> progress = new ArrayList<>();

    long count = new Reindex(files.store(), List.of(family(new Named(2)))).run(progress::add);

    assertThat(count).isEqualTo(1203);
    assertThat(progress).isSorted().hasSizeGreaterThan(2).endsWith(1203L);
    assertThat(scan(2, TestFiles.ACCOUNT)).hasSize(1200).startsWith("named/2 114-0000000");
    assertThat(scan(2, OTHER))
        .containsExactly("named/2 114-0000000", "named/2 114-0000001", "named/2 114-0000002");
    assertThat(scan(1, TestFiles.ACCOUNT)).isEmpty();
    assertThat(files.store().views().complete(List.of(new Named(1).id(), new Named(2).id())))
        .containsExactly(new Named(2).id());
    assertThat(files.documents())
        .extracting(StoredDocument::asOf)
        .isEqualTo(before.stream().map(StoredDocument::asOf).toList());
  }

  @Test
  void anEmptyStore_isDoneAtOnce() {
    assertThat(new Reindex(files.store(), List.of(family(new Named(2)))).run(done -> {})).isZero();
    assertThat(files.store().views().complete(List.of(new Named(2).id()))).hasSize(1);
  }

  @Test
  void ordersThatChangeMeanwhile_areRenderedAsTheyAreThen() {
    write(new Named(1), TestFiles.ACCOUNT, 700);
    RecordWriter<BusinessOrder> writer = new RecordWriter<>(files.store(), family(new Named(2)));
    Reindex reindex = new Reindex(files.store(), List.of(family(new Named(2))));
    long count =
        reindex.run(
            done -> {
              BusinessOrder changed =
                  SampleOrders.draft("114-0000699").purchaseOrder("PO-" + done).build();
              AsOf later = new AsOf(TestFiles.NOW, done);
              writer.write(TestFiles.ACCOUNT, List.of(new Observed<>(changed, later)));
            });
    assertThat(count).isEqualTo(700);
    assertThat(scan(2, TestFiles.ACCOUNT)).hasSize(700);
  }

  private void write(View<BusinessOrder> view, AccountId account, int orders) {
    List<Observed<BusinessOrder>> batch = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      BusinessOrder order = SampleOrders.order("114-%07d".formatted(i));
      batch.add(new Observed<>(order, new AsOf(TestFiles.NOW, -1)));
    }
    new RecordWriter<>(files.store(), family(view)).write(account, batch);
  }

  private static Family<BusinessOrder> family(View<BusinessOrder> view) {
    return new Family<>(new BusinessOrders(), List.of(view), List.of());
  }

  private List<String> scan(int version, AccountId account) {
    Scan scan =
        new Scan(
            account,
            new Named(version).id(),
            SampleOrders.PLACED,
            SampleOrders.PLACED,
            null,
            5000,
            List.of());
    return files.store().orders().scan(scan).pieces().stream()
        .map(piece -> new String(piece, StandardCharsets.UTF_8))
        .toList();
  }
}
