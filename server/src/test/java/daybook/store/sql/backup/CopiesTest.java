package daybook.store.sql.backup;

import static daybook.domain.SampleOrders.order;
import static daybook.store.SampleWrites.ONE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.everything;
import static daybook.store.SampleWrites.text;
import static daybook.store.SampleWrites.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.AccountKind;
import daybook.store.Account;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups hold what was committed and nothing else; restoring one never costs what was there. */
final class CopiesTest {

  private static final int PAGE = 16 * 1024;

  @TempDir Path folder;
  private Path store;
  private Path file;
  private final Heard heard = new Heard();

  /** Notes what a copier tells. */
  private static final class Heard implements Watcher {
    private final List<Long> copied = new ArrayList<>();
    private long total;
    private boolean checking;
    private Runnable once = () -> {};

    @Override
    public void copied(long bytes, long all) {
      copied.add(bytes);
      total = all;
      Runnable next = once;
      once = () -> {};
      next.run();
    }

    @Override
    public void checking() {
      checking = true;
    }
  }

  @BeforeEach
  void name() {
    store = folder.resolve("data").resolve("store.db");
    file = folder.resolve("backups").resolve("monday.db");
  }

  private static Store open(Path path) {
    return SqlStore.open(StoreOptions.sqlite(path).withPatience(Duration.ofMillis(100)));
  }

  /** Makes a store with an account and some orders. */
  private static void fill(Path path, String... ids) {
    try (Store open = open(path)) {
      open.directory().addAccount(new Account(ONE, AccountKind.BUSINESS, "One", Instant.EPOCH));
      for (String id : ids) {
        open.orders().write(batch(ONE, order(id)));
      }
    }
  }

  private static List<String> orders(Path path) {
    try (Store open = open(path)) {
      return texts(open.orders().scan(everything(ONE)));
    }
  }

  private Contents backUp() {
    return new Backup(heard).write(store, file, false);
  }

  private Contents restore(boolean replace) {
    return new Restore(heard).run(file, store, replace);
  }

  private static List<String> query(Path path, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static void execute(Path path, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void damage(Path path, int page) throws IOException {
    try (RandomAccessFile damaged = new RandomAccessFile(path.toFile(), "rw")) {
      byte[] noise = new byte[PAGE];
      Arrays.fill(noise, (byte) 0xff);
      damaged.seek((long) page * PAGE);
      damaged.write(noise);
    }
  }

  private static void assertFails(Kind kind, ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContainingAll(words);
  }

  private static List<String> names(Path directory) {
    String[] names = directory.toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  @Test
  void backup_ofAnOpenStore_holdsWhatWasCommitted() throws Exception {
    fill(store, "a", "b");
    try (Store open = open(store)) {
      open.orders().write(batch(ONE, after(1, order("a"))));

      Contents contents = backUp();

      assertThat(contents.rows()).containsEntry("business_order", 2L).containsEntry("account", 1L);
      assertThat(contents.bytes()).isEqualTo(Files.size(file));
      assertThat(heard.checking).isTrue();
      assertThat(heard.total).isEqualTo(contents.bytes());
      assertThat(heard.copied).last().isEqualTo(contents.bytes());
    }
    assertThat(names(file.getParent())).containsExactly("monday.db");
    assertThat(query(file, "PRAGMA journal_mode")).containsExactly("delete");
    assertThat(orders(file)).containsExactly(text("a", 2), text("b", 1));
  }

  @Test
  void backup_whileTheStoreIsWritten_isOfTheMomentItBegan() {
    String[] ids = new String[400];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "order-" + i;
    }
    fill(store, ids);
    try (Store open = open(store)) {
      // Between two steps of the copier: with a copy of any later moment it would begin anew.
      heard.once = () -> open.orders().write(batch(ONE, order("late")));
      Contents contents = backUp();
      assertThat(contents.rows()).containsEntry("business_order", 400L);
      assertThat(open.orders().holdings(ONE).records()).isEqualTo(401);
    }
    assertThat(orders(file)).hasSize(400).noneMatch(text -> text.startsWith("late"));
  }

  @Test
  void backup_isForItsOwnerOnly() throws Exception {
    fill(store, "a");
    backUp();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void backup_overAnotherFile_leavesItAlone() throws Exception {
    fill(store, "a");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "precious");
    assertFails(Kind.CANNOT_WRITE, this::backUp, file.toString(), "already");
    assertThat(file).hasContent("precious");
    assertThat(names(file.getParent())).containsExactly("monday.db");

    new Backup(heard).write(store, file, true);
    assertThat(orders(file)).containsExactly(text("a", 1));
  }

  @Test
  void backup_ofADamagedStore_isNone() throws Exception {
    String[] ids = new String[60];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = "order-" + i;
    }
    fill(store, ids);
    // The last page is of the pieces, which copying alone would never look at.
    damage(store, Math.toIntExact(Files.size(store) / PAGE) - 1);
    assertFails(Kind.CORRUPT, this::backUp, store.toString(), "damaged");
    assertThat(names(file.getParent())).isEmpty();
  }

  @Test
  void backup_ofAnOlderStore_doesNotUpgradeIt() throws Exception {
    SchemaVersion first = new SchemaVersion(1, List.of("daybook/store/sql/tables"));
    OldStores.create(store, first);
    backUp();
    assertThat(query(file, "PRAGMA user_version")).containsExactly("1");
    assertThat(query(store, "PRAGMA user_version")).containsExactly("1");
    restoreElsewhere();
    assertThat(query(store, "PRAGMA user_version")).containsExactly("1");
  }

  private void restoreElsewhere() {
    store = folder.resolve("elsewhere").resolve("store.db");
    restore(false);
  }

  @Test
  void filesThatAreNoStore_areNeitherBackedUpNorRestored() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "notes ".repeat(200));
    Path other = folder.resolve("recipes.db");
    execute(other, "CREATE TABLE recipe (name TEXT)");
    Path newer = folder.resolve("newer.db");
    fill(newer, "a");
    execute(newer, "PRAGMA user_version = " + (SchemaVersion.CURRENT.number() + 1));
    Path empty = Files.createFile(folder.resolve("empty.db"));

