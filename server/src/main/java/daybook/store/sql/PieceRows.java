package daybook.store.sql;

import daybook.store.Piece;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private final Session writer;
  private final KeptViews views;
  private final String account;
  private final List<List<Object>> gone = new ArrayList<>();
  private final List<List<Object>> put = new ArrayList<>();

  PieceRows(Session writer, KeptViews views, String account) {
    this.writer = writer;
    this.views = views;
    this.account = account;
  }

  /** Returns the keys that pieces will have. */
  PieceKeys keys(List<Piece> pieces) throws SQLException {
    Map<Integer, Long> sortAts = new HashMap<>();
    for (Piece piece : pieces) {
      sortAts.put(views.number(piece.view()), Millis.floor(piece.sortInstant()));
    }
    return new PieceKeys(sortAts);
  }

  /** Gathers pieces of a record, and those it had that are not written over. */
  void replace(String id, List<Long> sortValues, PieceKeys before, List<Piece> pieces)
      throws SQLException {
    PieceKeys after = keys(pieces);
    for (Map.Entry<Integer, Long> old : before.sortAts().entrySet()) {
      if (!after.has(old.getKey(), old.getValue())) {
        gone.add(List.of(account, old.getKey(), old.getValue(), id));
      }
    }
    for (Piece piece : pieces) {
      long sortAt = Millis.floor(piece.sortInstant());
      put.add(List.of(account, views.number(piece.view()), sortAt, id, piece.body()));
    }
    views.note(after, sortValues);
  }

  /** Drops and writes what was gathered. */
  void flush() throws SQLException {
    writer.updateAll(DELETE, gone);
    writer.updateAll(PUT, put);
  }
}
