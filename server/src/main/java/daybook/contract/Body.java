package daybook.contract;

import java.util.List;

/**
 * An answer's body as segments that are written one after the other.
 *
 * @param segments JSON in UTF-8; never changed after they are given
 */
public record Body(List<byte[]> segments) {

  /** Returns the length in bytes. */
  public int length() {
    int length = 0;
    for (byte[] segment : segments) {
      length += segment.length;
    }
    return length;
  }
}
