package daybook.export;

import static daybook.domain.SampleOrders.usd;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.document.Defaults;
import daybook.document.Family;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.AsOf;
import daybook.domain.SampleOrders;
import daybook.domain.payment.RandomTransactions;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import daybook.ingest.FileImport;
import daybook.ingest.ImportOptions;
import daybook.ingest.ImportProblem;
import daybook.ingest.ImportReport;
import daybook.ingest.Observed;
import daybook.ingest.OnError;
import daybook.ingest.RecordWriter;
import daybook.ingest.Reindex;
import daybook.ingest.TestFiles;
import daybook.json.JsonForTests;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.store.Records.Holdings;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions on their way from files into a store and back. */
final class TransactionFilesTest {

  private static final AccountId ACCOUNT = TestFiles.ACCOUNT;
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final Family<Transaction> FAMILY = CATALOGUE.transactions();

  @TempDir private Path directory;
  private Ledger files;

  /** A store with one account, and what an import found wrong. */
  private static final class Ledger implements AutoCloseable {
    final SqlStore store;
    final Path directory;
    final List<ImportProblem> problems = new ArrayList<>();

    Ledger(Path directory) {
      this.directory = directory;
      store = SqlStore.open(StoreOptions.sqlite(directory.resolve("store.db")));
      store
          .directory()
          .addAccount(new Account(ACCOUNT, AccountKind.BUSINESS, "Works", TestFiles.NOW));
    }

    ImportReport read(String text) {
      return read(text.getBytes(UTF_8), null);
    }

    ImportReport read(byte[] text, Instant asOf) {
      FileImport input =
          new FileImport(
              store,
              CATALOGUE.families(),
              InstantSource.fixed(TestFiles.NOW),
              new ByteArrayInputStream(text));
      ImportOptions options =
          new ImportOptions(ACCOUNT, Defaults.NONE, OnError.SKIP, asOf, directory);
      return input.run(List.of("-"), options, problems::add, (bytes, total, records) -> {});
    }

    void write(List<Transaction> transactions) {
      List<Observed<Transaction>> batch =
          transactions.stream()
              .map(transaction -> new Observed<>(transaction, new AsOf(TestFiles.NOW, 0)))
              .toList();
      new RecordWriter<>(store, FAMILY).write(ACCOUNT, batch);
    }

    byte[] export(ExportOptions options) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        new RecordExport<>(store, FAMILY.kind(), FAMILY.views().get(0).id())
            .write(options, FAMILY.shapes().get(0), out, count -> {});
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }

    byte[] export(ExportLayout layout) {
      return export(ExportOptions.all(ACCOUNT, layout));
    }

