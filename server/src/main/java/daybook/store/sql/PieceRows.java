package daybook.store.sql;

import daybook.store.Piece;
import daybook.store.ViewId;
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

  private final Session writer;
  private final ViewNumbers views;
  private final String account;
  private final Set<Integer> complete;
  private final Set<Integer> inOtherOrder;
  private final Map<ViewId, Integer> numbers = new HashMap<>();

  PieceRows(Session writer, ViewNumbers views, String account) throws SQLException {
    this.writer = writer;
    this.views = views;
    this.account = account;
    this.complete = flagged("SELECT view_id FROM kept_view WHERE complete = 1");
    this.inOtherOrder = flagged("SELECT view_id FROM kept_view WHERE by_order_date = 0");
  }

  private Set<Integer> flagged(String sql) throws SQLException {
    return new HashSet<>(writer.all(row -> row.getInt(1), sql));
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

  /** Writes pieces of an order, and drops those it had that are not written over. */
  void replace(String orderId, long orderDate, PieceKeys before, List<Piece> pieces)
      throws SQLException {
    PieceKeys after = keys(pieces);
    for (Map.Entry<Integer, Long> old : before.sortAts().entrySet()) {
      if (!after.has(old.getKey(), old.getValue())) {
        writer.update(DELETE, account, old.getKey(), old.getValue(), orderId);
      }
    }
    for (Piece piece : pieces) {
      long sortAt = Millis.floor(piece.sortInstant());
      writer.update(PUT, account, number(piece.view()), sortAt, orderId, piece.body());
    }
    note(orderDate, after);
  }

  /** A view is complete no longer once an order has no piece of it: another program wrote it. */
  private void note(long orderDate, PieceKeys keys) throws SQLException {
    for (Integer view : List.copyOf(complete)) {
      if (!keys.sortAts().containsKey(view)) {
        writer.update("UPDATE kept_view SET complete = 0 WHERE view_id = ?", view);
        complete.remove(view);
      }
    }
    for (Map.Entry<Integer, Long> key : keys.sortAts().entrySet()) {
      if (key.getValue() != orderDate && inOtherOrder.add(key.getKey())) {
        writer.update("UPDATE kept_view SET by_order_date = 0 WHERE view_id = ?", key.getKey());
      }
    }
  }
}
