package conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/** Sends what no well-behaved client would send, byte for byte. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  static Answer send(URI base, Request request) throws IOException {
    try (Socket socket = connect(base)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(socket, text(base, request).getBytes(StandardCharsets.UTF_8));
      return read(request, new BufferedInputStream(socket.getInputStream()));
    }
  }

  // A server may refuse a request, and stop to read, before it has all of it.
  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
    } catch (IOException e) {
      // The answer tells.
    }
  }

  private static Socket connect(URI base) throws IOException {
    boolean secure = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
    return secure
        ? SSLSocketFactory.getDefault().createSocket(base.getHost(), port)
        : new Socket(base.getHost(), port);
  }

  private static String text(URI base, Request request) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(base.getAuthority()).append("\r\nConnection: close\r\n");
    request.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    if (!request.body().isEmpty()) {
      int length = request.body().getBytes(StandardCharsets.UTF_8).length;
      text.append("Content-Length: ").append(length).append("\r\n");
    }
    return text.append("\r\n").append(request.body()).toString();
  }

  private static Answer read(Request request, InputStream in) throws IOException {
    String[] statusLine = line(in).split(" ", 3);
    if (statusLine.length < 2 || !statusLine[1].matches("\\d{3}")) {
      throw new Mismatch("an HTTP answer", String.join(" ", statusLine));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      headers
          .computeIfAbsent(name, absent -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    HttpHeaders read = HttpHeaders.of(headers, (name, value) -> true);
    long length = read.firstValueAsLong("content-length").orElse(-1);
    byte[] body = length < 0 ? in.readAllBytes() : in.readNBytes((int) length);
    return new Answer(
        request, Integer.parseInt(statusLine[1]), read, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
