package daybook.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hostile request.
 *
 * @param number which of its seed it is
 * @param kind what is wrong with it
 * @param manner how it is sent
 * @param text its bytes, a character each
 * @param mayShow names of the accounts whose access tokens it carries unchanged
 * @param restricted whether it carries a restricted data token unchanged
 */
public record Hostile(
    long number, String kind, Manner manner, String text, Set<String> mayShow, boolean restricted) {

  /** How a request is sent, and what it must get. */
  public enum Manner {
    /** One whole request: gets one answer, on a connection with others before and after it. */
    WHOLE,
    /** Nobody can say how many requests it is: gets an answer or is hung up on, in time. */
    UNCLEAR,
    /** Never comes to an end: is hung up on, in time. */
    UNENDING,
    /** Hangs up in the middle of its answer. */
    ABRUPT
  }

  /** Returns the bytes. */
  public byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }

  /** Says whether the answer comes without a body. */
  boolean isHead() {
    return text.startsWith("HEAD ");
  }

  /** Returns the target as it was sent, or nothing. */
  String target() {
    String[] words = text.lines().findFirst().orElse("").split(" ", -1);
    return words.length == 3 ? words[1] : "";
  }

  /** Returns a description to repeat it with. */
  public String description() {
    StringBuilder all = new StringBuilder();
    all.append("request ").append(number).append(" (").append(kind).append(", ").append(manner);
    all.append("): \"").append(escaped(text)).append('"');
    String curl = curl();
    return curl.isEmpty() ? all.toString() : all + System.lineSeparator() + "  " + curl;
  }

  // Only what curl sends as it is told.
  private String curl() {
    int end = text.indexOf("\r\n\r\n");
    if (manner != Manner.WHOLE || end < 0 || !text.matches("[ -~\r\n]*")) {
      return "";
    }
    List<String> head = text.substring(0, end).lines().toList();
    String[] words = head.get(0).split(" ", -1);
    if (words.length != 3 || !words[1].startsWith("/")) {
      return "";
    }
    String headers =
        head.stream()
            .skip(1)
            .filter(line -> !line.startsWith("Content-Length"))
            .map(line -> " -H " + quoted(line))
            .collect(Collectors.joining());
    String body = text.substring(end + 4);
    return "curl -i --path-as-is -g -X "
        + words[0]
        + headers
        + (body.isEmpty() ? "" : " --data-binary " + quoted(body))
        + " "
        + quoted("http://127.0.0.1:8080" + words[1]);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(String bytes) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      switch (c) {
        case '\r' -> shown.append("\\r");
        case '\n' -> shown.append("\\n");
        case '\\' -> shown.append("\\\\");
        case '"' -> shown.append("\\\"");
        default -> shown.append(c >= ' ' && c <= '~' ? "" + c : "\\x%02x".formatted((int) c));
      }
    }
    return shown.toString();
  }
}
