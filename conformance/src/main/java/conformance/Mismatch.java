package conformance;

/** Says that an answer is not what the contract asks for. */
public final class Mismatch extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String seen;

  /**
   * Takes both sides.
   *
   * @param expected what the contract asks for
   * @param seen what came instead
   */
  public Mismatch(String expected, String seen) {
    super("expected " + expected + "; seen " + seen);
    this.expected = expected;
    this.seen = seen;
  }

  /** Returns what the contract asks for. */
  public String expected() {
    return expected;
  }

  /** Returns what came instead. */
  public String seen() {
    return seen;
  }

  /** Checks that two values are equal. */
  public static void unlessEqual(String what, Object expected, Object seen) {
    if (!expected.equals(seen)) {
      throw new Mismatch(what + " " + expected, String.valueOf(seen));
    }
  }

  /** Checks that something holds. */
  public static void unless(boolean holds, String expected, Object seen) {
    if (!holds) {
      throw new Mismatch(expected, String.valueOf(seen));
    }
  }
}
