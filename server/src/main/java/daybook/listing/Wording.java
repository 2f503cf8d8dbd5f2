package daybook.listing;

import org.jspecify.annotations.Nullable;

/** How an API family words what is wrong with a parameter (CONTRACT 4.6). */
public interface Wording {

  /**
   * Message and details of a refusal.
   *
   * @param message what is wrong
   * @param details how to mend it; null leaves the member out
   */
  record Words(String message, @Nullable String details) {}

  /** Words that a required parameter is not set. */
  Words missing(String name);

  /** Words that a value is no date. */
  Words noDate(String name, String value);

  /** Words that a value is none of the known ones, which are listed. */
  Words unknown(String name, String known);

  /** Words that a value is neither true nor false. */
  Words noFlag(String name);

  /** Words that a value is no whole number of the range. */
  Words noInteger(String name, int least, int most);

  /** Words that a page token can't be used, whatever the cause. */
  Words badToken();

  /** Words that the parameters are not those of the page before. */
  Words changed();

  /** Words that a page token must be the only parameter. */
  Words notAlone();
}
