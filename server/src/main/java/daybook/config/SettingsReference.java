package daybook.config;

import java.util.ArrayList;
import java.util.List;

/** Writes the catalogue of settings down for people: as a page and as help of the command line. */
public final class SettingsReference {

  private static final int WIDTH = 80;

  private SettingsReference() {}

  /** Returns the page {@code docs/settings.md}. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(8_192);
    page.append("# Settings\n\n")
        .append(
            "<!-- Generated from the catalogue in daybook.config; a test compares them. -->\n\n")
        .append(introduction());
    for (SettingCatalogue.Group group : SettingCatalogue.GROUPS) {
      page.append("\n## ").append(group.name()).append("\n\n");
      page.append(group.meaning()).append("\n\n");
      page.append("| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
      for (Setting<?> setting : group.settings()) {
        page.append("| `").append(setting.key()).append("` | ").append(setting.type().form());
        page.append(" | ").append(setting.isPattern() ? "" : setting.defaultsInWords());
        page.append(" | ").append(setting.meaning()).append(" |\n");
      }
    }
    return page.toString();
  }

  /** Returns the text for {@code --help}: key, default and meaning of each setting. */
  public static String help() {
    StringBuilder text = new StringBuilder(4_096);
    for (SettingCatalogue.Group group : SettingCatalogue.GROUPS) {
      text.append(group.meaning()).append('\n');
      for (Setting<?> setting : group.settings()) {
        String preset =
            setting.isPattern() ? "" : " (" + setting.defaultsInWords().replace("`", "") + ")";
        text.append("  ").append(setting.key()).append(preset).append('\n');
        for (String line : wrapped(setting.meaning() + " Expected: " + setting.type().form())) {
          text.append("      ").append(line).append('\n');
        }
      }
    }
    return text.toString();
  }

  /** Returns the keys that are not filled in by the operator, for completion in a shell. */
  public static List<String> keys() {
    return SettingCatalogue.all().stream()
        .filter(setting -> !setting.isPattern())
        .map(Setting::key)
        .toList();
  }

  private static String introduction() {
    return """
        A setting is taken from the first of these places that has it:

        1. the command line;
        2. the environment: the key in capitals after `%s`, with `_` for `.` and `-`, so \
        `%s` for `%s`; an empty variable counts as not set;
        3. the file `%s` in the data directory, or the one that `--config` or `%s` names: a \
        line `key = value` each, in UTF-8;
        4. the default.

        A key that is not known, or a value that is not of the form given here, stops the start \
        with a message that says where it stands.
        """
        .formatted(
            Setting.VARIABLE_PREFIX,
            Setting.variable("server.port"),
            "server.port",
            Settings.FILE_NAME,
            SettingSources.FILE_VARIABLE);
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > 0) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
