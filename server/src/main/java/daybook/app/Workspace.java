package daybook.app;

import daybook.access.AccessTokens;
import daybook.access.Registrar;
import daybook.access.RevokedGrants;
import daybook.access.Secrets;
import daybook.config.Settings;
import daybook.document.Family;
import daybook.export.RecordExport;
import daybook.ingest.FileImport;
import daybook.ingest.RecordWriter;
import daybook.ingest.Reindex;
import daybook.operation.Catalogue;
import daybook.store.Store;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.Distribution;
import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.SchemaVersion.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/**
 * A data directory that is open: its store and everything that works on it without a network.
 *
 * <p>Each command of the command line opens one; the server is built on top of one.
 */
public final class Workspace implements AutoCloseable {

  /** Name of the store's file within the data directory. */
  public static final String STORE_FILE = "daybook.db";

  private static final int KEY_BYTES = 32;

  private final Settings settings;
  private final InstantSource clock;
  private final Store store;
  private final Catalogue catalogue;

  private Workspace(Settings settings, InstantSource clock, Store store) {
    this.settings = settings;
    this.clock = clock;
    this.store = store;
    this.catalogue = Wiring.catalogue(settings);
  }

  /**
   * Says whether there is a store in the data directory that the settings name. A database is there
   * on purpose: one that is empty is made a store.
   */
  public static boolean exists(Settings settings) {
    return settings.store().url().isPresent() || Files.exists(storeFile(settings));
  }

  /** Returns where the store lies, or would lie, in the data directory that the settings name. */
  public static Path storeFile(Settings settings) {
    return settings.store().dataDir().resolve(STORE_FILE);
  }

  /**
   * Opens the data directory that the settings name, and creates what is missing.
   *
   * @throws daybook.store.StoreException if it can't be opened
   */
  public static Workspace open(Settings settings) {
    return open(settings, InstantSource.system());
  }

  /** Opens the data directory with a clock of the caller's choice. */
  public static Workspace open(Settings settings, InstantSource clock) {
    Path directory = settings.store().dataDir();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the data directory " + directory, e);
    }
    Path file = storeFile(settings);
    Change change = settings.store().migrateOnOpen() ? Change.ALLOWED : Change.REFUSED;
    return new Workspace(
        settings, clock, SqlStore.open(Wiring.storeOptions(settings, file), change));
  }

  /**
   * Brings the tables of the store that the settings name up to date, and makes them where there
   * are none.
   *
   * @throws daybook.store.StoreException if it is no store of this program or of an older one
   */
  public static SqlStore.Migrated migrate(Settings settings) {
    return SqlStore.migrate(Wiring.storeOptions(settings, storeFile(settings)));
  }

  /**
   * Shards the store that the settings name by account.
   *
   * @throws daybook.store.StoreException if it is none that can be
   */
  public static void distribute(Settings settings) {
    if (Wiring.storeOptions(settings, storeFile(settings)) instanceof PostgresOptions server) {
      Distribution.apply(server);
    }
  }

  /** Returns the settings it was opened with. */
  public Settings settings() {
    return settings;
  }

  /** Returns the clock that everything in it reads. */
  public InstantSource clock() {
    return clock;
  }

  /** Returns the store. */
  public Store store() {
    return store;
  }

  /** Returns operations, views and shapes. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns the way in for files of records. */
  public FileImport fileImport(InputStream standardInput) {
    return new FileImport(store, catalogue.families(), clock, standardInput);
  }

  /** Returns the way in for records of one kind. */
  public <R> RecordWriter<R> writer(Family<R> family) {
    return new RecordWriter<>(store, family);
  }

  /** Returns the way out for records of one kind, in the order of the family's first view. */
  public <R> RecordExport<R> export(Family<R> family) {
    return new RecordExport<>(store, family.kind(), family.viewIds().get(0));
  }

  /** Returns what creates and withdraws applications and grants. */
  public Registrar registrar() {
    return new Registrar(store.directory(), clock);
  }

  /** Returns what issues and verifies access tokens. */
  public AccessTokens accessTokens(RevokedGrants revoked) {
    return new AccessTokens(key("access-token"), settings.tokens().accessLifetime(), revoked);
  }

  /** Returns the named secret key: of the store, made at its first use, and of the settings. */
  byte[] key(String name) {
    byte[] proposal = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(proposal);
    byte[] stored = store.directory().key(name, proposal);
    return Secrets.keyOf(name, stored, settings.tokens().secret().text());
  }

  /** Says whether every view of this program is complete, so that the store can be served. */
  public boolean viewsAreComplete() {
    return store.views().complete(catalogue.viewIds()).containsAll(catalogue.viewIds());
  }

  /** Renders all pieces again from the canonical documents, and drops those of old versions. */
  public long reindex(LongConsumer progress) {
    return new Reindex(store, catalogue.families()).run(progress);
  }

  @Override
  public void close() {
    store.close();
  }
}
