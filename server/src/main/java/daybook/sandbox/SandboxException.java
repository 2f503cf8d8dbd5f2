package daybook.sandbox;

import java.util.List;

/**
 * Says what in the files of a sandbox can't be answered with: file, place and reason, a line each.
 */
public final class SandboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SandboxException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems), null, false, false);
  }
}
