package daybook.store.sql.copy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What rows come to: their number, and a sum of what each of them holds that depends neither on the
 * engine nor on their order.
 *
 * @param rows how many rows
 * @param high the first half of the sum of the SHA-256 digests of rows, cut to 128 bits
 * @param low the second half; each half is a sum modulo 2^64 by itself
 */
public record Checksum(long rows, long high, long low) {

  /** Of no rows. */
  public static final Checksum NONE = new Checksum(0, 0, 0);

  /** Returns that of both together. */
  public Checksum plus(Checksum other) {
    return new Checksum(rows + other.rows, high + other.high, low + other.low);
  }

  /** Returns the sum as people compare it. */
  public String text() {
    return String.format("%016x", high);
  }

  /** Adds up rows, one after the other. */
  static final class Sum {

    private final MessageDigest digest = sha256();
    private long rows;
    private long high;
    private long low;

    void add(byte[] row) {
      ByteBuffer digested = ByteBuffer.wrap(digest.digest(row));
      rows++;
      high += digested.getLong();
      low += digested.getLong();
    }

    Checksum result() {
      return new Checksum(rows, high, low);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
