package daybook.config;

import java.util.Locale;

/** Which account of the live service the wire follows where accounts differ. */
public enum Profile {
  /** What Amazon's documents say, as CONTRACT 2 decides between them. */
  DOCUMENTED,
  /** What the live service is known to do. */
  OBSERVED,
  /** What Amazon's documents say, every documented limit enforced. */
  STRICT;

  /** Its setting; single switches have settings of their own, whose defaults depend on it. */
  static final Setting<Profile> SETTING =
      new Setting<>(
          "wire.profile",
          SettingType.choice(Profile.class),
          "documented",
          "Which account of the live service is followed where they differ: its documents, what is"
              + " known of it, or its documents with every limit in them. Settings whose default"
              + " depends on this one override it one by one.");

  /** Returns its text in settings. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
