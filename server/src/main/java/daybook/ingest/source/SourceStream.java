package daybook.ingest.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Opens what people have as a stream of UTF-8: gzip is unpacked, byte order marks are taken away,
 * UTF-16 with such a mark is converted. All of it is told by the first bytes, never by the name.
 */
public final class SourceStream {

  private static final int BUFFER = 1 << 16;

  private SourceStream() {}

  /**
   * Opens a stream.
   *
   * @param progress is told how many bytes of the raw stream were read since it was told last
   * @throws IOException if nothing useful can be in it; the message says why
   */
  public static InputStream open(InputStream raw, LongConsumer progress) throws IOException {
    InputStream in = new BufferedInputStream(new Counting(raw, progress), BUFFER);
    byte[] head = peek(in);
    if (startsWith(head, 0x1f, 0x8b)) {
      in = new BufferedInputStream(new Unpacked(unpack(in)), BUFFER);
      head = peek(in);
    }
    if (head.length == 0) {
      throw new IOException("the file is empty");
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw new IOException("it is a zip archive: unpack it first");
    }
    return decode(in, head);
  }

  private static InputStream decode(InputStream in, byte[] head) throws IOException {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return in;
    }
    if (startsWith(head, 0xfe, 0xff) || startsWith(head, 0xff, 0xfe)) {
      return new Transcoded(new InputStreamReader(in, StandardCharsets.UTF_16));
    }
    if (head[0] == 0 || (head.length > 1 && head[1] == 0)) {
      throw new IOException("not UTF-8: it looks like UTF-16 or UTF-32, at line 1");
    }
    return in;
  }

  private static InputStream unpack(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (EOFException | ZipException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(IOException e) {
    return e instanceof EOFException
        ? new IOException("the gzip data breaks off: the file is not complete", e)
        : new IOException("the gzip data is damaged: " + e.getMessage(), e);
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(8);
    byte[] head = in.readNBytes(4);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, int... marks) {
    if (head.length < marks.length) {
      return false;
    }
    for (int i = 0; i < marks.length; i++) {
      if ((head[i] & 0xff) != marks[i]) {
        return false;
      }
    }
    return true;
  }

  /** Tells how many bytes were read. */
  private static final class Counting extends FilterInputStream {

    private final LongConsumer progress;

    Counting(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        progress.accept(count);
      }
      return count;
    }

    // A pipe may have nothing at hand for a moment: saying so would make the unpacking end between
    // two packed parts.
    @Override
    public int available() {
      return 1;
    }
  }

  /** Says in plain words what is wrong with packed data. */
  private static final class Unpacked extends FilterInputStream {

    Unpacked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (EOFException | ZipException e) {
        throw damaged(e);
      }
    }
  }

  /** Turns text into UTF-8. */
  private static final class Transcoded extends InputStream {

    private final InputStreamReader in;
    private final char[] text = new char[8192];
    private byte[] bytes = {};
    private int next;

    Transcoded(InputStreamReader in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (next == bytes.length && !refill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - next);
      System.arraycopy(bytes, next, target, offset, count);
      next += count;
      return count;
    }

    private boolean refill() throws IOException {
      int count = in.read(text, 0, text.length - 1);
      if (count <= 0) {
        return false;
      }
      // The two halves of a character beyond the first 65,536 must not be converted apart.
      if (Character.isHighSurrogate(text[count - 1])) {
        int low = in.read();
        if (low >= 0) {
          text[count] = (char) low;
          count++;
        }
      }
      bytes = new String(text, 0, count).getBytes(StandardCharsets.UTF_8);
      next = 0;
      return true;
    }
  }
}
