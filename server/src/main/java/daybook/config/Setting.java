package daybook.config;

import java.util.Locale;

/**
 * One thing that an operator can choose: an entry of the catalogue.
 *
 * @param key dotted name in the file, such as "server.port"; a part in angle brackets stands for a
 *     name that the operator fills in
 * @param type what its text looks like
 * @param defaultText its text unless somebody chooses; empty for a key with a part to fill in
 * @param meaning what it does, in a sentence or two, for the reference
 */
record Setting<T>(String key, SettingType<T> type, String defaultText, String meaning) {

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
