package daybook.ingest;

import static daybook.ingest.TestFiles.gzip;
import static daybook.ingest.TestFiles.order;
import static daybook.ingest.TestFiles.report;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import daybook.ingest.ImportProblem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad input: what is said about it, and what is kept. */
final class BadFilesTest {

  private static final BusinessOrder A = SampleOrders.order("114-0000001-0000001");
  private static final BusinessOrder B = SampleOrders.order("114-0000002-0000002");
  private static final String GOOD = report(A);
  private static final String ALSO_GOOD = report(B);

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

  static Stream<Arguments> linesInTheMiddle() {
    return Stream.of(
        bad(
            "broken JSON",
            "{\"orderMetadata\":",
            "2:18 broken JSON: it ends in the middle of a value"),
        bad("no JSON", "rubbish", "2:1 broken JSON: Unrecognized token 'rubbish'"),
        bad("half a line", GOOD.substring(0, 300), "2:301 broken JSON: it ends in the middle"),
        bad(
            "wrong type",
            GOOD.replace("\"CLOSED\"", "7"),
            "2:1 orderStatus: expected a string, found 7"),
        bad(
            "missing id",
            GOOD.replace("\"orderId\"", "\"id\""),
            "2:1 orderMetadata.orderId: is missing"),
        bad(
            "an id that not every store can keep",
            GOOD.replace("114-0000001-0000001", "114\\u0000"),
            "2:1 orderId: holds the character U+0000, which not every store can keep"),
        bad("no metadata", "{\"buyerGroup\":null}", "2:1 orderMetadata: is missing"),
        bad(
            "unknown currency",
            GOOD.replace("USD", "XQX"),
            "2:1 charges[0].amount.currencyCode: unknown currency 'XQX'"),
        bad(
            "unknown charge",
            GOOD.replace("\"TAX\"", "\"TOLL\""),
            "2:1 charges[3].type: unknown charge type 'TOLL'"),
        bad(
            "bad date",
            GOOD.replace("2025-03-04T", "2025-13-04T"),
            "2:1 orderMetadata.orderDate: no date: '2025-13-04T05:06:07Z'"),
        bad(
            "bad date of 2021",
            order(A).replace("2025-03-04T", "2025-13-04T"),
            "2:1 orderDate: no date: '2025-13-04T05:06:07Z'"),
        bad("an empty object", "{}", "2:1 an empty object"),
        bad(
            "another shape",
            "{\"transactions\":[],\"x\":1}",
            "2:1 neither reports-2025 nor reports-2021: an object with the members transactions,"
                + " x"),
        bad(
            "an error answer",
            "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"Slow down.\"}]}",
            "2:1 an error answer, not orders: QuotaExceeded: Slow down."),
        bad(
            "an error without words",
            "{\"errors\":[]}",
            "2:1 an error answer, not orders: it names"),
        bad("a text", "\"order\"", "2:1 expected an order, found 'order'"),
        bad(
            "a member twice",
            GOOD.replace("\"orderStatus\"", "\"charges\""),
            "2:1 the member 'charges' is there twice"),
        bad(
            "an empty record in a page",
            "{\"ordersReport\":[{}]}",
            "2:18 orderMetadata: is missing"),
        bad("an empty order in a page", "{\"orders\":[{}]}", "2:12 orderId: is missing"),
        bad(
            "too deep",
            "[".repeat(100),
            "2:101 larger than anything in an order: Document nesting"),
        bad(
            "a giant",
            "{\"orderMetadata\":{\"x\":[\""
                + "y".repeat(900_000)
                + "\""
                + (",\"" + "y".repeat(900_000) + "\"").repeat(5)
                + "]}}",
            "2:1 larger than any order: over 4000000 bytes"),
        bad(
            "half a character",
            GOOD.replace("Laboratory", "\\udead"),
            "2:1 half a character in the text '?'"));
  }

