package conformance;

import java.util.List;

/**
 * What became of a case.
 *
 * @param section section of the contract
 * @param name name of the case
 * @param verdict how it ended
 * @param reason why it failed or is not applicable; empty if it passed
 * @param expected what the contract asks for; empty unless it failed
 * @param seen what came instead; empty unless it failed
 * @param requests the requests of a failed case as curl lines, secrets left out
 */
public record Outcome(
    String section,
    String name,
    Verdict verdict,
    String reason,
    String expected,
    String seen,
    List<String> requests) {

  /** How a case can end. */
  public enum Verdict {
    /** The promise is kept. */
    PASS("pass"),
    /** It is not. */
    FAIL("FAIL"),
    /** The target has nothing on which it could be tried. */
    NOT_APPLICABLE("not applicable");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
