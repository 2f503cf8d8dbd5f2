package daybook.app;

import daybook.access.AccessTokens;
import daybook.access.Registrar;
import daybook.access.RevokedGrants;
import daybook.config.Settings;
import daybook.contract.View;
import daybook.export.OrderExport;
import daybook.ingest.OrderWriter;
import daybook.ingest.Reindex;
import daybook.operation.Catalogue;
import daybook.operation.reporting2025.OrderReportShape;
import daybook.operation.reporting2025.OrderReportView;
import daybook.store.Store;
import daybook.store.ViewId;
import daybook.store.sql.SqlStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
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
    // An empty store learns here which views everything written from now on is rendered for.
    store.views().complete(viewIds());
  }

  /** Says whether there is a store in the data directory that the settings name. */
  public static boolean exists(Settings settings) {
    return Files.exists(settings.store().dataDir().resolve(STORE_FILE));
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
    Path file = directory.resolve(STORE_FILE);
    return new Workspace(settings, clock, SqlStore.open(Wiring.storeOptions(settings, file)));
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

  /** Returns the way in for orders. */
  public OrderWriter orderWriter() {
    return new OrderWriter(store, catalogue.views());
  }

  /** Returns the way out for orders. */
  public OrderExport export() {
    return new OrderExport(store, OrderReportView.ID, new OrderReportShape());
  }

  /** Returns what creates and withdraws applications and grants. */
  public Registrar registrar() {
    return new Registrar(store.directory(), clock);
  }

  /** Returns what issues and verifies access tokens. */
  public AccessTokens accessTokens(RevokedGrants revoked) {
    return new AccessTokens(key("access-token"), settings.tokens().accessLifetime(), revoked);
  }

  /** Returns the named secret key of the store, made at its first use. */
  byte[] key(String name) {
    byte[] proposal = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(proposal);
    return store.directory().key(name, proposal);
  }

  /** Says whether every view of this program is complete, so that the store can be served. */
  public boolean viewsAreComplete() {
    return store.views().complete(viewIds()).containsAll(viewIds());
  }

  /** Renders all pieces again from the canonical documents, and drops those of old versions. */
  public long reindex(LongConsumer progress) {
    return new Reindex(store, catalogue.views()).run(progress);
  }

  private List<ViewId> viewIds() {
    return catalogue.views().stream().map(View::id).toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