    for (Path each : List.of(notes, other, newer, empty)) {
      Backup backup = new Backup(heard);
      Restore restore = new Restore(heard);
      assertFails(Kind.NOT_OURS, () -> backup.write(each, file, false), each.toString());
      assertFails(Kind.NOT_OURS, () -> restore.run(each, store, false), each.toString());
    }
    assertFails(
        Kind.UNAVAILABLE,
        () -> new Backup(heard).write(folder.resolve("missing"), file, false),
        "there is no file");
    assertThat(names(file.getParent())).isEmpty();
    assertThat(names(store.getParent())).isEmpty();
  }

  @Test
  void restore_bringsBackWhatWasBackedUp() throws Exception {
    fill(store, "a", "b");
    backUp();
    restoreElsewhere();
    assertThat(orders(store)).containsExactly(text("a", 1), text("b", 1));
    assertThat(query(store, "PRAGMA journal_mode")).containsExactly("wal");
    assertThat(names(store.getParent())).containsExactly("store.db");
    assertThat(orders(file)).containsExactly(text("a", 1), text("b", 1));
  }

  @Test
  void restore_overAStore_takesItsPlaceOnlyWhenTold() {
    fill(store, "a");
    backUp();
    try (Store open = open(store)) {
      open.orders().write(batch(ONE, order("b")));
    }
    assertFails(Kind.CANNOT_WRITE, () -> restore(false), store.toString(), "already");
    assertThat(orders(store)).containsExactly(text("a", 1), text("b", 1));
    restore(true);
    assertThat(orders(store)).containsExactly(text("a", 1));
  }

  @Test
  void restore_afterACrash_doesNotPlayTheOldJournalIntoTheNewStore() throws Exception {
    fill(store, "a");
    backUp();
    try (Store open = open(store)) {
      open.orders().write(batch(ONE, order("b")));
      // As a killed process leaves it: pages in the journal that are not yet in the file.
      Files.copy(store, folder.resolve("store.db"));
      Files.copy(beside("-wal"), folder.resolve("store.db-wal"));
    }
    store = folder.resolve("store.db");
    restore(true);
    assertThat(orders(store)).containsExactly(text("a", 1));
    assertThat(query(store, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void restore_whereOnlyAJournalIsLeft_doesNotPlayIt() throws Exception {
    fill(store, "a");
    backUp();
    Path journal = folder.resolve("lost.db-wal");
    try (Store open = open(store)) {
      open.orders().write(batch(ONE, order("b")));
      Files.copy(beside("-wal"), journal);
    }
    store = folder.resolve("lost.db");
    restore(false);
    assertThat(orders(store)).containsExactly(text("a", 1));
    assertThat(journal).doesNotExist();
  }

  private Path beside(String suffix) {
    return store.resolveSibling(store.getFileName() + suffix);
  }

  @Test
  void restore_overADamagedStore_heals() throws Exception {
    fill(store, "a");
    backUp();
    for (int page = 0; page < Files.size(store) / PAGE; page++) {
      damage(store, page);
    }
    restore(true);
    assertThat(orders(store)).containsExactly(text("a", 1));
  }

  @Test
  void restore_ofADamagedBackup_leavesTheStoreAsItWas() throws Exception {
    fill(store, "a");
    backUp();
    damage(file, 4);
    byte[] before = Files.readAllBytes(store);
    assertFails(Kind.CORRUPT, () -> restore(true), file.toString(), "damaged");
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
    assertThat(names(store.getParent())).containsExactly("store.db");
  }

  @Test
  void restore_ofTheStoreItself_isRefused() {
    fill(store, "a");
    file = store;
    assertFails(Kind.CANNOT_WRITE, () -> restore(true), "the store itself");
    assertThat(orders(store)).containsExactly(text("a", 1));
  }

  @Test
  void holdsData_saysWhetherSomethingWouldBeLost() {
    assertThat(Restore.holdsData(store)).isFalse();
    open(store).close();
    assertThat(Restore.holdsData(store)).isFalse();
    fill(store);
    assertThat(Restore.holdsData(store)).isTrue();
  }
}
