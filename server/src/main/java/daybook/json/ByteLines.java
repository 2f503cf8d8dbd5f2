package daybook.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream, handed out line by line, or as one if lines don't matter.
 *
 * <p>To its reader each line is a stream that ends, however long it is; {@link #next} goes on to
 * the following one. When the source fails, what came before is handed out first.
 */
final class ByteLines extends InputStream {

  /** How much of the beginning {@link #head} shows. */
  static final int HEAD = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[HEAD];
  private int from;
  private int to;
  private @Nullable IOException failure;
  private boolean sourceEnded;
  private boolean lineEnded = true;
  private boolean isolated = true;
  private long line;
  private long position;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /** Returns the beginning of the stream, without taking it away. */
  byte[] head() {
    while (to < HEAD && !sourceEnded) {
      fill();
    }
    return Arrays.copyOf(buffer, to);
  }

  /** Makes the whole stream one line. */
  void join() {
    isolated = false;
  }

  /** Goes on to the next line, leaving what is unread of this one. Returns false at the end. */
  boolean next() throws IOException {
    while (!lineEnded) {
      if (!ensure()) {
        break;
      }
      int end = newline(from, to);
      lineEnded = end < to;
      from = lineEnded ? end + 1 : to;
    }
    lineEnded = false;
    line++;
    return ensure();
  }

  /** Gives up the rest of the stream. */
  void end() {
    from = to;
    failure = null;
    sourceEnded = true;
  }

  /** Returns the number of the line that is handed out, from 1. */
  long line() {
    return line;
  }

  /** Returns how many bytes have been handed out. */
  long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (lineEnded || !ensure()) {
      return -1;
    }
    int limit = Math.min(to, from + length);
    int end = isolated ? newline(from, limit) : limit;
    int count = end - from;
    System.arraycopy(buffer, from, target, offset, count);
    from = end;
    position += count;
    if (end < limit) {
      from++;
      lineEnded = true;
    }
    return count == 0 ? -1 : count;
  }

  private boolean ensure() throws IOException {
    if (from == to) {
      from = 0;
      to = 0;
      while (to == 0 && !sourceEnded) {
        fill();
      }
    }
    if (from == to && failure != null) {
      throw failure;
    }
    return from < to;
  }

  private void fill() {
    try {
      int count = in.read(buffer, to, buffer.length - to);
      sourceEnded = count < 0;
      to += Math.max(0, count);
    } catch (IOException e) {
      failure = e;
      sourceEnded = true;
    }
  }

  private int newline(int start, int limit) {
    int at = start;
    while (at < limit && buffer[at] != '\n') {
      at++;
    }
    return at;
  }
}
