package daybook.config.word;

/**
 * A text that must not be shown: nothing that prints settings prints it.
 *
 * @param text the secret; empty if there is none
 */
public record Secret(String text) {

  /** No secret. */
  public static final Secret NONE = new Secret("");

  /** Says whether there is none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return isEmpty() ? "no secret" : "a secret";
  }
}
