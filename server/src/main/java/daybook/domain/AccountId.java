package daybook.domain;

import java.util.regex.Pattern;

/**
 * Names the account that a row belongs to.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores, so that it needs no quoting
 *     in a URL, a shell or a file name
 */
public record AccountId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the value has another form
   */
  public AccountId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an account id is 1 to 64 letters, digits, '.', '_' and '-': '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
