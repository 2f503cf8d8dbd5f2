package daybook.cli.terminal;

/** Says that a command was asked for something it can't do, in words for the one who typed it. */
public final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one with a message that says what to do instead. */
  public Complaint(String message) {
    super(message, null, false, false);
  }
}
