package daybook.store.sql.bulk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's COPY takes them in its binary form: nothing is escaped, and bytes stay as
 * they are.
 */
public final class BinaryRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  private static final int NULL = -1;
  private static final int END = -1;

  private BinaryRows() {}

  /** How a whole number of a column is written. */
  public enum Width {
    /** Four bytes, INTEGER. */
    FOUR,
    /** Eight bytes, BIGINT. */
    EIGHT
  }

  /**
   * Writes rows.
   *
   * @param widths a width for each column; it matters where the value is a number
   */
  public static byte[] of(
      List<? extends List<? extends @Nullable Object>> rows, List<Width> widths) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.write(SIGNATURE);
      // No flags, no extension of the header.
      out.writeInt(0);
      out.writeInt(0);
      for (List<? extends @Nullable Object> row : rows) {
        out.writeShort(row.size());
        for (int column = 0; column < row.size(); column++) {
          write(out, row.get(column), widths.get(column));
        }
      }
      out.writeShort(END);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable Object value, Width width)
      throws IOException {
    if (value == null) {
      out.writeInt(NULL);
    } else if (value instanceof byte[] raw) {
      out.writeInt(raw.length);
      out.write(raw);
    } else if (value instanceof String text) {
      // PostgreSQL has no place for U+0000.
      byte[] raw = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
      out.writeInt(raw.length);
      out.write(raw);
    } else if (width == Width.FOUR) {
      out.writeInt(Integer.BYTES);
      out.writeInt(Math.toIntExact(((Number) value).longValue()));
    } else {
      out.writeInt(Long.BYTES);
      out.writeLong(((Number) value).longValue());
    }
  }
}
