package daybook.json;

/** Shortens foreign text for a message, so that no message grows with its input. */
public final class Excerpt {

  private static final int MAX_CHARS = 60;

  private Excerpt() {}

  /** Returns at most 60 characters of the text, control and half characters replaced. */
  public static String of(String text) {
    String head = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "...";
    return head.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
