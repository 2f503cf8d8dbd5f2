package daybook.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The target of a request, split as it came and decoded afterwards, so that an encoded slash stays
 * within its segment.
 *
 * @param path the segments between slashes, decoded; one slash at the end counts for nothing
 * @param query query parameters in the order they were sent, decoded
 */
record RawTarget(List<String> path, Map<String, List<String>> query) {

  /** Says that a target has no meaning; the message is for the access log. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** Reads a target, whose characters stand for the bytes that were sent. */
  static RawTarget parse(String target) throws UnreadableException {
    int mark = target.indexOf('?');
    String query = mark < 0 ? "" : target.substring(mark + 1);
    return new RawTarget(segments(rawPath(target)), parameters(query));
  }

  /** Returns the path as it came, without a slash at its end. */
  static String rawPath(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static List<String> segments(String path) throws UnreadableException {
    List<String> segments = new ArrayList<>();
    for (String raw : path.split("/", -1)) {
      segments.add(decode(raw, false));
    }
    return segments;
  }

  private static Map<String, List<String>> parameters(String query) throws UnreadableException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
      if (!name.isEmpty()) {
        parameters.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String raw, boolean plusIsSpace) throws UnreadableException {
    if (raw.chars().allMatch(c -> c < 0x80 && c != '%' && c != '+')) {
      return raw;
    }
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.put(escaped(raw, i));
        i += 2;
      } else {
        bytes.put(c == '+' && plusIsSpace ? (byte) ' ' : (byte) c);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException("the target is not UTF-8");
    }
  }

  private static byte escaped(String raw, int percent) throws UnreadableException {
    int high = percent + 2 < raw.length() ? Character.digit(raw.charAt(percent + 1), 16) : -1;
    int low = percent + 2 < raw.length() ? Character.digit(raw.charAt(percent + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw new UnreadableException("the target has a '%' without two hexadecimal digits");
    }
    return (byte) (high << 4 | low);
  }
}
