package daybook.app;

import daybook.config.Settings;
import daybook.config.SettingsException;
import daybook.config.SettingsInput;
import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A store by what somebody types for it: the URL of a database, a data directory, or a file.
 *
 * @param options how it is opened
 * @param exists whether there is something; of a database nobody knows before it is opened
 */
public record StorePlace(StoreOptions options, boolean exists) {

  /**
   * Reads what was typed.
   *
   * @param text what was typed
   * @param input settings that say how a database is reached, and who connects
   * @throws SettingsException if it is no URL of a database, and can't be a path either
   */
  public static StorePlace of(String text, SettingsInput input) {
    if (text.startsWith("jdbc:")) {
      Map<String, String> flags = new LinkedHashMap<>(input.flags());
      flags.put("store.url", text);
      Settings settings =
          Settings.load(new SettingsInput(flags, input.environment(), input.file()));
      return new StorePlace(Wiring.storeOptions(settings, Path.of(text)), true);
    }
    if (text.contains("://")) {
      // Not repeated: it may hold a password.
      throw new SettingsException(
          List.of(
              "a store is named by a directory, a file, or a URL that begins with "
                  + PostgresOptions.SCHEME));
    }
    Path file = file(Path.of(text));
    return new StorePlace(StoreOptions.sqlite(file), Files.exists(file));
  }

  // What is not there yet is a directory, as everywhere else, unless it is called like a file.
  private static Path file(Path path) {
    boolean file = Files.isRegularFile(path) || (!Files.exists(path) && namesAFile(path));
    return file ? path : path.resolve(Workspace.STORE_FILE);
  }

  private static boolean namesAFile(Path path) {
    return path.toString().endsWith(".db");
  }
}
