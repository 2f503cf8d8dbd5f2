package daybook.cli.terminal;

import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which store a command works on, and with which settings. */
public final class WorkspaceOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: daybook-data; the demo: daybook-demo).")
  private @Nullable Path data;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description = {
        "PostgreSQL database that keeps the store, instead of a file in the data directory:",
        "jdbc:postgresql://host/name. User and password: DAYBOOK_STORE_USER, DAYBOOK_STORE_PASSWORD."
      })
  private @Nullable String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file (default: daybook.properties in the data directory).")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting; may be repeated. 'daybook settings' lists them.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  /** Opens the data directory, which must hold a store: a typing error must not make one. */
  public Workspace open() {
    return open(Map.of());
  }

  /** Does the same with further flags that stand above all other sources. */
  public Workspace open(Map<String, String> flags) {
    return Workspace.open(existing(flags));
  }

  /**
   * Returns the store's file, which must be there; it is not opened.
   *
   * @param otherwise what does the same for a store in a database
   */
  public Path storeFile(String otherwise) {
    return Workspace.storeFile(inAFile(existing(Map.of()), otherwise));
  }

  /** Returns where the store's file is or would be. */
  public Path placeOfStoreFile(String otherwise) {
    return Workspace.storeFile(inAFile(settings(Map.of()), otherwise));
  }

  private static Settings inAFile(Settings settings, String otherwise) {
    if (settings.store().url().isPresent()) {
      throw new Complaint("this is for stores in a file; yours is in a database: " + otherwise);
    }
    return settings;
  }

  private Settings existing(Map<String, String> flags) {
    Settings settings = settings(flags);
    if (!Workspace.exists(settings)) {
      throw new Complaint(
          "there is no store in "
              + settings.store().dataDir()
              + "; name its directory with --data, or start one with:  daybook account create ID");
    }
    return settings;
  }

  /** Returns the settings of a store whose tables may be old, or missing where it is a database. */
  public Settings settingsToMigrate() {
    Settings settings = settings(Map.of());
    // Nothing else may make one then.
    return settings.store().migrateOnOpen() ? existing(Map.of()) : settings;
  }

  /** Opens the data directory, and makes the store if there is none. */
  public Workspace openOrCreate() {
    return Workspace.open(settings(Map.of()));
  }

  /** Returns the settings, with further flags that stand above all other sources. */
  public Settings settings(Map<String, String> flags) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    if (data != null) {
      all.put("store.data-dir", data.toString());
    }
    if (store != null) {
      all.put("store.url", store);
    }
    all.putAll(flags);
    return Settings.load(new SettingsInput(all, System.getenv(), config));
  }

  /** Says whether the data directory was named on the command line. */
  public boolean namesData() {
    return data != null || overrides.containsKey("store.data-dir");
  }
}
