package conformance;

import java.util.Locale;

/** Which account of the live service a target follows where they differ. */
public enum Profile {
  /** What Amazon's documents say. */
  DOCUMENTED,
  /** What the live service is known to do. */
  OBSERVED,
  /** What Amazon's documents say, every documented limit enforced. */
  STRICT;

  /** Reads one as {@code -Dprofile} has it; the documented one unless it is set. */
  public static Profile of(String text) {
    return text.isEmpty() ? DOCUMENTED : valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Returns its name in settings. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
