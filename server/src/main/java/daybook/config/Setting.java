package daybook.config;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that an operator can choose: an entry of the catalogue.
 *
 * @param key dotted name in the file, such as "server.port"; a part in angle brackets stands for a
 *     name that the operator fills in
 * @param type what its text looks like
 * @param defaultText its text unless somebody chooses; empty for a key with a part to fill in
 * @param byProfile its text where a profile has another default
 * @param meaning what it does, in a sentence or two, for the reference
 */
record Setting<T>(
    String key,
    SettingType<T> type,
    String defaultText,
    Map<Profile, String> byProfile,
    String meaning) {

  /** Copies the map. */
  Setting {
    byProfile = Map.copyOf(byProfile);
  }

  /** Makes one whose default is the same in every profile. */
  Setting(String key, SettingType<T> type, String defaultText, String meaning) {
    this(key, type, defaultText, Map.of(), meaning);
  }

  /** Returns the same setting with another default in one profile. */
  Setting<T> inProfile(Profile profile, String text) {
    Map<Profile, String> defaults = new EnumMap<>(Profile.class);
    defaults.putAll(byProfile);
    defaults.put(profile, text);
    return new Setting<>(key, type, defaultText, defaults, meaning);
  }

  /** Returns its default in a profile. */
  String defaultText(Profile profile) {
    return byProfile.getOrDefault(profile, defaultText);
  }

  /** Returns its defaults for people. */
  String defaultsInWords() {
    StringBuilder words = new StringBuilder();
    if (!defaultText.isEmpty()) {
      words.append('`').append(defaultText).append('`');
    }
    for (Profile profile : Profile.values()) {
      if (byProfile.containsKey(profile)) {
        words.append(", ").append(profile.text());
        words.append(": `").append(byProfile.get(profile)).append('`');
      }
    }
    return words.toString();
  }

  /** What every environment variable of ours begins with. */
  static final String VARIABLE_PREFIX = "DAYBOOK_";

  /** Says whether a part of the key is filled in by the operator. */
  boolean isPattern() {
    return key.indexOf('<') >= 0;
  }

  /** Returns the key up to the part that the operator fills in. */
  String prefix() {
    return isPattern() ? key.substring(0, key.indexOf('<')) : key;
  }

  /** Returns the group it belongs to, such as "server". */
  String group() {
    return key.substring(0, key.indexOf('.'));
  }

  /** Returns the environment variable that sets it. */
  String variable() {
    return variable(key);
  }

  /** Returns the environment variable of a key. */
  static String variable(String key) {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
