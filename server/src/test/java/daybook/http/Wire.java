package daybook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection that sends exactly the bytes a test writes down. */
final class Wire implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends text whose characters are the bytes. */
  Wire send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  Answer answer() throws IOException {
    return Answer.read(socket.getInputStream(), true);
  }

  Answer answerWithoutBody() throws IOException {
    return Answer.read(socket.getInputStream(), false);
  }

  /** Waits until the server closes the connection; returns how many bytes it still sent. */
  long untilClosed() throws IOException {
    InputStream in = socket.getInputStream();
    long bytes = 0;
    try {
      while (in.read() >= 0) {
        bytes++;
      }
    } catch (java.net.SocketException e) {
      // A reset is a way to close, too.
      return bytes;
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
