package daybook.cli;

/** Says that a command was asked for something it can't do, in words for the one who typed it. */
final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Complaint(String message) {
    super(message, null, false, false);
  }
}
