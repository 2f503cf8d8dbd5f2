package daybook.store.sql;

import java.util.List;

/**
 * What is stored of a record, apart from its document.
 *
 * @param id identifier of the record
 * @param revision counts its changes
 * @param keys which pieces it has
 * @param sortValues values of the sort columns of its table, in milliseconds
 */
record StoredRow(String id, long revision, PieceKeys keys, List<Long> sortValues) {

  /** Copies the list. */
  StoredRow {
    sortValues = List.copyOf(sortValues);
  }
}
