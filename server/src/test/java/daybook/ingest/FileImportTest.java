package daybook.ingest;

import static daybook.ingest.TestFiles.gzip;
import static daybook.ingest.TestFiles.order;
import static daybook.ingest.TestFiles.report;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.document.Defaults;
import daybook.domain.BusinessOrder;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.store.Scan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileImportTest {

  private static final BusinessOrder A = SampleOrders.order("114-0000001-0000001");
  private static final BusinessOrder B = SampleOrders.order("114-0000002-0000002");
  private static final BusinessOrder C = SampleOrders.order("D01-0000003-0000003");
  private static final List<String> ALL = List.of(A.orderId(), B.orderId(), C.orderId());

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ordersReport':[%1$s,%2$s,%3$s],'nextPageToken':null,'size':3}",
        "{'nextPageToken':'x','ordersReport':[%1$s,%2$s]}\n{'ordersReport':[%3$s]}",
        "{\n'ordersReport' : [\n%1$s,\n%2$s\n, %3$s\n],\n'size' : 3\n}\n",
        "{\n  'ordersReport': [\n  %1$s,\n  %2$s\n  ]\n}\n{\n  'ordersReport': [\n  %3$s\n  ]\n}\n",
        "[%1$s,%2$s,%3$s]",
        "[\n%1$s,\n%2$s,\n%3$s\n]\n",
        "[{'ordersReport':[%1$s]},{'ordersReport':[%2$s,%3$s]}]",
        "%1$s\n%2$s\n%3$s\n",
        "%1$s\n\n%2$s\r\n%3$s",
        "%1$s%2$s%3$s",
        "{'status':200,'body':{'ordersReport':[%1$s,%2$s,%3$s]}}",
        "\uFEFF%1$s\n%2$s\n%3$s\n",
      })
  void layouts_areAllRead(String layout) {
    String text = layout.replace('\'', '"').formatted(report(A), report(B), report(C));
    ImportReport result = files.read(files.file("orders.json", text));
    assertThat(files.problems()).isEmpty();
    assertThat(files.ids()).isEqualTo(ALL);
    assertThat(result).isEqualTo(new ImportReport(1, 3, new Tally(3, 0, 0), 0, 0, null));
  }

  @Test
  void shapes_areToldRecordByRecord() {
    String mixed = report(A) + "\n" + order(B) + "\n{\"orders\":[" + order(C) + "]}\n";
    files.skipping().read(files.file("mixed", mixed));
    assertThat(files.ids()).isEqualTo(ALL);
    assertThat(files.stored().get(1).lineItems()).isEqualTo(B.lineItems());
    assertThat(files.stored().get(0).lineItems()).isNull();
  }

  @Test
  void aPageOfNothing_isGood() {
    Path file = files.file("empty.json", "{\"ordersReport\":[],\"nextPageToken\":null,\"size\":0}");
    assertThat(files.read(file)).isEqualTo(new ImportReport(1, 0, Tally.NONE, 0, 0, null));
  }

  @Test
  void gzip_isToldByItsContent() {
    byte[] packed = gzip(report(A).getBytes(StandardCharsets.UTF_8));
    files.read(files.file("orders.json", packed, TestFiles.NOW));
    assertThat(files.ids()).containsExactly(A.orderId());
    files.read(files.file("plain.gz", report(B)));
    assertThat(files.ids()).containsExactly(A.orderId(), B.orderId());
  }

  @Test
  void gzip_inSeveralPartsIsReadToItsEnd() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (BusinessOrder order : List.of(A, B, C)) {
      parts.write(gzip((report(order) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    files.standardInput(parts.toByteArray()).read("-");
    assertThat(files.ids()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,fffe", "UTF-16BE,feff"})
  void utf16_withAMarkIsConverted(String charset, String mark) throws IOException {
    String group = "日本語 \uD83D\uDE00";
    String text = report(A).replace("Laboratory", group) + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Integer.parseInt(mark.substring(0, 2), 16));
    bytes.write(Integer.parseInt(mark.substring(2), 16));
    for (int i = 0; i < 50; i++) {
      bytes.write(
          text.replace("114-0000001", "114-%07d".formatted(i)).getBytes(Charset.forName(charset)));
    }
    files.read(files.file("windows.json", bytes.toByteArray(), TestFiles.NOW));
    assertThat(files.problems()).isEmpty();
    assertThat(files.stored()).hasSize(50).allMatch(order -> group.equals(order.buyerGroupName()));
  }

  @Test
  void directories_areReadByNameAndWithoutHiddenFiles() {
    files.file("in/2/b.json", report(B));
    files.file("in/1/a.json", report(A));
    files.file("in/.hidden.json", "rubbish");
    files.file("in/.git/config", "rubbish");
    ImportReport result = files.read(directory.resolve("in"));
    assertThat(files.problems()).isEmpty();
    assertThat(result.files()).isEqualTo(2);
    assertThat(files.ids()).containsExactly(A.orderId(), B.orderId());
  }

  @Test
  void directories_areReadUpToTheFirstBadFile() {
    files.file("in/a.json", report(A));
    files.file("in/b.json", report(B) + "\nrubbish");
    files.file("in/c.json", report(C));
    ImportReport result = files.read(directory.resolve("in"));
    assertThat(files.ids()).containsExactly(A.orderId());
    assertThat(result.stoppedAt()).isEqualTo(directory.resolve("in/b.json").toString());
    assertThat(result.files()).isEqualTo(2);
    assertThat(result.refused()).isEqualTo(1);
    files.skipping().read(directory.resolve("in"));
    assertThat(files.ids()).isEqualTo(ALL);
  }

  @ParameterizedTest
  @EnumSource(OnError.class)
  void standardInput_isReadAndNothingIsLeftBehind(OnError onError) throws IOException {
    Path spool = Files.createDirectory(directory.resolve("spool"));
    String text = report(A) + "\n" + report(B);
    files.standardInput(text.getBytes(StandardCharsets.UTF_8));
    ImportReport result =
        files.read(new ImportOptions(TestFiles.ACCOUNT, Defaults.NONE, onError, null, spool), "-");
    assertThat(result.written().added()).isEqualTo(2);
    assertThat(files.documents())
        .extracting(found -> found.asOf().instant())
        .containsOnly(TestFiles.NOW);
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void asOf_isWhenTheFileWasChangedAndThePlaceInIt() {
    Instant changed = Instant.parse("2025-01-02T03:04:05.678901Z");
    String text = report(A) + "\n" + report(B);
    files.read(files.file("a", text.getBytes(StandardCharsets.UTF_8), changed));
    assertThat(files.documents())
        .extracting(found -> found.asOf().toString())
        .containsExactly(
            "AsOf[instant=2025-01-02T03:04:05.678Z, sequence=1]",
            "AsOf[instant=2025-01-02T03:04:05.678Z, sequence=2]");
  }

  @Test
  void asOf_canBeGiven() {
    Instant then = Instant.parse("2020-01-01T00:00:00Z");
    files.read(
        new ImportOptions(TestFiles.ACCOUNT, Defaults.NONE, OnError.STOP, then, directory),
        files.file("a", report(A)).toString());
    assertThat(files.documents().get(0).asOf().instant()).isEqualTo(then);
  }

  @Test
  void regions_areWarnedAboutWhenUnknown() {
    ImportReport result = files.read(files.file("a", order(A) + "\n" + order(B)));
    assertThat(result.warnings()).isEqualTo(1);
    assertThat(files.problems())
        .containsExactly(
            "1:1 warning 2 orders from here on show no region, and none is given for them:"
                + " until another source shows it, no filter by region finds them");
    assertThat(files.stored()).extracting(BusinessOrder::region).containsOnlyNulls();
  }

  @Test
  void regions_areTheGivenOneOnlyWhenUnknown() {
    BusinessOrder german = SampleOrders.draft(B.orderId()).in(Region.DE).build();
    String text = order(A) + "\n" + report(german) + "\n" + order(german);
    files.read(
        new ImportOptions(
            TestFiles.ACCOUNT, new Defaults(Region.CA), OnError.STOP, null, directory),
        files.file("a", text).toString());
    assertThat(files.problems()).isEmpty();
    assertThat(files.stored())
        .extracting(BusinessOrder::region)
        .containsExactly(Region.CA, Region.DE);
  }

  @Test
  void pieces_areRendered() {
    files.read(files.file("a", order(A)));
    Scan scan =
        new Scan(
            TestFiles.ACCOUNT,
            TestFiles.FAMILY.views().get(0).id(),
            A.orderDate(),
            A.orderDate(),
            null,
            10,
            List.of());
    assertThat(files.store().orders().scan(scan).pieces())
        .containsExactly(TestFiles.FAMILY.views().get(0).render(files.stored().get(0)));
  }

  @Test
  void manyOrders_areWrittenInBatches() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1234; i++) {
      text.append(report(SampleOrders.order("114-%07d".formatted(i)))).append('\n');
    }
    ImportReport result = files.read(files.file("many", text.toString()));
    assertThat(result.written()).isEqualTo(new Tally(1234, 0, 0));
    assertThat(files.ids()).hasSize(1234);
  }

  @Test
  void progress_reachesTheEnd() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append(report(SampleOrders.order("114-%07d".formatted(i)))).append('\n');
    }
    Path file = files.file("many", text.toString());
    List<String> told = new ArrayList<>();
    FileImport imports =
        new FileImport(
            files.store(), TestFiles.FAMILIES, InstantSource.fixed(TestFiles.NOW), System.in);
    imports.run(
        List.of(file.toString()),
        new ImportOptions(TestFiles.ACCOUNT, Defaults.NONE, OnError.STOP, null, directory),
        problem -> {},
        (bytes, total, orders) -> told.add(bytes + "/" + total + " " + orders));
    int length = text.length();
    assertThat(told).hasSizeGreaterThan(3).endsWith(2 * length + "/" + 2 * length + " 2000");
    assertThat(told.get(0)).endsWith("/" + 2 * length + " 0");
  }

  @Test
  void progress_ofStandardInputHasNoEnd() {
    List<Long> totals = new ArrayList<>();
    new FileImport(
            files.store(),
            TestFiles.FAMILIES,
            InstantSource.fixed(TestFiles.NOW),
            new java.io.ByteArrayInputStream(report(A).getBytes(StandardCharsets.UTF_8)))
        .run(
            List.of("-"),
            new ImportOptions(TestFiles.ACCOUNT, Defaults.NONE, OnError.SKIP, null, directory),
            problem -> {},
            (bytes, total, orders) -> totals.add(total));
    assertThat(totals).isNotEmpty().containsOnly(-1L);
  }

  @Test
  void aLaterFile_isNewer() {
    BusinessOrder renamed = SampleOrders.draft(A.orderId()).purchaseOrder("PO-2").build();
    byte[] old = report(A).getBytes(StandardCharsets.UTF_8);
    byte[] recent = report(renamed).getBytes(StandardCharsets.UTF_8);
    Path later = files.file("later", recent, TestFiles.NOW.plus(Duration.ofDays(1)));
    Path earlier = files.file("earlier", old, TestFiles.NOW);
    files.read(later, earlier);
    assertThat(files.stored().get(0).purchaseOrderNumber()).isEqualTo("PO-2");
  }
}
