package daybook.ingest;

import daybook.contract.Shape;
import daybook.document.Defaults;
import daybook.document.Family;
import daybook.document.OrderDocument;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.BusinessOrder;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.store.StoredDocument;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A store of its own with one account, files to import into it, and what came of them. */
public final class TestFiles implements AutoCloseable {

  /** The account. */
  public static final AccountId ACCOUNT = new AccountId("works");

  /** What is read and rendered. */
  public static final Family<BusinessOrder> FAMILY = new Catalogue().orders();

  /** All of it. */
  public static final List<Family<?>> FAMILIES = List.of(FAMILY);

  /** When files were last changed, unless they say otherwise, and what the clock shows. */
  public static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  private static final Shape<BusinessOrder> REPORTS = FAMILY.shapes().get(0);
  private static final Shape<BusinessOrder> ORDERS = FAMILY.shapes().get(1);

  private final Path directory;
  private final SqlStore store;
  private final List<ImportProblem> problems = new ArrayList<>();
  private InputStream standardInput = InputStream.nullInputStream();
  private OnError onError = OnError.STOP;

  /** Opens an empty store in the directory. */
  public TestFiles(Path directory) {
    this.directory = directory;
    this.store = SqlStore.open(StoreOptions.sqlite(directory.resolve(".store.db")));
    addAccount(ACCOUNT);
  }

  /** Adds an account. */
  public void addAccount(AccountId id) {
    store.directory().addAccount(new Account(id, AccountKind.BUSINESS, "Works", NOW));
  }

  /** Returns the store. */
  public SqlStore store() {
    return store;
  }

  /** Keeps the good records of bad files from now on. */
  public TestFiles skipping() {
    onError = OnError.SKIP;
    return this;
  }

  /** Sets what standard input holds. */
  public TestFiles standardInput(byte[] content) {
    standardInput = new ByteArrayInputStream(content);
    return this;
  }

  /** Writes a file that was last changed now. */
  public Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8), NOW);
  }

  /** Writes a file that was last changed then. */
  public Path file(String name, byte[] content, Instant changed) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
      Files.setLastModifiedTime(path, FileTime.from(changed));
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Imports files. */
  public ImportReport read(Path... files) {
    return read(Arrays.stream(files).map(Path::toString).toArray(String[]::new));
  }

  /** Imports names. */
  public ImportReport read(String... names) {
    return read(new ImportOptions(ACCOUNT, Defaults.NONE, onError, null, directory), names);
  }

  /** Imports names with options of its own. */
  public ImportReport read(ImportOptions options, String... names) {
    InstantSource clock = InstantSource.fixed(NOW);
    FileImport files = new FileImport(store, FAMILIES, clock, standardInput);
    return files.run(List.of(names), options, problems::add, (bytes, total, orders) -> {});
  }

  /** Returns the problems so far: line, column and reason each, with "warning" where it is one. */
  public List<String> problems() {
    return problems.stream()
        .map(
            problem ->
                (problem.place() == null
                        ? "-"
                        : problem.place().line() + ":" + problem.place().column())
                    + (problem.kind() == ImportProblem.Kind.WARNING ? " warning " : " ")
                    + problem.reason())
        .toList();
  }

  /** Returns the problems as they are. */
  public List<ImportProblem> rawProblems() {
    return problems;
  }

  /** Returns all that is stored of the account, by id. */
  public List<BusinessOrder> stored() {
    return documents().stream().map(found -> OrderDocument.decode(found.document())).toList();
  }

  /** Returns all that is stored of the account, as text. */
  public String state() {
    return documents().stream()
        .map(found -> found.asOf() + new String(found.document(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the ids of what is stored. */
  public List<String> ids() {
    return documents().stream().map(StoredDocument::id).toList();
  }

  /** Returns the documents. */
  public List<StoredDocument> documents() {
    List<StoredDocument> all = new ArrayList<>();
    List<StoredDocument> page = store.orders().documents(ACCOUNT, null, 1000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.orders().documents(ACCOUNT, page.get(page.size() - 1).id(), 1000);
    }
    return all;
  }

  /** Returns an order as a record of 2025. */
  public static String report(BusinessOrder order) {
    return new String(REPORTS.write(order), StandardCharsets.UTF_8);
  }

  /** Returns an order as a record of 2021. */
  public static String order(BusinessOrder order) {
    return new String(ORDERS.write(order), StandardCharsets.UTF_8);
  }

  /** Packs. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    store.close();
  }
}
