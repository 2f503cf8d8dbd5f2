package daybook.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.contract.Body;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around and between the pieces of a body, made once and spliced many times.
 *
 * <p>A record is one piece or several, each after a text of its own: an opening brace before the
 * first, the name of a member before the second, and a closing brace at the end.
 */
public final class Frame {

  private final byte[] head;
  private final byte[] empty;
  private final byte[] next;
  private final byte[][] inner;
  private final String end;

  private Frame(String head, List<String> before, String end) {
    this.head = (head + before.get(0)).getBytes(UTF_8);
    this.empty = head.getBytes(UTF_8);
    this.next = (end + ',' + before.get(0)).getBytes(UTF_8);
    this.inner = before.stream().skip(1).map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
    this.end = end;
  }

  /** Returns the frame of records that are one piece each, after the given head. */
  public static Frame of(String head) {
    return new Frame(head, List.of(""), "");
  }

  /**
   * Returns the frame of records that are several pieces each.
   *
   * @param head what opens the body
   * @param before what stands before each piece of a record, one text a piece
   * @param end what stands after the last piece of a record
   */
  public static Frame of(String head, List<String> before, String end) {
    return new Frame(head, before, end);
  }

  /** Returns how many records so many pieces are. */
  public int records(List<byte[]> pieces) {
    return pieces.size() / (inner.length + 1);
  }

  /** Splices pieces, whole records of them, with a comma between records, and a tail. */
  public Body splice(List<byte[]> pieces, String tail) {
    if (pieces.isEmpty()) {
      return new Body(List.of(empty, tail.getBytes(UTF_8)));
    }
    List<byte[]> segments = new ArrayList<>(2 * pieces.size() + 1);
    int part = 0;
    for (byte[] piece : pieces) {
      segments.add(part > 0 ? inner[part - 1] : segments.isEmpty() ? head : next);
      segments.add(piece);
      part = part == inner.length ? 0 : part + 1;
    }
    segments.add((end + tail).getBytes(UTF_8));
    return new Body(segments);
  }
}
