package daybook.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what strangers sent fit to be written into a log: no secrets, one line, plain text. */
final class Redaction {

  private static final String HIDDEN = "...";

  // Access, refresh and restricted data tokens, wherever they may have been pasted.
  private static final Pattern TOKEN =
      Pattern.compile("(?i)\\b(Atz[a-z.]{1,8})(\\||%7C)[^&?/\\s\"]*");

  private static final String TOKEN_PREFIX = "atz";

  // The bit that tells a small letter of ASCII from a capital one.
  private static final int LOWER = 0x20;

  private static final List<String> SECRET_WORDS =
      List.of("token", "secret", "password", "signature", "credential", "code");

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

  // Letters, '=' and '?' may come encoded; decoded they mean the same and can be recognised. By
  // hand, like what follows: this is done for every request, and patterns took 4 % of one.
  private static String decodedLetters(String query) {
    int percent = query.indexOf('%');
    if (percent < 0) {
      return query;
    }
    StringBuilder decoded = new StringBuilder(query.length());
    int done = 0;
    while (percent >= 0 && percent + 2 < query.length()) {
      int high = Character.digit(query.charAt(percent + 1), 16);
      int low = Character.digit(query.charAt(percent + 2), 16);
      char c = (char) (high * 16 + low);
      if (high >= 0 && low >= 0 && (isLetter(c) || c == '=' || c == '?')) {
        decoded.append(query, done, percent).append(c);
        done = percent + 3;
      }
      percent = query.indexOf('%', percent + 1);
    }
    return decoded.append(query, done, query.length()).toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  // Values of parameters whose name says so; "?name=" within a value is a parameter too, and so is
  // what stands between two '='.
  private static String withoutSecretParameters(String query) {
    StringBuilder plain = new StringBuilder(query.length());
    int start = 0;
    while (start <= query.length()) {
      int end = end(query, start);
      int value = secretValue(query, start, end);
      plain.append(query, start, value < 0 ? end : value).append(value < 0 ? "" : HIDDEN);
      if (end < query.length()) {
        plain.append(query.charAt(end));
      }
      start = end + 1;
    }
    return plain.toString();
  }

  private static int end(String query, int start) {
    int end = start;
    while (end < query.length() && query.charAt(end) != '&' && query.charAt(end) != '?') {
      end++;
    }
    return end;
  }

  // Where the value of the first secret parameter between two places begins, or -1.
  private static int secretValue(String query, int start, int end) {
    int name = start;
    int equals = query.indexOf('=', name);
    while (equals >= 0 && equals < end) {
      for (String word : SECRET_WORDS) {
        if (holds(query, name, equals, word)) {
          return equals + 1;
        }
      }
      name = equals + 1;
      equals = query.indexOf('=', name);
    }
    return -1;
  }

  // The first letter is looked at by itself: it settles nearly all places, at a tenth of the cost.
  private static boolean holds(String text, int start, int end, String word) {
    char first = word.charAt(0);
    for (int i = start; i + word.length() <= end; i++) {
      if ((text.charAt(i) | LOWER) == first
          && text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns text without tokens, its control and non-ASCII characters written as escapes. */
  static String text(String text) {
    boolean suspicious = holds(text, 0, text.length(), TOKEN_PREFIX);
    String plain = suspicious ? TOKEN.matcher(text).replaceAll("$1$2" + HIDDEN) : text;
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
