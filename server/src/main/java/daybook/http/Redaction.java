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

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)token|secret|password|signature|credential|code");

  // Values of parameters whose name says so; "?name=" within a value is a parameter too. Names are
  // taken whole (possessive), so that a long query is passed over once and not again and again.
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)((?<=^|[&?=])(?=[^&?=]*(?:token|secret|password|signature|credential|code))"
              + "[^&?=]*+=)[^&?]*+");

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
    String query = decodedLetters(target.substring(mark + 1));
    return text(path + "?" + withoutSecretParameters(query));
  }

  // Letters, '=' and '?' may come encoded; decoded they mean the same and can be recognised.
  private static String decodedLetters(String query) {
    if (query.indexOf('%') < 0) {
      return query;
    }
    return ENCODED_LETTER
        .matcher(query)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(match.group(1), 16))));
  }

  // The search for a name is cheap, the pattern is not, and this is done for every request.
  private static String withoutSecretParameters(String query) {
    return SECRET_NAME.matcher(query).find()
        ? SECRET_PARAMETER.matcher(query).replaceAll("$1" + HIDDEN)
        : query;
  }

  /** Returns text without tokens, its control and non-ASCII characters written as escapes. */
  static String text(String text) {
    String plain =
        text.indexOf("tz") < 0
                && text.indexOf("TZ") < 0
                && text.indexOf("tZ") < 0
                && text.indexOf("Tz") < 0
            ? text
            : TOKEN.matcher(text).replaceAll("$1$2" + HIDDEN);
    if (isPlain(plain)) {
      return plain;
    }
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

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }
}
