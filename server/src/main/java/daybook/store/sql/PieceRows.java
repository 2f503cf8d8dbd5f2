package daybook.store.sql;

import daybook.store.Piece;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import daybook.store.sql.session.Session;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the pieces of one batch, and keeps account of what this means for their views. */
final class PieceRows {

  private static final String PUT =
      """
      INSERT INTO piece (account_id, view_id, sort_at, record_id, body)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (account_id, view_id, sort_at, record_id) DO UPDATE SET body = EXCLUDED.body
      """;

  private static final String DELETE =
      """
      DELETE FROM piece
      WHERE account_id = ? AND view_id = ? AND sort_at = ? AND record_id = ?
      """;

  private static final String COMPLETE =
      "SELECT view_id FROM kept_view WHERE kind = ? AND complete = 1";

  private static final String SORTED_BY = "SELECT sorted_by FROM kept_view WHERE view_id = ?";

  private static final String SET_SORTED_BY =
      "UPDATE kept_view SET sorted_by = ? WHERE view_id = ?";

  private final Session writer;
  private final ViewNumbers views;
  private final String account;
  private final Set<Integer> complete;
  private final Map<Integer, Integer> sortedBy;
  private final Map<ViewId, Integer> numbers = new HashMap<>();

  PieceRows(Session writer, ViewNumbers views, RecordKind kind, String account)
      throws SQLException {
    this.writer = writer;
    this.views = views;
    this.account = account;
    this.complete = new HashSet<>(writer.all(row -> row.getInt(1), COMPLETE, kind.name()));
    this.sortedBy = new HashMap<>();
  }

  /** Returns the keys that pieces will have. */
  PieceKeys keys(List<Piece> pieces) throws SQLException {
    Map<Integer, Long> sortAts = new HashMap<>();
    for (Piece piece : pieces) {
      sortAts.put(number(piece.view()), Millis.floor(piece.sortInstant()));
    }
    return new PieceKeys(sortAts);
  }

  private int number(ViewId view) throws SQLException {
    Integer number = numbers.get(view);
    if (number == null) {
      number = views.of(writer, view);
      numbers.put(view, number);
    }
    return number;
  }

  /** Writes pieces of a record, and drops those it had that are not written over. */
  void replace(String id, List<Long> sortValues, PieceKeys before, List<Piece> pieces)
      throws SQLException {
    PieceKeys after = keys(pieces);
    for (Map.Entry<Integer, Long> old : before.sortAts().entrySet()) {
      if (!after.has(old.getKey(), old.getValue())) {
        writer.update(DELETE, account, old.getKey(), old.getValue(), id);
      }
    }
    for (Piece piece : pieces) {
      long sortAt = Millis.floor(piece.sortInstant());
      writer.update(PUT, account, number(piece.view()), sortAt, id, piece.body());
    }
    noteGaps(after);
    for (Map.Entry<Integer, Long> key : after.sortAts().entrySet()) {
      noteOrder(key.getKey(), key.getValue(), sortValues);
    }
  }

  /** A view is complete no longer once a record has no piece of it: another program wrote it. */
  private void noteGaps(PieceKeys keys) throws SQLException {
    for (Integer view : List.copyOf(complete)) {
      if (!keys.sortAts().containsKey(view)) {
        writer.update("UPDATE kept_view SET complete = 0 WHERE view_id = ?", view);
        complete.remove(view);
      }
    }
  }

  /** A view is sorted by a column no longer once a piece stands elsewhere than the column says. */
  private void noteOrder(int view, long sortAt, List<Long> sortValues) throws SQLException {
    Integer known = sortedBy.get(view);
    int before =
        known != null ? known : writer.first(row -> row.getInt(1), SORTED_BY, view).orElseThrow();
    int after = 0;
    for (int i = 0; i < sortValues.size(); i++) {
      if (sortValues.get(i) == sortAt) {
        after |= before & (1 << i);
      }
    }
    if (after != before) {
      writer.update(SET_SORTED_BY, after, view);
    }
    sortedBy.put(view, after);
  }
}
