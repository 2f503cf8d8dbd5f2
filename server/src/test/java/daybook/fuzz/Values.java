package daybook.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/** Good, nearly good and bad values of parameters, fit to stand in a target. */
final class Values {

  static final List<String> DATES =
      List.of(
          "2025-03-04T05:06:07Z",
          "2025-03-04",
          "2025-03-09T00:00:00Z",
          "2025-02-01T00:00:00.000Z",
          "2025-06-30T00:00:00Z",
          "2025-03-04T05:06:07%2B01:00",
          "2025-03-04T05:06:07+01:00",
          "2025-03-04T05:06:07-0130",
          "2025-03-04T05:06:07+01",
          "2025-03-04T05:06:07.123456789Z",
          "2025-03-04T05:06:07%20GMT",
          "2025-03-04T05:06:07.000%20PST",
          "2025-03-04T05:06:07%20Europe/Berlin",
          "2025-03-04T05:06:07[Europe/Berlin]",
          "2025-03-04T05:06:07",
          "2025-03-04%2005:06:07",
          "2025-03-04T05:06Z",
          "2025-03-04t05:06:07z",
          "20250304T050607Z",
          "2025-W10-2",
          "2025-063",
          "2025-02-29T00:00:00Z",
          "2025-02-30",
          "2025-13-01T00:00:00Z",
          "2025-03-04T24:00:00Z",
          "2025-03-04T23:59:60Z",
          "2025-03-04T05:06:07%2B18:01",
          "2025-03-04T05:06:07-18:00",
          "2025-03-04T05:06:07%2B99:99",
          "0000-00-00T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "-0001-01-01T00:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "%2B999999999-12-31T23:59:59Z",
          "%2B1000000000-12-31T23:59:59Z",
          "9999-12-31T23:59:59.999999999Z",
          "10000-01-01T00:00:00Z",
          "1970-01-01T00:00:00Z",
          "1969-12-31T23:59:59Z",
          "2999-01-01T00:00:00Z",
          "1741064767",
          "9223372036854775807",
          "-9223372036854775808",
          "1e400",
          "NaN",
          "now",
          "T",
          "Z",
          "2025-03-04T05:06:07." + "9".repeat(3_000) + "Z",
          "2025-03-04T05:06:07Z%00",
          "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95-03-04",
          "Tue,%2004%20Mar%202025%2005:06:07%20GMT",
          "2025/03/04",
          "03/04/2025");

  static final List<String> NUMBERS =
      List.of(
          "1",
          "100",
          "50",
          "0",
          "-1",
          "101",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e3",
          "1.5",
          "0x10",
          "%2B5",
          "+7",
          "%207%20",
          "007",
          "%D9%A3",
          "1_000",
          "NaN",
          "9".repeat(5_000));

  static final List<String> WORDS =
      List.of(
          "CLOSED",
          "CANCELLED",
          "CLOSED,CANCELLED",
          "Pending%20Approval",
          "pending_fulfillment",
          "Shipped",
          "Unshipped,PartiallyShipped",
          "MFN",
          "AFN,MFN",
          "COD",
          "US",
          "UK",
          "GB",
          "us",
          "XX",
          "ATVPDKIKX0DER",
          "ATVPDKIKX0DER,A1PA6795UKMFR9",
          "A1VC38T7YXB528",
          "true",
          "True",
          "1",
          "false",
          "maybe",
          "PO-1",
          "PO-2",
          "nobody@example.com",
          "UNKNOWN_STATUS",
          "CLOSED%00",
          "CLOSED,",
          ",CLOSED",
          ",",
          ",".repeat(10_000),
          "%2C".repeat(3_000),
          "CLOSED,".repeat(1_500),
          "x,".repeat(5_000),
          "[]",
          "[%22CLOSED%22]",
          "%7B%7D",
          "null",
          "undefined",
          "[object%20Object]");

