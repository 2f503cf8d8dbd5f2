package daybook.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Values of settings, read from the strongest source that has them; keeps what is wrong. */
final class SettingValues {

  private final SmallRyeConfig config;
  private final Path file;
  private final List<String> problems;

  /** Takes the layered sources, the file among them, and what was wrong with them already. */
  SettingValues(SmallRyeConfig config, Path file, List<String> problems) {
    this.config = config;
    this.file = file;
    this.problems = new ArrayList<>(problems);
  }

  /** Returns the value of a setting; its default, and a problem kept, if it is bad. */
  <T> T get(Setting<T> setting) {
    ConfigValue found = config.getConfigValue(setting.key());
    if (found.getValue() == null) {
      return setting.type().parse(setting.defaultText(get(Profile.SETTING)));
    }
    T value = parsed(setting.type(), found);
    return value == null ? setting.type().parse(setting.defaultText()) : value;
  }

  /** Returns all usage plans, those for all accounts first, each once. */
  List<PlanSetting> plans() {
    Map<String, ConfigValue> strongest = new LinkedHashMap<>();
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(
            key ->
                fillsIn(ThrottleSettings.OPERATION_PLAN, key)
                    || fillsIn(ThrottleSettings.ACCOUNT_PLAN, key))
        .map(config::getConfigValue)
        .sorted(
            Comparator.comparingInt(ConfigValue::getSourceOrdinal)
                .thenComparing(ConfigValue::getName))
        // An operation may be written in another case: the environment knows capitals only.
        .forEach(found -> strongest.put(foldedOperation(found.getName()), found));
    List<PlanSetting> plans = new ArrayList<>();
    for (ConfigValue found : strongest.values()) {
      SettingType.Plan plan = parsed(ThrottleSettings.OPERATION_PLAN.type(), found);
      if (plan != null) {
        plans.add(planSetting(found, plan));
      }
    }
    plans.sort(Comparator.comparing(plan -> plan.account() != null));
    return plans;
  }

  /** Keeps one more thing that is wrong: settings that do not fit together. */
  void complain(String problem) {
    problems.add(problem);
  }

  /** Throws all that is wrong, if anything is. */
  void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** Says whether the key is one of a setting with parts to fill in, none of them empty. */
  static boolean fillsIn(Setting<?> pattern, String key) {
    if (!key.startsWith(pattern.prefix()) || key.endsWith(".")) {
      return false;
    }
    String filled = key.substring(pattern.prefix().length());
    // An account id may contain dots, an operation id may not.
    int dot = filled.lastIndexOf('.');
    return pattern.equals(ThrottleSettings.ACCOUNT_PLAN) ? dot > 0 : dot < 0 && !filled.isEmpty();
  }

  private <T> @Nullable T parsed(SettingType<T> type, ConfigValue found) {
    String text = found.getValue();
    try {
      return type.parse(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      problems.add(
          found.getName()
              + " = "
              + (type.isSecret() ? "..." : shown(text))
              + " ("
              + where(found)
              + ") is not valid: expected "
              + type.form());
      return null;
    }
  }

  private PlanSetting planSetting(ConfigValue found, SettingType.Plan plan) {
    String key = found.getName();
    int dot = key.lastIndexOf('.');
    String account =
        fillsIn(ThrottleSettings.ACCOUNT_PLAN, key)
            ? key.substring(ThrottleSettings.ACCOUNT_PLAN.prefix().length(), dot)
            : null;
    String place = key + " (" + where(found) + ")";
    return new PlanSetting(account, key.substring(dot + 1), plan.rate(), plan.burst(), place);
  }

  private String where(ConfigValue found) {
    if (found.getSourceOrdinal() == SettingSources.Source.FILE.layer()) {
      return file + ", line " + found.getLineNumber();
    }
    if (found.getSourceOrdinal() == SettingSources.Source.ENVIRONMENT.layer()) {
      return "environment variable " + Setting.variable(found.getName());
    }
    return SettingSources.Source.FLAGS.label();
  }

  private static String foldedOperation(String key) {
    int dot = key.lastIndexOf('.');
    return key.substring(0, dot) + key.substring(dot).toLowerCase(Locale.ROOT);
  }

  // No message grows with its input.
  private static String shown(@Nullable String text) {
    String value = text == null ? "" : text.replaceAll("\\p{Cntrl}", "?");
    return value.length() <= 80 ? "'" + value + "'" : "'" + value.substring(0, 80) + "...'";
  }
}
