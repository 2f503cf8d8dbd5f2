package daybook.config;

import java.util.List;

/** Says what is wrong with the settings, all of it at once, in words an operator can act on. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes the problems, one sentence each, at least one. */
  public SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems), null, false, false);
  }
}
