package daybook.store;

import java.util.List;

/**
 * The pieces of a stored record, rendered again.
 *
 * @param id identifier of the record
 * @param expectedRevision the revision that was rendered
 * @param pieces its pieces for every view
 */
public record Rendered(String id, long expectedRevision, List<Piece> pieces) {

  /** Copies the list. */
  public Rendered {
    pieces = List.copyOf(pieces);
  }
}
