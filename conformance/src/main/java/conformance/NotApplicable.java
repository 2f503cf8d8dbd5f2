package conformance;

/** Says that the target has nothing on which a case could be tried. */
public final class NotApplicable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes what is missing. */
  public NotApplicable(String reason) {
    super(reason, null, false, false);
  }
}
