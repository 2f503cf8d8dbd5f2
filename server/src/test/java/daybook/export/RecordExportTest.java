package daybook.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.contract.Shape;
import daybook.document.Defaults;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.RandomOrders;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.ingest.ImportOptions;
import daybook.ingest.Observed;
import daybook.ingest.OnError;
import daybook.ingest.RecordWriter;
import daybook.ingest.TestFiles;
import daybook.json.JsonForTests;
import daybook.store.RecordKind;
import daybook.store.StoreException;
import daybook.store.ViewId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordExportTest {

  private static final Shape<BusinessOrder> REPORTS = TestFiles.FAMILY.shapes().get(0);
  private static final Shape<BusinessOrder> ORDERS = TestFiles.FAMILY.shapes().get(1);
  private static final ViewId LISTING = TestFiles.FAMILY.views().get(0).id();

  @TempDir private Path directory;
  private TestFiles files;

  @BeforeEach
  void open() {
    files = new TestFiles(directory);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Provide
  Arbitrary<List<BusinessOrder>> orders() {
    return RandomOrders.orders().list().ofMaxSize(12);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void anExport_isTheSameAfterImportingIt(
      @ForAll("orders") List<BusinessOrder> orders,
      @ForAll ExportLayout layout,
      @ForAll boolean reports)
      throws IOException {
    Shape<BusinessOrder> shape = reports ? REPORTS : ORDERS;
    Path first = Files.createTempDirectory("daybook-export");
    Path second = Files.createTempDirectory("daybook-export");
    try (TestFiles from = new TestFiles(first);
        TestFiles to = new TestFiles(second)) {
      write(from, orders);
      byte[] exported = export(from, ExportOptions.all(TestFiles.ACCOUNT, layout), shape);
      if (exported.length > 0) {
        to.standardInput(exported).read("-");
      }
      assertThat(export(to, ExportOptions.all(TestFiles.ACCOUNT, layout), shape))
          .isEqualTo(exported);
    } finally {
      delete(first);
      delete(second);
    }
  }

  @Test
  void pages_areWholeAnswersOneALine() {
    write(files, samples(230));
    List<JsonNode> pages = lines(ExportLayout.PAGES, REPORTS);
    assertThat(pages).hasSize(3);
    assertThat(pages).extracting(page -> page.get("size").intValue()).containsExactly(100, 100, 30);
    assertThat(pages)
        .extracting(page -> page.get("ordersReport").size())
        .containsExactly(100, 100, 30);
    assertThat(pages).allMatch(page -> page.get("nextPageToken").isNull());
    assertThat(pages.get(0).fieldNames())
        .toIterable()
        .containsExactly("ordersReport", "nextPageToken", "size");
  }

  @Test
  void pages_thatAreFullAreNotFollowedByAnEmptyOne() {
    write(files, samples(200));
    assertThat(lines(ExportLayout.PAGES, ORDERS))
        .extracting(page -> page.get("orders").size())
        .containsExactly(100, 100);
  }

  @Test
  void aDocument_isOnePage() {
    write(files, samples(230));
    assertThat(lines(ExportLayout.DOCUMENT, ORDERS))
        .singleElement()
        .satisfies(page -> assertThat(page.get("orders")).hasSize(230))
        .satisfies(page -> assertThat(page.get("size").intValue()).isEqualTo(230));
  }

  @Test
  void arraysAndLines_holdTheRecordsAlone() {
    write(files, samples(3));
    assertThat(lines(ExportLayout.ARRAY, REPORTS))
        .singleElement()
        .satisfies(all -> assertThat(all).hasSize(3));
    assertThat(lines(ExportLayout.LINES, REPORTS))
        .hasSize(3)
        .allMatch(record -> record.has("orderMetadata"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PAGES | {'ordersReport':[],'nextPageToken':null,'size':0}",
        "DOCUMENT | {'ordersReport':[],'nextPageToken':null,'size':0}",
        "ARRAY | []",
        "LINES | ``",
      })
  void nothing_isStillGoodJson(ExportLayout layout, String expected) {
    String text = text(export(files, ExportOptions.all(TestFiles.ACCOUNT, layout), REPORTS));
    assertThat(text.strip()).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void orders_areSortedByDateThenId() {
    Instant early = Instant.parse("2025-01-01T00:00:00Z");
    Instant late = Instant.parse("2025-01-02T00:00:00Z");
    write(
        files,
        List.of(
            SampleOrders.order("114-1", late),
            SampleOrders.order("114-3", early),
            SampleOrders.order("114-2", early)));
    for (Shape<BusinessOrder> shape : List.of(REPORTS, ORDERS)) {
      assertThat(ids(ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.LINES), shape))
          .containsExactly("114-2", "114-3", "114-1");
    }
  }

  @Test
  void filters_chooseWhatIsWritten() {
    Instant day = SampleOrders.PLACED;
    write(
        files,
        List.of(
            SampleOrders.draft("114-1").placedAt(day.minusMillis(1)).build(),
            SampleOrders.draft("114-2").placedAt(day).in(Region.DE).build(),
            SampleOrders.draft("114-3").placedAt(day).status(OrderStatus.PENDING).build(),
            SampleOrders.draft("114-4").placedAt(day.plusMillis(1)).in(Region.UK).build()));
    assertThat(ids(options(day, null, Set.of(), Set.of()), REPORTS))
        .containsExactly("114-2", "114-3", "114-4");
    assertThat(ids(options(null, day, Set.of(), Set.of()), ORDERS))
        .containsExactly("114-1", "114-2", "114-3");
    assertThat(ids(options(day, day, Set.of(), Set.of()), REPORTS))
        .containsExactly("114-2", "114-3");
    assertThat(ids(options(null, null, Set.of(Region.DE, Region.UK), Set.of()), ORDERS))
        .containsExactly("114-2", "114-4");
    assertThat(ids(options(null, null, Set.of(), Set.of(OrderStatus.PENDING)), REPORTS))
        .containsExactly("114-3");
  }

  @Test
  void gzip_isPackedWhole() throws IOException {
    write(files, samples(50));
    ExportOptions plain = ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.PAGES);
    ExportOptions packed =
        new ExportOptions(
            TestFiles.ACCOUNT, null, null, Set.of(), Set.of(), ExportLayout.PAGES, true);
    byte[] bytes = export(files, packed, ORDERS);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(in.readAllBytes()).isEqualTo(export(files, plain, ORDERS));
    }
  }

  @Test
  void theShapeOf2021_showsAllThatIsStored() {
    BusinessOrder order = SampleOrders.order("114-1");
    write(files, List.of(order));
    byte[] line = export(files, ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.LINES), ORDERS);
    assertThat(text(line).strip()).isEqualTo(text(ORDERS.write(order)));
  }

  @Test
  void progress_countsTheOrders() throws IOException {
    write(files, samples(450));
    List<Long> told = new ArrayList<>();
    long count =
        new RecordExport<>(files.store(), TestFiles.FAMILY.kind(), LISTING)
            .write(
                ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.LINES),
                REPORTS,
                new ByteArrayOutputStream(),
                told::add);
    assertThat(count).isEqualTo(450);
    assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith(450L);
  }

  @Test
  void aStoreOfOtherViews_hasToBeReindexedFirst() {
    write(files, samples(1));
    ViewId other = new ViewId(RecordKind.BUSINESS_ORDER, "other", 9);
    RecordExport<BusinessOrder> export =
        new RecordExport<>(files.store(), TestFiles.FAMILY.kind(), other);
    assertThatThrownBy(
            () ->
                export.write(
                    ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.LINES),
                    REPORTS,
                    new ByteArrayOutputStream(),
                    count -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("daybook reindex");
  }

  @Test
  void anExportOf2021_getsItsRegionBackOnImport() throws IOException {
    write(files, samples(3));
    byte[] exported =
        export(files, ExportOptions.all(TestFiles.ACCOUNT, ExportLayout.PAGES), ORDERS);
    Path other = Files.createTempDirectory("daybook-export");
    try (TestFiles to = new TestFiles(other).standardInput(exported)) {
      to.read(
          new ImportOptions(TestFiles.ACCOUNT, new Defaults(Region.US), OnError.STOP, null, other),
          "-");
      assertThat(to.stored()).extracting(BusinessOrder::region).containsOnly(Region.US);
      assertThat(to.ids()).isEqualTo(files.ids());
    } finally {
      delete(other);
    }
  }

  private static ExportOptions options(
      Instant from, Instant to, Set<Region> regions, Set<OrderStatus> statuses) {
    return new ExportOptions(
        TestFiles.ACCOUNT, from, to, regions, statuses, ExportLayout.LINES, false);
  }

  private List<String> ids(ExportOptions options, Shape<BusinessOrder> shape) {
    return text(export(files, options, shape))
        .lines()
        .map(line -> shape.id(shape.read(JsonForTests.object(line))))
        .toList();
  }

  private List<JsonNode> lines(ExportLayout layout, Shape<BusinessOrder> shape) {
    return text(export(files, ExportOptions.all(TestFiles.ACCOUNT, layout), shape))
        .lines()
        .map(line -> JsonForTests.tree(line.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static byte[] export(TestFiles files, ExportOptions options, Shape<BusinessOrder> shape) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new RecordExport<>(files.store(), TestFiles.FAMILY.kind(), LISTING)
          .write(options, shape, out, count -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<BusinessOrder> samples(int count) {
    List<BusinessOrder> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      orders.add(SampleOrders.order("114-%07d".formatted(i)));
    }
    return orders;
  }

  private static void write(TestFiles files, List<BusinessOrder> orders) {
    List<Observed<BusinessOrder>> batch =
        orders.stream().map(order -> new Observed<>(order, new AsOf(TestFiles.NOW, 0))).toList();
    new RecordWriter<>(files.store(), TestFiles.FAMILY).write(TestFiles.ACCOUNT, batch);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> below = Files.walk(directory)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
