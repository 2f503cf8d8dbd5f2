package daybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user can point import and export at. */
class ImportCommandTest {

  private static final String REPORT =
      "{\"orderMetadata\":{\"orderDate\":\"2026-03-0%1$dT09:00:00Z\",\"orderId\":\"113-0000000-000000%1$d\","
          + "\"region\":\"%2$s\"},\"purchaseOrderNumber\":null,\"charges\":[{\"type\":\"NET_TOTAL\","
          + "\"amount\":{\"currencyCode\":\"USD\",\"amount\":1.5}}],\"orderStatus\":\"%3$s\","
          + "\"buyingCustomer\":null,\"buyerGroup\":null,\"businessOrderInfo\":null,"
          + "\"approverDetails\":null}";

  private static final String ORDER_OF_2021 =
      "{\"orderDate\":\"2026-03-01T09:00:00Z\",\"orderId\":\"113-0000000-0000001\","
          + "\"purchaseOrderNumber\":\"PO-1\",\"orderQuantity\":3,\"orderStatus\":\"Closed\","
          + "\"orderNetTotal\":{\"currencyCode\":\"USD\",\"amount\":\"1.50\"}}";

  @TempDir Path directory;

  private record Run(int exitCode, String out, String err) {}

  @BeforeEach
  void createAccount() {
    run("account", "create", "acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ordersReport\":[%s,%s],\"nextPageToken\":null,\"size\":2}",
        "{\n  \"size\": 2,\n  \"nextPageToken\": \"abc\",\n  \"ordersReport\": [\n%s,\n%s\n]\n}\n",
        "[%s,%s]",
        "%s\n%s\n",
        "{\"ordersReport\":[%s]}\n{\"ordersReport\":[%s]}\n"
      })
  void layout_isRecognised(String layout) throws IOException {
    Path file =
        write("orders", layout.formatted(report(1, "US", "CLOSED"), report(2, "US", "PENDING")));

    assertThat(run("import", file.toString()).out()).contains("2 added").contains("0 refused");
    assertThat(run("account", "list").out()).contains("acme     business  2 ");
  }

  @Test
  void directory_isImportedWithAllBelowIt() throws IOException {
    Files.createDirectories(directory.resolve("in/deeper"));
    write("in/a.json", report(1, "US", "CLOSED"));
    Files.write(
        directory.resolve("in/deeper/b.json.gz"), gzip("[" + report(2, "US", "CLOSED") + "]"));
    write("in/.hidden", "no JSON at all");

    Run imported = run("import", directory.resolve("in").toString());

    assertThat(imported.out()).contains("Read 2 records in 2 files: 2 added");
  }

  @Test
  void standardInput_isAFileLikeAnyOther() {
    InputStream before = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream(report(1, "US", "CLOSED").getBytes(StandardCharsets.UTF_8)));
      assertThat(run("import", "-").out()).contains("Read 1 record in 1 file: 1 added");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void regionThatNoSourceShows_canBeGiven() throws IOException {
    Path file = write("orders.json", "{\"orders\":[" + ORDER_OF_2021 + "]}");

    run("import", "--region", "gb", file.toString());

    assertThat(exported("--layout", "lines")).contains("\"region\":\"UK\"");
  }

  @Test
  void laterView_isMergedWithTheOneBefore() throws IOException {
    Path narrow = write("narrow.json", report(1, "US", "PENDING"));
    Path full = write("full.json", ORDER_OF_2021);

    run("import", "--as-of", "2026-04-01", narrow.toString());
    Run merged = run("import", "--as-of", "2026-04-02", full.toString());

    assertThat(merged.out()).contains("0 added, 1 changed");
    assertThat(exported("--layout", "lines"))
        .contains(
            "\"orderStatus\":\"CLOSED\"", "\"purchaseOrderNumber\":\"PO-1\"", "\"region\":\"US\"");
  }

  @Test
  void olderView_doesNotOverwriteANewerOne() throws IOException {
    run("import", "--as-of", "2026-04-02", write("new", report(1, "US", "CLOSED")).toString());
    Run older =
        run("import", "--as-of", "2026-04-01", write("old", report(1, "US", "PENDING")).toString());

    assertThat(older.out()).contains("0 added, 0 changed, 1 unchanged");
    assertThat(exported("--layout", "lines")).contains("\"orderStatus\":\"CLOSED\"");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.json, missing.json, ''",
    "empty.json, empty, ''",
    "error.json, error, '{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"m\"}]}'",
    "latin.json, UTF-8, '{\"orderMetadata\":\"\u00e9\"}'"
  })
  void fileThatIsNone_isSaidWithItsName(String name, String hint, String content)
      throws IOException {
    if (!name.startsWith("missing")) {
      Files.write(directory.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    Run refused = run("import", directory.resolve(name).toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains(name)
        .containsIgnoringCase(hint)
        .doesNotContain("at daybook");
  }

  @Test
  void export_isCutByDateRegionAndStatus() throws IOException {
    run(
        "import",
        write(
                "a",
                report(1, "US", "CLOSED")
                    + "\n"
                    + report(2, "CA", "CLOSED")
                    + "\n"
                    + report(3, "US", "PENDING"))
            .toString());

    assertThat(ids(exported("--layout", "lines"))).containsExactly("1", "2", "3");
    assertThat(ids(exported("--layout", "lines", "--from", "2026-03-02")))
        .containsExactly("2", "3");
    assertThat(ids(exported("--layout", "lines", "--to", "2026-03-02T09:00:00Z")))
        .containsExactly("1", "2");
    assertThat(ids(exported("--layout", "lines", "--region", "US"))).containsExactly("1", "3");
    assertThat(ids(exported("--layout", "lines", "--status", "Pending"))).containsExactly("3");
    assertThat(ids(exported("--layout", "lines", "--region", "CA", "--status", "PENDING")))
        .isEmpty();
  }

  @Test
  void export_canBePacked() throws IOException {
    run("import", write("a", report(1, "US", "CLOSED")).toString());
    Path packed = directory.resolve("out.gz");

    run("export", "--gzip", "--out", packed.toString());

    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"ordersReport\":["
                  + report(1, "US", "CLOSED")
                  + "],\"nextPageToken\":null,\"size\":1}\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages", "document", "array", "lines"})
  void export_canBeImportedAgain(String layout) throws IOException {
    run(
        "import",
        write("a", report(1, "US", "CLOSED") + "\n" + report(2, "CA", "CLOSED")).toString());
    for (String shape : new String[] {"reports-2025", "reports-2021"}) {
      Path file = directory.resolve(shape);
      run("export", "--layout", layout, "--shape", shape, "--out", file.toString());
      assertThat(run("import", file.toString()).out()).contains("0 added").contains("0 refused");
    }
  }

  private String exported(String... arguments) throws IOException {
    Path file = directory.resolve("exported");
    List<String> all = new ArrayList<>(List.of("export", "--out", file.toString()));
    all.addAll(List.of(arguments));
    assertThat(run(all.toArray(String[]::new)).exitCode()).isZero();
    return Files.readString(file);
  }

  private static List<String> ids(String lines) {
    return lines.lines().map(line -> line.replaceAll(".*-000000(\\d)\".*", "$1")).toList();
  }

  private Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data");
    all.add(directory.resolve("data").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        DaybookCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private static String report(int number, String region, String status) {
    return REPORT.formatted(number, region, status);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
