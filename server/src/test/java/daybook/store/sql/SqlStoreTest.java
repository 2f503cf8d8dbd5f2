package daybook.store.sql;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a SQLite store does with its file: open, share, refuse, report damage. */
final class SqlStoreTest {

  private static final Duration IMPATIENT = Duration.ofMillis(50);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("store.db");
  }

  private SqlStore open() {
    return SqlStore.open(StoreOptions.sqlite(file));
  }

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = raw();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void assertFails(Kind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words);
  }

  @Test
  void open_missingFile_createsItWithItsDirectories() {
    file = folder.resolve("not yet/there/größe 1.db");
    open().close();
    assertThat(file).isRegularFile();
    assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    assertThat(file.getParent().toFile().list()).containsExactly("größe 1.db");
  }

  @Test
  void open_emptyFile_makesItAStore() throws Exception {
    Files.createFile(file);
    try (Store store = open()) {
      assertThat(store.orders().write(batch(ONE, order("a")))).isTrue();
    }
  }

  @Test
  void open_again_findsWhatWasWritten() {
    try (Store store = open()) {
      store.orders().write(batch(ONE, order("a")));
    }
    try (Store store = open()) {
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
    }
  }

  @Test
  void open_byManyAtOnce_makesOneStore() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> openers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String id = "order-" + i;
        openers.add(
            () -> {
              try (Store store = open()) {
                return store.orders().write(batch(ONE, order(id)));
              }
            });
      }
      for (Future<Boolean> written : threads.invokeAll(openers)) {
        assertThat(written.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    try (Store store = open()) {
      assertThat(store.orders().holdings(ONE).records()).isEqualTo(4);
    }
    assertThat(folder.toFile().list()).containsExactly("store.db");
  }

  @Test
  void open_directory_isRefused() {
    file = folder;
    assertFails(Kind.NOT_OURS, this::open, folder.toString(), "directory");
  }

  @Test
  void open_belowAFile_saysWhatIsInTheWay() throws Exception {
    Files.createFile(file);
    file = file.resolve("store.db");
    assertFails(Kind.CANNOT_WRITE, this::open, file.toString());
  }

  @Test
  void open_fileThatIsNoDatabase_isRefusedAndUntouched() throws Exception {
    String text = "These are notes, and they are longer than the header of a database. ".repeat(9);
    Files.writeString(file, text);
    assertFails(Kind.NOT_OURS, this::open, file.toString(), "not a SQLite database");
    assertThat(file).hasContent(text);
  }

  @Test
  void open_databaseOfAnotherProgram_isRefusedAndUntouched() throws Exception {
    execute("CREATE TABLE recipe (name TEXT)");
    byte[] before = Files.readAllBytes(file);
    assertFails(Kind.NOT_OURS, this::open, file.toString(), "another program");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void open_storeOfANewerProgram_isRefused() throws Exception {
    open().close();
    int newer = SchemaVersion.CURRENT.number() + 1;
    execute("PRAGMA user_version = " + newer);
    assertFails(Kind.NOT_OURS, this::open, file.toString(), "newer Daybook", "version " + newer);
  }

  @Test
  void write_whileAnotherProcessWrites_isBusyWhenPatienceEnds() throws Exception {
    StoreOptions options = StoreOptions.sqlite(file).withPatience(IMPATIENT);
    try (Store store = SqlStore.open(options);
        Connection other = raw();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertFails(Kind.BUSY, () -> store.orders().write(batch(ONE, order("a"))), file.toString());
      assertThat(store.orders().scan(everything(ONE)).pieces()).isEmpty();
      store.ping();
      statement.execute("ROLLBACK");
      assertThat(store.orders().write(batch(ONE, order("a")))).isTrue();
    }
  }

  @Test
  void stores_onOneFile_seeAndCheckEachOthersWrites() {
    try (Store server = open();
        Store importer = open()) {
      assertThat(server.orders().scan(everything(ONE)).pieces()).isEmpty();
      assertThat(importer.orders().write(batch(ONE, order("a")))).isTrue();
      assertThat(texts(server.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
      assertThat(server.orders().write(batch(ONE, after(1, order("a"))))).isTrue();
      assertThat(importer.orders().write(batch(ONE, after(1, order("a"))))).isFalse();
      assertThat(texts(importer.orders().scan(everything(ONE)))).containsExactly(text("a", 2));
    }
  }

  @Test
  void readers_moreThanAllowedThreads_waitForTheirTurn() throws Exception {
    try (Store store = SqlStore.open(StoreOptions.sqlite(file).withReaders(1))) {
      store.orders().write(batch(ONE, order("a")));
      var threads = Executors.newFixedThreadPool(4);
      try {
        Callable<Integer> read = () -> store.orders().scan(everything(ONE)).pieces().size();
        for (Future<Integer> size : threads.invokeAll(List.of(read, read, read, read))) {
          assertThat(size.get()).isEqualTo(1);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void damagedPages_areReportedAsSuch() throws Exception {
    try (Store store = open()) {
      for (int i = 0; i < 40; i++) {
        store.orders().write(batch(ONE, order("order-" + i)));
      }
    }
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      int page = 16 * 1024;
      // All but the first page, so that the file still looks like a store.
      for (long at = page; at < damaged.length(); at += page) {
        damaged.seek(at);
        damaged.write(new byte[page]);
      }
    }
    assertFails(
        Kind.CORRUPT,
        () -> {
          try (Store store = open()) {
            store.orders().scan(everything(ONE));
          }
        },
        file.toString(),
        "damaged");
  }

  @Test
  void truncatedFile_isReportedAsDamaged() throws Exception {
    try (Store store = open()) {
      store.orders().write(batch(ONE, order("a")));
    }
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.setLength(3 * 16 * 1024 + 100);
    }
    assertFails(
        Kind.CORRUPT,
        () -> {
          try (Store store = open()) {
            store.orders().scan(everything(ONE));
          }
        },
        "damaged");
  }

  @Test
  void ping_usableStore_returns() {
    try (Store store = open()) {
      store.ping();
    }
  }

  @Test
  void ping_fileDeletedUnderneath_fails() throws Exception {
    try (Store store = open()) {
      Files.delete(file);
      assertFails(Kind.UNAVAILABLE, store::ping, file.toString());
    }
  }

  /** Makes a store with a secret and an order, and a copy of it as it is then. */
  private Path filled(String copy, String secret) throws SQLException {
    try (Store store = open()) {
      store.directory().key("token", secret.getBytes(UTF_8));
      store.orders().write(batch(ONE, order("a")));
    }
    Path target = folder.resolve(copy);
    execute("VACUUM INTO '" + target + "'");
    return target;
  }

  private void replaceBy(Path other) throws IOException {
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void write_toAFileThatIsGone_isRefusedAndWorksWhenItIsBack() throws Exception {
    filled("copy.db", "secret");
    try (Store store = open()) {
      Path away = folder.resolve("away.db");
      Files.move(file, away);
      assertFails(
          Kind.UNAVAILABLE, () -> store.orders().write(batch(ONE, order("b"))), "no longer there");
      assertThat(file).doesNotExist();
      Files.move(away, file);
      assertThat(store.orders().write(batch(ONE, order("b")))).isTrue();
      assertThat(store.orders().holdings(ONE).records()).isEqualTo(2);
    }
  }

  @Test
  void copyInTheStoresPlace_isUsedAndTheOldFileKeepsWhatWasWritten() throws Exception {
    Path copy = filled("copy.db", "secret");
    Path old = folder.resolve("old.db");
    try (Store store = open()) {
      assertThat(store.orders().write(batch(ONE, order("b")))).isTrue();
      Files.createLink(old, file);
      replaceBy(copy);
      assertThat(store.orders().write(batch(ONE, order("c")))).isTrue();
      store.ping();
      assertThat(texts(store.orders().scan(everything(ONE))))
          .containsExactly(text("a", 1), text("c", 1));
    }
    file = old;
    try (Store store = open()) {
      assertThat(texts(store.orders().scan(everything(ONE))))
          .containsExactly(text("a", 1), text("b", 1));
    }
  }

  @Test
  void viewNumbers_ofTheCopyAreItsOwn() throws Exception {
    Path copy = filled("copy.db", "secret");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE kept_view SET view_id = 77");
      statement.execute("UPDATE piece SET view_id = 77");
    }
    try (Store store = open()) {
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
      replaceBy(copy);
      store.ping();
      assertThat(texts(store.orders().scan(everything(ONE)))).containsExactly(text("a", 1));
    }
  }

  @Test
  void anotherStoreInItsPlace_isNeitherReadNorWritten() throws Exception {
    Path other = filled("other.db", "secret");
    Files.delete(file);
    filled("unused.db", "another secret");
    try (Store store = open()) {
      replaceBy(other);
      assertFails(
          Kind.UNAVAILABLE,
          () -> store.orders().write(batch(ONE, order("b"))),
          "replaced by another store");
      assertFails(Kind.UNAVAILABLE, store::ping, "replaced by another store");
      assertFails(
          Kind.UNAVAILABLE, () -> store.orders().scan(everything(ONE)), "replaced by another");
    }
  }

  @Test
  void ping_afterDamageWasSeen_saysSoUntilACopyTakesItsPlace() throws Exception {
    Path copy;
    try (Store store = open()) {
      for (int i = 0; i < 40; i++) {
        store.orders().write(batch(ONE, order("order-" + i)));
      }
    }
    copy = filled("copy.db", "secret");
    try (Store store = open()) {
      store.ping();
      try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
        byte[] noise = new byte[16 * 1024];
        Arrays.fill(noise, (byte) 0xff);
        for (long at = 16L * noise.length; at < damaged.length(); at += noise.length) {
          damaged.seek(at);
          damaged.write(noise);
        }
      }
      assertFails(Kind.CORRUPT, () -> store.orders().scan(everything(ONE)), "damaged");
      assertFails(Kind.CORRUPT, store::ping, "damaged");
      replaceBy(copy);
      store.ping();
      assertThat(store.orders().scan(everything(ONE)).pieces()).hasSize(41);
    }
  }

  @Test
  void close_endsAllUse() {
    Store store = open();
    store.close();
    store.close();
    assertFails(Kind.UNAVAILABLE, store::ping, "closed");
    assertFails(Kind.UNAVAILABLE, () -> store.orders().scan(everything(ONE)), "closed");
    assertFails(Kind.UNAVAILABLE, () -> store.orders().write(batch(ONE, order("a"))), "closed");
  }

  @Test
  void close_leavesOneFile() {
    try (Store store = open()) {
      store.orders().write(batch(ONE, order("a")));
      store.orders().scan(everything(ONE));
    }
    assertThat(folder.toFile().list()).containsExactly("store.db");
  }
}
