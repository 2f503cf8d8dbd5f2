package daybook.config;

import daybook.config.word.Spelling;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Puts command line, environment, file and defaults on top of each other. */
final class SettingSources {

  /** Names the file of settings, like the flag of that name. */
  static final String FILE_VARIABLE = Setting.VARIABLE_PREFIX + "CONFIG";

  /** Read by the launcher. */
  private static final String LAUNCHER_VARIABLE = Setting.VARIABLE_PREFIX + "JAVA_OPTS";

  /** What Kubernetes gives to every pod beside a service that is called "daybook". */
  private static final Pattern KUBERNETES =
      Pattern.compile("DAYBOOK_(SERVICE_(HOST|PORT)|PORT)(_.*)?");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Setting<?>> fixed = new LinkedHashMap<>();

  private SettingSources() {
    for (Setting<?> setting : SettingCatalogue.all()) {
      if (!setting.isPattern()) {
        fixed.put(setting.key(), setting);
      }
    }
  }

  /** Opens all sources; what is wrong with them is kept with the values. */
  static SettingValues open(SettingsInput input) {
    return new SettingSources().layered(input);
  }

  private SettingValues layered(SettingsInput input) {
    Map<String, String> environment = fromEnvironment(input.environment());
    input.flags().keySet().stream()
        .filter(key -> !isKnown(key))
        .sorted()
        .forEach(key -> problems.add(unknown(key, "on " + Source.FLAGS.label())));
    if (input.flags().containsKey(StoreSettings.PASSWORD.key())) {
      problems.add(
          StoreSettings.PASSWORD.key()
              + " can't be set on the command line, where others see it; set "
              + StoreSettings.PASSWORD.variable()
              + " in the environment");
    }
    List<ConfigSource> sources = new ArrayList<>();
    sources.add(source(input.flags(), Source.FLAGS));
    sources.add(source(environment, Source.ENVIRONMENT));
    Path named = namedFile(input);
    Path file = named == null ? dataDir(input.flags(), environment) : named;
    if (named != null || Files.exists(file)) {
      fromFile(file, named != null, sources);
    }
    SmallRyeConfig config =
        new SmallRyeConfigBuilder().withSources(sources).withDefaultValues(defaults()).build();
    return new SettingValues(config, file, problems);
  }

  // Those that depend on the profile are filled in once it is known.
  private Map<String, String> defaults() {
    return fixed.values().stream()
        .filter(setting -> setting.byProfile().isEmpty())
        .collect(Collectors.toMap(Setting::key, Setting::defaultText));
  }

  private static ConfigSource source(Map<String, String> values, Source source) {
    return new PropertiesConfigSource(values, source.label(), source.layer);
  }

  private static @Nullable Path namedFile(SettingsInput input) {
    String variable = input.environment().getOrDefault(FILE_VARIABLE, "");
    if (input.file() != null || variable.isBlank()) {
      return input.file();
    }
    return Path.of(variable);
  }

  // Where the file lies can't depend on what is in it.
  private static Path dataDir(Map<String, String> flags, Map<String, String> environment) {
    Setting<Path> setting = StoreSettings.DATA_DIR;
    String key = setting.key();
    String text = flags.getOrDefault(key, environment.getOrDefault(key, setting.defaultText()));
    try {
      return setting.type().parse(text).resolve(Settings.FILE_NAME);
    } catch (IllegalArgumentException e) {
      // The bad value is reported when it is read as a setting.
      return Path.of(setting.defaultText(), Settings.FILE_NAME);
    }
  }

  private void fromFile(Path file, boolean named, List<ConfigSource> sources) {
    try {
      PropertiesConfigSource source =
          new PropertiesConfigSource(file.toUri().toURL(), Source.FILE.layer);
      for (String key : new TreeMap<>(source.getConfigValueProperties()).keySet()) {
        int line = source.getConfigValue(key).getLineNumber();
        String place = "in " + file + ", line " + line;
        if (!isKnown(key)) {
          problems.add(unknown(key, place));
        } else if (!named && key.equals(StoreSettings.DATA_DIR.key())) {
          problems.add(
              key + " can't be set " + place + ": this file is looked for in the data directory");
        }
      }
      sources.add(source);
    } catch (IOException e) {
      problems.add("the file of settings " + file + " can't be read: " + e);
    } catch (IllegalArgumentException e) {
      problems.add("the file of settings " + file + " is broken: " + e.getMessage());
    }
  }

  private Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> keys =
        fixed.values().stream().collect(Collectors.toMap(Setting::variable, Setting::key));
    String planPrefix = Setting.variable(ThrottleSettings.OPERATION_PLAN.prefix());
    Map<String, String> values = new TreeMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (!isOurs(name) || value.isBlank()) {
                return;
              }
              if (keys.containsKey(name)) {
                values.put(keys.get(name), value);
              } else if (name.length() > planPrefix.length() && name.startsWith(planPrefix)) {
                String operation = name.substring(planPrefix.length());
                values.put(ThrottleSettings.OPERATION_PLAN.prefix() + operation, value);
              } else {
                problems.add(unknownVariable(name, keys));
              }
            });
    return values;
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith(Setting.VARIABLE_PREFIX)
        && !variable.equals(FILE_VARIABLE)
        && !variable.equals(LAUNCHER_VARIABLE)
        && !KUBERNETES.matcher(variable).matches();
  }

  private static String unknownVariable(String name, Map<String, String> keys) {
    if (name.startsWith(Setting.variable(ThrottleSettings.ACCOUNT_PLAN.prefix()))) {
      return name
          + ": a plan of one account can't be set in the environment; write "
          + ThrottleSettings.ACCOUNT_PLAN.key()
          + " into the file of settings";
    }
    return "unknown setting in environment variable "
        + name
        + "; the nearest known one is "
        + Spelling.nearest(name, keys.keySet());
  }

  private static boolean isKnown(String key) {
    return SettingCatalogue.all().stream()
        .anyMatch(
            setting ->
                setting.isPattern()
                    ? SettingValues.fillsIn(setting, key)
                    : setting.key().equals(key));
  }

  private static String unknown(String key, String place) {
    List<String> known = SettingCatalogue.all().stream().map(s -> filledIn(s, key)).toList();
    return "unknown setting "
        + key
        + " "
        + place
        + "; the nearest known one is "
        + Spelling.nearest(key, known);
  }

  // A key with parts to fill in is compared as if they were filled in like the unknown key's.
  private static String filledIn(Setting<?> setting, String unknown) {
    String[] parts = unknown.split("\\.", -1);
    int wanted = setting.key().split("\\.", -1).length;
    if (!setting.isPattern() || parts.length != wanted) {
      return setting.key();
    }
    String[] known = setting.key().split("\\.", -1);
    for (int i = 0; i < wanted; i++) {
      known[i] = known[i].startsWith("<") ? parts[i] : known[i];
    }
    return String.join(".", known);
  }

  /** A layer; the higher one wins. */
  enum Source {
    FILE(100, "the file of settings"),
    ENVIRONMENT(200, "the environment"),
    FLAGS(300, "the command line");

    private final int layer;
    private final String label;

    Source(int layer, String label) {
      this.layer = layer;
      this.label = label;
    }

    /** Returns the height in the pile. */
    int layer() {
      return layer;
    }

    /** Returns the name for messages. */
    String label() {
      return label;
    }
  }
}