    List<Transaction> stored() {
      return store.transactions().documents(ACCOUNT, null, 1_000).stream()
          .map(found -> FAMILY.kind().decode(found.document()))
          .toList();
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @BeforeEach
  void open() {
    files = new Ledger(directory);
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Provide
  Arbitrary<List<Transaction>> transactions() {
    return RandomTransactions.transactions().list().ofMaxSize(8);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void anExport_isTheSameAfterImportingIt(
      @ForAll("transactions") List<Transaction> transactions, @ForAll ExportLayout layout)
      throws IOException {
    Path first = Files.createTempDirectory("daybook-transactions");
    Path second = Files.createTempDirectory("daybook-transactions");
    try (Ledger from = new Ledger(first);
        Ledger to = new Ledger(second)) {
      from.write(transactions);
      byte[] exported = from.export(layout);
      if (exported.length > 0) {
        to.read(exported, null);
      }
      assertThat(to.problems).isEmpty();
      assertThat(to.export(layout)).isEqualTo(exported);
    } finally {
      delete(first);
      delete(second);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/published/getTransactions-1.json", "/published/getTransactions-2.json"})
  void published_isTakenWhole(String resource) {
    JsonNode answer = JsonForTests.resource(resource);
    ImportReport report = files.read(answer.toPrettyString());
    assertThat(files.problems).isEmpty();
    assertThat(report.written().added()).isEqualTo(2);
    List<String> lines = new String(files.export(ExportLayout.LINES), UTF_8).lines().toList();
    assertThat(lines)
        .containsExactlyInAnyOrder(
            answer.get("transactions").get(0).toString(),
            answer.get("transactions").get(1).toString());
  }

  @Test
  void sandboxBody_isTaken() {
    files.read(JsonForTests.resource("/sandbox/getTransactions.json").toString());
    assertThat(files.problems).isEmpty();
    assertThat(files.stored()).extracting(Transaction::invoiceNumber).contains("JP218PV8HMOI");
  }

  @Test
  void secondImport_changesNothing() {
    String answer = JsonForTests.resource("/published/getTransactions-1.json").toString();
    files.read(answer);
    ImportReport again = files.read(answer);
    assertThat(again.written().added()).isZero();
    assertThat(again.written().changed()).isZero();
    assertThat(again.written().unchanged()).isEqualTo(2);
  }

  @Test
  void ordersAndTransactions_mayStandInOneFile() {
    String order = TestFiles.order(SampleOrders.order("114-1"));
    String transaction = line(SampleTransactions.charge("T1"));
    ImportReport report = files.read(order + "\n" + transaction + "\n");
    assertThat(report.written().added()).isEqualTo(2);
    assertThat(files.stored()).hasSize(1);
    Holdings orders = files.store.orders().holdings(ACCOUNT);
    assertThat(orders.records()).isEqualTo(1);
  }

  @Test
  void typesOfOneIdentifier_areDifferentRecords() {
    files.read(
        line(SampleTransactions.charge("T1"))
            + "\n"
            + line(SampleTransactions.draft("T1").type(TransactionType.REFUND).build()));
    assertThat(files.problems).isEmpty();
    assertThat(files.stored())
        .extracting(Transaction::key)
        .containsExactly("T1/CHARGE", "T1/REFUND");
  }

  @Test
  void newerFile_completesTheOlderOne() {
    Instant day = Instant.parse("2025-05-01T00:00:00Z");
    Transaction full = SampleTransactions.charge("T1");
    Transaction narrow =
        SampleTransactions.draft("T1").amount(usd("35.0")).buyer(null).lines(null).build();
    files.read(line(narrow).getBytes(UTF_8), day.plusSeconds(1));
    files.read(line(full).getBytes(UTF_8), day);
    Transaction merged = files.stored().get(0);
    assertThat(merged.amount()).isEqualTo(usd("35.0"));
    assertThat(merged.buyer()).isEqualTo(full.buyer());
    assertThat(merged.lineItems()).isEqualTo(full.lineItems());
  }

  @Test
  void badRecord_isRefusedWithItsIdentifierAndReason() {
    files.read("[" + line(SampleTransactions.charge("T1")).replace("\"20.0\"", "\"lots\"") + "]");
    assertThat(files.problems).hasSize(1);
    ImportProblem problem = files.problems.get(0);
    assertThat(problem.subject().id()).isEqualTo("T1");
    assertThat(problem.subject().noun()).isEqualTo("transaction");
    assertThat(problem.reason())
        .isEqualTo("transactionLineItems[0].totalAmount.amount: expected a number, found 'lots'");
    assertThat(files.stored()).isEmpty();
  }

  @Test
  void pages_areWholeAnswersWithoutSize() {
    files.write(
        IntStream.range(0, 130)
            .mapToObj(i -> SampleTransactions.charge("T%03d".formatted(i)))
            .toList());
    List<String> pages = new String(files.export(ExportLayout.PAGES), UTF_8).lines().toList();
    assertThat(pages).hasSize(2);
    assertThat(pages).allMatch(page -> page.endsWith("}],\"nextPageToken\":null}"));
    assertThat(JsonForTests.tree(pages.get(1).getBytes(UTF_8)).get("transactions")).hasSize(30);
  }

  @Test
  void range_isThatOfTheFeedDateBothEndsInclusive() {
    Instant day = Instant.parse("2025-03-01T00:00:00Z");
    files.write(
        List.of(
            SampleTransactions.charge("T1", day.minusMillis(1)),
            SampleTransactions.charge("T2", day),
            SampleTransactions.charge("T3", day.plusSeconds(5)),
            SampleTransactions.charge("T4", day.plusSeconds(5).plusMillis(1))));
    ExportOptions options =
        new ExportOptions(
            ACCOUNT, day, day.plusSeconds(5), Set.of(), Set.of(), ExportLayout.LINES, false);
    assertThat(new String(files.export(options), UTF_8).lines())
        .extracting(text -> JsonForTests.tree(text.getBytes(UTF_8)).get("transactionId").asText())
        .containsExactly("T2", "T3");
  }

  @Test
  void reindex_rendersTransactionsToo() {
    files.write(List.of(SampleTransactions.charge("T1"), SampleTransactions.charge("T2")));
    byte[] before = files.export(ExportLayout.LINES);
    assertThat(new Reindex(files.store, CATALOGUE.families()).run(done -> {})).isEqualTo(2);
    assertThat(files.export(ExportLayout.LINES)).isEqualTo(before);
    assertThat(files.store.views().complete(CATALOGUE.viewIds())).containsAll(CATALOGUE.viewIds());
  }

  private static String line(Transaction transaction) {
    return new String(FAMILY.shapes().get(0).write(transaction), UTF_8);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
