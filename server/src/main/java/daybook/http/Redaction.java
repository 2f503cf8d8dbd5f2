package daybook.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what strangers sent fit to be written into a log: no secrets, one line, plain text. */
final class Redaction {

  private static final String HIDDEN = "...";

  // Access, refresh and restricted data tokens, wherever they may have been pasted.
  private static final Pattern TOKEN =
      Pattern.compile("(?i)\\b(Atz[a-z.]{1,8})(\\||%7C)[^&?/\\s\"]*");

  // Values of parameters whose name says so; "?name=" within a value is a parameter too.
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([^&?=]*(?:token|secret|password|signature|credential|code)[^&?=]*=)[^&?]*");

  private static final Pattern ENCODED_LETTER =
      Pattern.compile("%(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a]|3[df])", Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  /** Returns a request target without the values of tokens and secrets. */
  static String target(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    if (mark < 0) {
      return text(path);
    }
    // Letters, '=' and '?' may come encoded; decoded they mean the same and can be recognised.
    String query =
        ENCODED_LETTER
            .matcher(target.substring(mark + 1))
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(match.group(1), 16))));
    return text(path + "?" + SECRET_PARAMETER.matcher(query).replaceAll("$1" + HIDDEN));
  }

  /** Returns text without tokens, its control and non-ASCII characters written as escapes. */
  static String text(String text) {
    String plain = TOKEN.matcher(text).replaceAll("$1$2" + HIDDEN);
    StringBuilder line = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        line.append(c);
      } else {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return line.toString();
  }
}
