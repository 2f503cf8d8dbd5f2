package daybook.access;

/** Says why an application or a grant can't be made or changed, for the person who asked. */
public final class RegistrarException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes a message that a person can act on. */
  public RegistrarException(String message) {
    super(message, null, false, false);
  }
}
