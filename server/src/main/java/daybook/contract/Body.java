package daybook.contract;

import java.util.List;

/**
 * An answer's body as segments that are written one after the other.
 *
 * @param status HTTP status that it is sent with
 * @param segments JSON in UTF-8; never changed after they are given
 */
public record Body(int status, List<byte[]> segments) {

  /** Makes the body of a good answer. */
  public Body(List<byte[]> segments) {
    this(200, segments);
  }

  /** Returns the length in bytes. */
  public int length() {
    int length = 0;
    for (byte[] segment : segments) {
      length += segment.length;
    }
    return length;
  }
}