  private static Arguments bad(String name, String line, String message) {
    return Arguments.of(name, line, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("linesInTheMiddle")
  void aBadLine_isSkippedAlone(String name, String line, String message) {
    Path file = files.file("orders", GOOD + "\n" + line + "\n" + ALSO_GOOD + "\n");
    ImportReport report = files.skipping().read(file);
    assertThat(files.problems()).singleElement().asString().startsWith(message);
    assertThat(files.ids()).containsExactly(A.orderId(), B.orderId());
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.written()).isEqualTo(new Tally(2, 0, 0));
    assertThat(report.stoppedAt()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("linesInTheMiddle")
  void aBadLine_stopsTheFile(String name, String line, String message) {
    Path file = files.file("orders", GOOD + "\n" + line + "\n" + ALSO_GOOD + "\n");
    ImportReport report = files.read(file);
    assertThat(files.problems()).singleElement().asString().startsWith(message);
    assertThat(files.ids()).isEmpty();
    assertThat(report.stoppedAt()).isEqualTo(file.toString());
    assertThat(report.written()).isEqualTo(Tally.NONE);
  }

  static Stream<Arguments> badElements() {
    return linesInTheMiddle()
        .filter(row -> !row.get()[2].toString().contains("broken JSON"))
        .filter(row -> !row.get()[0].equals("too deep"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badElements")
  void aBadRecordOfAPage_isSkippedAlone(String name, String record, String message) {
    Path file =
        files.file(
            "page", "{\"ordersReport\":[\n" + GOOD + ",\n" + record + ",\n" + ALSO_GOOD + "]}");
    files.skipping().read(file);
    assertThat(files.problems()).hasSize(1);
    assertThat(files.rawProblems().get(0).kind()).isEqualTo(Kind.REFUSED);
    assertThat(files.rawProblems().get(0).place().line()).isEqualTo(3);
    assertThat(files.ids()).containsExactly(A.orderId(), B.orderId());
  }

  @Test
  void aBrokenPage_keepsWhatCameBefore() {
    Path file =
        files.file("page", "{\n\"ordersReport\":[\n" + GOOD + ",\n{\"x\" 1},\n" + ALSO_GOOD + "]}");
    files.skipping().read(file);
    assertThat(files.problems())
        .containsExactly(
            "4:6 broken JSON: Unexpected character ('1' (code 49)): was expecting a colon ..."
                + "; nothing behind this could be read");
    assertThat(files.rawProblems().get(0).kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(files.ids()).containsExactly(A.orderId());
  }

  @Test
  void aBrokenPage_stopsTheFile() {
    Path file = files.file("page", "{\n\"ordersReport\":[\n" + GOOD + ",\n" + ALSO_GOOD);
    assertThat(files.read(file).stoppedAt()).isEqualTo(file.toString());
    assertThat(files.problems()).singleElement().asString().contains("it ends in the middle");
    assertThat(files.ids()).isEmpty();
  }

  @Test
  void anAnswerThatIsAnError_isSaidToBeOne() {
    files
        .skipping()
        .read(
            files.file(
                "answer.json",
                """
                {
                  "errors": [
                    {"code": "Unauthorized", "message": "Access denied."}
                  ]
                }
                """));
    assertThat(files.problems())
        .containsExactly("1:1 an error answer, not orders: Unauthorized: Access denied.");
  }

  @Test
  void latin1_isSaidToBeNoUtf8() {
    byte[] bytes =
        (GOOD
                + "\n"
                + ALSO_GOOD.replace("Laboratory", "Caf\u00e9")
                + "\n"
                + GOOD.replace("-0000001", "-0000007"))
            .getBytes(StandardCharsets.ISO_8859_1);
    files.skipping().read(files.file("latin", bytes, TestFiles.NOW));
    assertThat(files.problems())
        .singleElement()
        .asString()
        .matches("2:\\d+ not UTF-8: Invalid UTF-8.*");
    assertThat(files.ids()).containsExactly("114-0000001-0000001", "114-0000007-0000007");
  }

  @Test
  void utf16_withoutAMarkIsSaidToBeNoUtf8() {
    files.read(files.file("wide", GOOD.getBytes(StandardCharsets.UTF_16LE), TestFiles.NOW));
    files.read(files.file("wide", GOOD.getBytes(StandardCharsets.UTF_16BE), TestFiles.NOW));
    assertThat(files.problems())
        .hasSize(2)
        .containsOnly("- not UTF-8: it looks like UTF-16 or UTF-32, at line 1");
  }

  @Test
  void aCutGzip_keepsWhatCameBefore() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append(report(SampleOrders.order("114-%07d".formatted(i)))).append('\n');
    }
    byte[] packed = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
    Path file = files.file("cut.gz", Arrays.copyOf(packed, packed.length / 2), TestFiles.NOW);
    files.skipping().read(file);
    assertThat(files.problems())
        .singleElement()
        .asString()
        .matches(
            "\\d{3,}:1 the gzip data breaks off: the file is not complete"
                + "; nothing behind this could be read");
    long line = files.rawProblems().get(0).place().line();
    assertThat(files.ids()).hasSize((int) line - 1);
  }

  @Test
  void aCutGzip_stopsTheFile() {
    byte[] packed = gzip((GOOD + "\n" + ALSO_GOOD).getBytes(StandardCharsets.UTF_8));
    files.read(files.file("cut.gz", Arrays.copyOf(packed, packed.length - 20), TestFiles.NOW));
    assertThat(files.problems()).singleElement().asString().contains("the gzip data breaks off");
    assertThat(files.ids()).isEmpty();
  }

  @Test
  void aDamagedGzip_isSaidToBeDamaged() {
    byte[] packed = gzip((GOOD + "\n" + ALSO_GOOD).getBytes(StandardCharsets.UTF_8));
    packed[packed.length - 6] ^= 1;
    files.skipping().read(files.file("damaged.gz", packed, TestFiles.NOW));
    assertThat(files.problems()).singleElement().asString().contains("the gzip data is damaged");
    byte[] headOnly = {0x1f, (byte) 0x8b, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    files.read(files.file("head.gz", headOnly, TestFiles.NOW));
    assertThat(files.problems().get(1)).startsWith("- the gzip data is damaged");
    files.read(files.file("head.gz", Arrays.copyOf(packed, 5), TestFiles.NOW));
    assertThat(files.problems().get(2)).startsWith("- the gzip data breaks off");
  }

  static Stream<Arguments> unusableFiles() {
    return Stream.of(
        Arguments.of(new byte[0], "- the file is empty"),
        Arguments.of(" \n\n ".getBytes(StandardCharsets.UTF_8), "- the file is empty"),
        Arguments.of(gzip(new byte[0]), "- the file is empty"),
        Arguments.of(new byte[] {'P', 'K', 3, 4, 0, 0}, "- it is a zip archive: unpack it first"),
        Arguments.of(
            "<html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8),
            "1:1 broken JSON: Unexpected character ('<' (code 60))"),
        Arguments.of(
            "Order Date,Order ID\n1/1/2025,114-1\n".getBytes(StandardCharsets.UTF_8),
            "1:1 broken JSON: Unrecognized token 'Order'"));
  }

  @ParameterizedTest
  @MethodSource("unusableFiles")
  void anUnusableFile_isNamed(byte[] content, String message) {
    Path file = files.file("bad", content, TestFiles.NOW);
    ImportReport report = files.read(file);
    assertThat(files.problems()).singleElement().asString().startsWith(message);
    assertThat(files.rawProblems().get(0).file()).isEqualTo(file.toString());
    assertThat(files.rawProblems().get(0).kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(report.stoppedAt()).isEqualTo(file.toString());
  }

  @Test
  void aMissingFile_stopsBeforeAnythingIsRead() {
    Path good = files.file("good", GOOD);
    ImportReport report = files.read(good, directory.resolve("missing"));
    assertThat(files.problems()).containsExactly("- there is no such file");
    assertThat(report.stoppedAt()).endsWith("missing");
    assertThat(files.ids()).isEmpty();
    files.skipping().read(good, directory.resolve("missing"));
    assertThat(files.ids()).containsExactly(A.orderId());
  }

  @Test
  void anEmptyDirectory_isSaidToBeOne() throws IOException {
    files.read(Files.createDirectory(directory.resolve("in")));
    assertThat(files.problems()).containsExactly("- there are no files in this directory");
  }

  @Test
  void twins_areFineIfTheyAreIdentical() {
    ImportReport report = files.read(files.file("twins", GOOD + "\n" + GOOD + "\n" + GOOD));
    assertThat(files.problems()).isEmpty();
    assertThat(report.written()).isEqualTo(new Tally(1, 0, 2));
  }

  @Test
  void twins_areWarnedAboutIfTheyDiffer() {
    String other = GOOD.replace("PO-1", "PO-2");
    ImportReport report = files.read(files.file("twins", GOOD + "\n" + ALSO_GOOD + "\n" + other));
    assertThat(files.problems())
        .containsExactly("3:1 warning already seen at line 1 with other contents: this one wins");
    assertThat(files.rawProblems().get(0).subject())
        .isEqualTo(new ImportProblem.Subject("order", A.orderId()));
    assertThat(files.stored().get(0).purchaseOrderNumber()).isEqualTo("PO-2");
    assertThat(report.written()).isEqualTo(new Tally(2, 1, 0));
    assertThat(report.warnings()).isEqualTo(1);
    assertThat(report.refused()).isZero();
  }

  @Test
  void twins_onOneLineAreToldApartByColumn() {
    files.read(files.file("twins", "[" + GOOD + "," + GOOD.replace("PO-1", "PO-2") + "]"));
    assertThat(files.problems())
        .containsExactly(
            "1:%d warning already seen at column 2 of this line with other contents: this one wins"
                .formatted(GOOD.length() + 3));
  }

  @Test
  void twoShapesOfOneOrder_areNoTwins() {
    files.read(files.file("both", GOOD + "\n" + order(A)));
    assertThat(files.problems()).singleElement().asString().contains("show no region");
  }

  @Test
  void problems_areWrittenForPeopleAndForPrograms() {
    files.skipping().read(files.file("x", GOOD + "\n" + GOOD.replace("\"CLOSED\"", "\"LOST\"")));
    ImportProblem problem = files.rawProblems().get(0);
    String file = directory.resolve("x").toString();
    assertThat(problem)
        .hasToString(file + ":2:1: order 114-0000001-0000001: orderStatus: unknown status 'LOST'");
    assertThat(new String(problem.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"file\":\"%s\",\"line\":2,\"column\":1,\"orderId\":\"114-0000001-0000001\","
                    .formatted(file)
                + "\"kind\":\"refused\",\"reason\":\"orderStatus: unknown status 'LOST'\"}");
    ImportProblem whole = new ImportProblem("-", null, null, Kind.WARNING, "odd");
    assertThat(whole).hasToString("-: warning: odd");
    assertThat(new String(whole.toJson(), StandardCharsets.UTF_8))
        .isEqualTo("{\"file\":\"-\",\"kind\":\"warning\",\"reason\":\"odd\"}");
    assertThat(List.of(problem.because("so: ").reason()))
        .containsExactly("so: orderStatus: unknown status 'LOST'");
  }
}
