package daybook.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where settings are read from, strongest first; below all of them lie the defaults.
 *
 * @param flags settings by key, from the command line
 * @param environment the environment variables of the process; those that begin with DAYBOOK_ count
 * @param file the file of settings; null for {@code daybook.properties} in the data directory,
 *     which may be missing
 */
public record SettingsInput(
    Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {

  /** Copies the maps. */
  public SettingsInput {
    flags = Map.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  /** Returns an input with nothing but flags. */
  public static SettingsInput ofFlags(Map<String, String> flags) {
    return new SettingsInput(flags, Map.of(), null);
  }
}
