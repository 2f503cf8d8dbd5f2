package conformance;

/**
 * One row of the contract, as something that can be tried.
 *
 * @param name the row and what it promises, such as "CONTRACT 1.2 region: UK is spelled UK"
 * @param body what tries it
 */
public record Case(String name, Body body) {

  /** What a case does; it ends without an exception if the promise is kept. */
  @FunctionalInterface
  public interface Body {

    /** Tries it. */
    void run() throws Exception;
  }

  /** Makes a case of a row of the contract. */
  public static Case of(String row, String promise, Body body) {
    return new Case("CONTRACT " + row + ": " + promise, body);
  }

  /** Returns the section of the contract, such as 1.2. */
  public String section() {
    String[] words = name.split("[ :]+", 3);
    return words[0].equals("CONTRACT") ? words[1] : words[0];
  }
}
