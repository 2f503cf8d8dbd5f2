package daybook.store;

import daybook.domain.AsOf;
import java.util.List;

/**
 * One record of a batch, merged and rendered.
 *
 * @param id identifier of the record
 * @param row the record, from which the columns are filled
 * @param document its canonical JSON, UTF-8
 * @param asOf when the newest view in it was true
 * @param expectedRevision the revision it was merged with; 0 when it is new
 * @param pieces its pieces for every view
 * @param <R> the record
 */
public record RecordWrite<R>(
    String id, R row, byte[] document, AsOf asOf, long expectedRevision, List<Piece> pieces) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the id is none that every engine can keep
   */
  public RecordWrite {
    if (!isKeepable(id)) {
      throw new IllegalArgumentException("an id may not hold the character U+0000");
    }
    pieces = List.copyOf(pieces);
  }

  /** Says whether every engine can keep an id: some texts have no place for U+0000. */
  public static boolean isKeepable(String id) {
    return id.indexOf('\0') < 0;
  }
}
