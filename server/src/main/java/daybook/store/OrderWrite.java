package daybook.store;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import java.util.List;

/**
 * One order of a batch, merged and rendered.
 *
 * @param order the order, from which the columns are filled
 * @param document its canonical JSON, UTF-8
 * @param asOf when the newest view in it was true
 * @param expectedRevision the revision it was merged with; 0 when it is new
 * @param pieces its pieces for every view
 */
public record OrderWrite(
    BusinessOrder order, byte[] document, AsOf asOf, long expectedRevision, List<Piece> pieces) {

  /** Copies the list. */
  public OrderWrite {
    pieces = List.copyOf(pieces);
  }
}
