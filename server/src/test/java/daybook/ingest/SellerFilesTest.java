package daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.document.Defaults;
import daybook.document.Family;
import daybook.document.seller.SellerOrderDocument;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.SampleOrders;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.export.ExportLayout;
import daybook.export.ExportOptions;
import daybook.export.RecordExport;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved answers of getOrders come in and go out, among others or alone. */
final class SellerFilesTest {

  private static final AccountId SELLER = new AccountId("seller");
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final SellerOrder A = SampleSellerOrders.full("114-0000001-0000001");
  private static final SellerOrder B =
      SampleSellerOrders.draft("114-0000002-0000002").sellerOrderId("S-2").build();

  private final Catalogue catalogue = new Catalogue();
  private final Family<SellerOrder> family = catalogue.sellerOrders();
  private final List<ImportProblem> problems = new ArrayList<>();

  @TempDir private Path directory;
  private SqlStore store;

  @BeforeEach
  void open() {
    store = SqlStore.open(StoreOptions.sqlite(directory.resolve("store.db")));
    store.directory().addAccount(new Account(SELLER, AccountKind.SELLER, "Shop", NOW));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'payload':{'Orders':[%1$s,%2$s],'NextToken':'x','LastUpdatedBefore':'2025-01-01'}}",
        "{\n 'payload': {\n  'LastUpdatedBefore': 'x',\n  'Orders': [\n%1$s,\n%2$s\n]\n}\n}\n",
        "{'payload':{'Orders':[%1$s]}}\n{'payload':{'NextToken':'','Orders':[%2$s]}}\n",
        "[{'payload':{'Orders':[%1$s,%2$s]}}]",
        "{'Orders':[%1$s,%2$s]}",
        "[%1$s,%2$s]",
        "%1$s\n%2$s\n"
      })
  void answer_isRead(String layout) {
    String text = layout.replace('\'', '"').formatted(written(A), written(B));

    ImportReport report = read(text);

    assertThat(problems).isEmpty();
    assertThat(report.written()).isEqualTo(new Tally(2, 0, 0));
    assertThat(stored()).containsExactly(A, B);
  }

  @Test
  void amazonsOwnExample_isRead() throws IOException {
    try (InputStream example = getClass().getResourceAsStream("/orders0/answer.json")) {
      read(new String(example.readAllBytes(), UTF_8));
    }

    assertThat(problems).isEmpty();
    assertThat(stored()).hasSize(1);
    assertThat(stored().get(0).shippingAddress().place().city()).isEqualTo("Canton");
  }

  @Test
  void orderWithoutMarketplace_isTakenWithAWarning() {
    String lost = written(A).replaceFirst("\"MarketplaceId\":\"[^\"]*\",?", "");

    read(lost);

    assertThat(stored()).hasSize(1);
    assertThat(problems)
        .extracting(ImportProblem::reason)
        .containsExactly(
            "1 seller orders from here on show no marketplace:"
                + " until another source shows it, no listing finds them");
  }

  @Test
  void emptyAnswer_isNoProblem() {
    read("{\"payload\":{\"Orders\":[],\"LastUpdatedBefore\":\"2025-01-01T00:00:00Z\"}}");

    assertThat(stored()).isEmpty();
  }

  @Test
  void orderWithoutItsDate_isRefusedByName() {
    read("{\"AmazonOrderId\":\"114-0000001-0000001\",\"OrderStatus\":\"Pending\"}");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).reason()).contains("PurchaseDate");
    assertThat(new String(problems.get(0).toJson(), UTF_8))
        .contains("\"sellerOrderId\":\"114-0000001-0000001\"");
    assertThat(stored()).isEmpty();
  }

  @Test
  void ordersOfBothSides_goToTheirOwnTables() {
    String bought =
        new String(
            catalogue.orders().shapes().get(0).write(SampleOrders.order("114-0000003-0000003")),
            UTF_8);

    read(written(A) + "\n" + bought + "\n");

    assertThat(problems).isEmpty();
    assertThat(stored()).containsExactly(A);
    assertThat(store.orders().holdings(SELLER).records()).isEqualTo(1);
  }

  @Test
  void laterAnswer_completesTheEarlierOne() {
    read(written(A));
    SellerOrder plain =
        SampleSellerOrders.draft(A.amazonOrderId())
            .status(SellerOrderStatus.CANCELED)
            .updatedAt(SampleSellerOrders.UPDATED.plusSeconds(60))
            .to(null)
            .boughtBy(null)
            .build();
    read(written(plain));

    assertThat(stored()).hasSize(1);
    assertThat(stored().get(0).status()).isEqualTo(SellerOrderStatus.CANCELED);
    assertThat(stored().get(0).buyer()).isEqualTo(A.buyer());
    assertThat(stored().get(0).shippingAddress()).isEqualTo(A.shippingAddress());
  }

  @Test
  void sameAnswerTwice_changesNothing() {
    read(written(A));

    assertThat(read(written(A)).written()).isEqualTo(new Tally(0, 0, 1));
  }

  @ParameterizedTest
  @EnumSource(ExportLayout.class)
  void export_isReadBackWithoutLoss(ExportLayout layout) throws IOException {
    read(written(A) + written(B));
    String exported = exported(layout);
    close();
    store = SqlStore.open(StoreOptions.sqlite(directory.resolve("other.db")));
    store.directory().addAccount(new Account(SELLER, AccountKind.SELLER, "Shop", NOW));

    read(exported);

    assertThat(stored()).containsExactly(A, B);
    assertThat(exported(layout)).isEqualTo(exported);
  }

  @Test
  void pages_areWholeAnswers() throws IOException {
    read(written(B));

    assertThat(exported(ExportLayout.PAGES))
        .isEqualTo("{\"payload\":{\"Orders\":[" + written(B) + "]}}\n");
  }

  private String exported(ExportLayout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RecordExport<>(store, family.kind(), family.viewIds().get(0))
        .write(ExportOptions.all(SELLER, layout), family.shapes().get(0), out, count -> {});
    return out.toString(UTF_8);
  }

  private ImportReport read(String text) {
    store.views().complete(catalogue.viewIds());
    FileImport files =
        new FileImport(
            store,
            catalogue.families(),
            InstantSource.fixed(NOW),
            new ByteArrayInputStream(text.getBytes(UTF_8)));
    ImportOptions options = new ImportOptions(SELLER, Defaults.NONE, OnError.SKIP, null, directory);
    return files.run(List.of("-"), options, problems::add, (bytes, total, records) -> {});
  }

  private List<SellerOrder> stored() {
    return store.sellerOrders().documents(SELLER, null, 100).stream()
        .map(found -> SellerOrderDocument.decode(found.document()))
        .toList();
  }

  private String written(SellerOrder order) {
    return new String(family.shapes().get(0).write(order), UTF_8);
  }
}
