package daybook.config;

import java.util.List;

/**
 * What is written about requests.
 *
 * @param accessLog whether each request gets a line
 * @param format how a line looks
 */
public record LoggingSettings(boolean accessLog, Format format) {

  /** How a line of the log looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** One JSON object a line, for machines. */
    JSON
  }

  private static final Setting<Boolean> ACCESS_LOG =
      new Setting<>(
          "logging.access-log",
          SettingType.flag(),
          "true",
          "Whether each request gets a line with its id and, for a refusal, the reason.");
  private static final Setting<Format> FORMAT =
      new Setting<>(
          "logging.format",
          SettingType.choice(Format.class),
          "text",
          "How a line of the log looks: text for people, json for machines.");

  static final List<Setting<?>> CATALOGUE = List.of(ACCESS_LOG, FORMAT);

  static LoggingSettings from(SettingValues values) {
    return new LoggingSettings(values.get(ACCESS_LOG), values.get(FORMAT));
  }
}
