package daybook.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the data lies.
 *
 * @param dataDir directory of the store and of everything else that is kept
 * @param readers connections that read at a time
 */
public record StoreSettings(Path dataDir, int readers) {

  static final Setting<Path> DATA_DIR =
      new Setting<>(
          "store.data-dir",
          SettingType.path(),
          "daybook-data",
          "Directory of the store, made if it is missing. The file daybook.properties is looked for"
              + " in it, so it can only be set there if that file was named by --config.");
  private static final Setting<Integer> READERS =
      new Setting<>(
          "store.readers",
          SettingType.number(1, 256),
          "4",
          "Connections that read at a time; about as many as the machine has cores.");

  static final List<Setting<?>> CATALOGUE = List.of(DATA_DIR, READERS);

  static StoreSettings from(SettingValues values) {
    return new StoreSettings(values.get(DATA_DIR), values.get(READERS));
  }
}
