package daybook.store.sql;

import java.util.List;

/**
 * What is stored of a record, apart from its document.
 *
 * @param revision counts its changes
 * @param keys which pieces it has
 * @param sortValues values of the sort columns of its table, in milliseconds
 */
record StoredRow(long revision, PieceKeys keys, List<Long> sortValues) {

  /** Copies the list. */
  StoredRow {
    sortValues = List.copyOf(sortValues);
  }
}
