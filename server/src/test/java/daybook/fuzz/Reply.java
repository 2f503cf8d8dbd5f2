package daybook.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer as it came over the socket.
 *
 * @param status HTTP status
 * @param headers header lines, names in small letters
 * @param body the body, a character each byte
 */
record Reply(int status, List<String> headers, String body) {

  private static final int MOST_HEADER_BYTES = 100_000;

  /** What came is no answer of HTTP/1. */
  static final class NoHttpException extends IOException {
    private static final long serialVersionUID = 1L;

    NoHttpException(String message) {
      super(message);
    }
  }

  /** Reads an answer, passing over interim ones; null if the connection ends before it begins. */
  static Reply read(InputStream in, boolean isHead) throws IOException {
    while (true) {
      String line = line(in);
      if (line == null) {
        return null;
      }
      if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
        throw new NoHttpException("no status line: " + line);
      }
      int status = Integer.parseInt(line.substring(9, 12));
      List<String> headers = headers(in);
      if (status >= 200) {
        boolean bodiless = isHead || status == 204 || status == 304;
        return new Reply(status, headers, bodiless ? "" : body(in, headers));
      }
      if (status == 101) {
        return new Reply(status, headers, "");
      }
    }
  }

  /** Returns the value of a header, empty if there is none. */
  String header(String name) {
    return headers.stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** Says whether the server hangs up after this answer. */
  boolean isLast() {
    return header("connection").toLowerCase(Locale.ROOT).contains("close");
  }

  private static List<String> headers(InputStream in) throws IOException {
    List<String> headers = new ArrayList<>();
    for (String line = line(in); line == null || !line.isEmpty(); line = line(in)) {
      if (line == null) {
        throw new EOFException("the connection ended within the headers of an answer");
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new NoHttpException("no header: " + line);
      }
      headers.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    return headers;
  }

  private static String body(InputStream in, List<String> headers) throws IOException {
    Reply head = new Reply(0, headers, "");
    if (head.header("transfer-encoding").equals("chunked")) {
      StringBuilder body = new StringBuilder();
      while (true) {
        int size = Integer.parseInt(String.valueOf(line(in)), 16);
        body.append(exactly(in, size));
        String end = line(in);
        if (size == 0 || end == null) {
          return body.toString();
        }
      }
    }
    String length = head.header("content-length");
    if (length.isEmpty()) {
      return new String(in.readAllBytes(), ISO_8859_1);
    }
    return exactly(in, Integer.parseInt(length));
  }

  private static String exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within the body of an answer");
    }
    return new String(bytes, ISO_8859_1);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.size() > MOST_HEADER_BYTES) {
        throw new NoHttpException("a line without end");
      }
      line.write(c);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
