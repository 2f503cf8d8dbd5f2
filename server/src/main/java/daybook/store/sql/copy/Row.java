package daybook.store.sql.copy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of any table, as it is on all engines.
 *
 * <p>Not a record: what it holds are arrays, and two rows are compared by what is in them.
 */
final class Row {

  private static final int NULL = 0;
  private static final int NUMBER = 1;
  private static final int TEXT = 2;
  private static final int BYTES = 3;

  private final List<@Nullable Object> values;
  private final List<Object> key;
  private final byte[] canonical;

  private Row(List<@Nullable Object> values, List<Object> key) {
    this.values = values;
    this.key = key;
    this.canonical = canonical(values);
  }

  /**
   * Reads a row: whole numbers, texts, bytes and nulls, and nothing else.
   *
   * @param keyAt where its key stands
   */
  static Row read(ResultSet found, int columns, List<Integer> keyAt) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      values.add(value(found.getObject(column)));
    }
    List<Object> key = new ArrayList<>(keyAt.size());
    for (int column : keyAt) {
      Object part = values.get(column);
      if (part == null) {
        throw new SQLException("a key has a part that is null");
      }
      key.add(part);
    }
    return new Row(values, key);
  }

  private static @Nullable Object value(@Nullable Object value) throws SQLException {
    if (value == null || value instanceof String || value instanceof byte[]) {
      return value;
    }
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    throw new SQLException("a column holds a value of " + value.getClass());
  }

  private static byte[] canonical(List<@Nullable Object> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (Object value : values) {
        if (value == null) {
          out.writeByte(NULL);
        } else if (value instanceof Long number) {
          out.writeByte(NUMBER);
          out.writeLong(number);
        } else {
          out.writeByte(value instanceof String ? TEXT : BYTES);
          byte[] raw = raw(value);
          out.writeInt(raw.length);
          out.write(raw);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return bytes.toByteArray();
  }

  // One engine has no place for U+0000 in a text and keeps U+FFFD instead.
  private static byte[] raw(Object value) {
    return value instanceof String text
        ? text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8)
        : (byte[]) value;
  }

  /** Returns the values in the order of the columns. */
  List<@Nullable Object> values() {
    return values;
  }

  /** Returns what tells it apart from others of its table and account. */
  List<Object> key() {
    return key;
  }

  /** Returns what it holds as bytes, the same on every engine. */
  byte[] canonical() {
    return canonical;
  }

  /** Says whether another row holds the same. */
  boolean holdsTheSameAs(Row other) {
    return Arrays.equals(canonical, other.canonical);
  }

  /** Compares keys as the engines do: numbers by value, text and bytes byte by byte. */
  int compareTo(Row other) {
    for (int part = 0; part < key.size(); part++) {
      int order = compare(key.get(part), other.key.get(part));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compare(Object one, Object other) {
    if (one instanceof Long number && other instanceof Long another) {
      return number.compareTo(another);
    }
    return Arrays.compareUnsigned(raw(one), raw(other));
  }
}
