package daybook.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A connection of HTTP/2 whose frames a test writes one by one. */
final class Http2Wire {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;

  private final DataInputStream in;
  private final OutputStream out;

  /** One frame as it came. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Frame(int type, int flags, int stream, byte[] payload) {}

  /** Says what a client says first. */
  Http2Wire(Socket socket) throws IOException {
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
    frame(SETTINGS, 0, 0, new byte[0]);
  }

  /** Asks for a path and returns the status once the answer is complete. */
  int get(int stream, String path, String authority) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x82); // :method GET
    block.write(0x87); // :scheme https
    literal(block, 4, path);
    literal(block, 1, authority);
    frame(HEADERS, END_STREAM | END_HEADERS, stream, block.toByteArray());
    int status = 0;
    while (true) {
      Frame frame = read();
      if (frame.stream() == stream && frame.type() == HEADERS) {
        // The first field is the status; 0x88 is 200 in the table all connections share.
        status = (frame.payload()[0] & 0xFF) == 0x88 ? 200 : -1;
      }
      if (frame.stream() == stream && (frame.flags() & END_STREAM) != 0) {
        return status;
      }
    }
  }

  /** Sends a ping and waits for its echo. */
  void ping(int number) throws IOException {
    frame(PING, 0, 0, new byte[] {0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    Frame frame = read();
    while (frame.type() != PING || (frame.flags() & ACK) == 0) {
      frame = read();
    }
  }

  /** Waits until the server closes the connection. */
  boolean untilClosed() throws IOException {
    try {
      while (true) {
        read();
      }
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  // A field whose name is in the static table and whose value is spelled out.
  private static void literal(ByteArrayOutputStream block, int name, String value) {
    block.write(name);
    block.write(value.length());
    block.writeBytes(value.getBytes(US_ASCII));
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.write(new byte[] {0, 0, 0, (byte) stream}, 0, 4);
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  private Frame read() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    byte[] payload = new byte[length];
    in.readFully(payload);
    if (type == SETTINGS && (flags & ACK) == 0) {
      frame(SETTINGS, ACK, 0, new byte[0]);
    }
    return new Frame(
        type, type == DATA || type == HEADERS || type == PING ? flags : 0, stream, payload);
  }
}
