package daybook.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the data lies.
 *
 * @param dataDir directory of the store and of everything else that is kept
 * @param readers connections that read at a time
 * @param readOnEventLoop whether the thread that serves a socket reads short pages itself
 */
public record StoreSettings(Path dataDir, int readers, boolean readOnEventLoop) {

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

  private static final Setting<Boolean> READ_ON_EVENT_LOOP =
      new Setting<>(
          "store.read-on-event-loop",
          SettingType.flag(),
          "true",
          "Whether the thread that serves a socket reads short pages itself, which spares them two"
              + " changes of thread. What takes long or has to wait is left to other threads. False"
              + " keeps a disk that hangs from holding up requests that need none.");

  static final List<Setting<?>> CATALOGUE = List.of(DATA_DIR, READERS, READ_ON_EVENT_LOOP);

  static StoreSettings from(SettingValues values) {
    return new StoreSettings(
        values.get(DATA_DIR), values.get(READERS), values.get(READ_ON_EVENT_LOOP));
  }
}