  static final List<String> POISON =
      List.of(
          "",
          "%00",
          "a%00b",
          "%",
          "%%",
          "%2",
          "%zz",
          "%u0041",
          "%25%30%30",
          "%2525252525",
          "%C0%AF",
          "%C0%80",
          "%E0%80%AF",
          "%F0%80%80%AF",
          "%ED%A0%80",
          "%ED%B0%80",
          "%ED%A0%80%ED%B0%80",
          "%F4%90%80%80",
          "%FF%FE",
          "%80",
          "%C3",
          "%EF%BB%BF",
          "%EF%BF%BE",
          "%E2%80%AE",
          "%E2%80%A8",
          "%F0%9F%92%A9",
          "%0d%0aX-Injected:%20yes",
          "%0aX-Injected:%20yes",
          "%0d%0a%0d%0a%3Chtml%3E",
          "%E5%98%8A%E5%98%8DX-Injected:%20yes",
          "?a=b?c=d",
          "?nextPageToken=x?orderStartDate=2025-01-01",
          "%3FnextPageToken=x",
          "'%20OR%201=1--",
          "%27%3B%20DROP%20TABLE%20business_order%3B--",
          "%22%2C%22x%22:%22",
          "%5C%22%5Cu0000",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "$%7Bjndi:ldap://127.0.0.1/x%7D",
          "{{7*7}}",
          "../../../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "%25n%25s%25x",
          "a".repeat(8_000),
          "%41".repeat(2_500),
          "%F0%9F%92%A9".repeat(600),
          "%CC%81".repeat(1_500),
          "(".repeat(4_000),
          "((a+)+)+$",
          "*",
          "\u00ff\u00fe",
          "\u00c3\u00a4",
          "\u0080",
          "#fragment",
          ";jsessionid=1",
          "=",
          "==",
          "&&",
          "|",
          "`id`",
          "~",
          "\\",
          "^",
          "<>");

  private Values() {}

  /** Returns a value of any kind, the poison more often than not. */
  static String any(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> pick(random, DATES);
      case 1 -> pick(random, NUMBERS);
      case 2 -> pick(random, WORDS);
      case 3 -> noise(random, 1 + random.nextInt(40));
      default -> pick(random, POISON);
    };
  }

  static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Returns random bytes, every one of them escaped. */
  static String noise(Random random, int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append("%%%02x".formatted(random.nextInt(256)));
    }
    return noise.toString();
  }

  /** Returns random bytes as they are. */
  static String rawNoise(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return new String(bytes, ISO_8859_1);
  }

  /** Changes a text a little: a bit, a character less, two exchanged, some twice. */
  static String damaged(Random random, String text) {
    if (text.length() < 4) {
      return text + "x";
    }
    int at = random.nextInt(text.length() - 2);
    String changed =
        switch (random.nextInt(8)) {
          case 0 -> text.substring(0, at);
          case 1 -> text.substring(0, at) + text.substring(at + 1);
          case 2 ->
              text.substring(0, at)
                  + text.charAt(at + 1)
                  + text.charAt(at)
                  + text.substring(at + 2);
          case 3 -> text + text;
          case 4 -> text.substring(at);
          case 5 -> text + "=".repeat(1 + random.nextInt(3));
          case 6 -> text.substring(0, at) + "A" + text.substring(at);
          default ->
              text.substring(0, at) + flipped(random, text.charAt(at)) + text.substring(at + 1);
        };
    return changed.equals(text) ? text + "A" : changed;
  }

  // Stays a character that may stand in a target and in a header.
  private static char flipped(Random random, char c) {
    char flipped = (char) (c ^ 1 << random.nextInt(6));
    return flipped > ' ' && flipped < 0x7f ? flipped : 'A';
  }

  /** Returns a text whose characters are the bytes of UTF-8. */
  static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** Escapes everything that is no letter or digit. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      escaped.append(plain ? "" + c : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }
}
