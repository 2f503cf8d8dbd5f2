package daybook.store.sql;

import daybook.store.ViewId;
import daybook.store.sql.session.Session;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that pieces carry instead of their view's name.
 *
 * <p>A number never changes its meaning, so what was read once is remembered. What a transaction
 * has just given out is not: it may yet be rolled back.
 */
final class ViewNumbers {

  private static final String FIND = "SELECT view_id FROM kept_view WHERE name = ? AND version = ?";

  private static final String ADD =
      """
      INSERT INTO kept_view (view_id, kind, name, version, complete, sorted_by)
      VALUES (?, ?, ?, ?, 0, ?)
      """;

  // Every sort column its table may have, until a piece shows otherwise.
  private static final int ALL_COLUMNS = 0xff;

  private final Map<ViewId, Integer> known = new ConcurrentHashMap<>();

  /** Finds the number of a view. */
  Optional<Integer> find(Session session, ViewId view) throws SQLException {
    Integer remembered = known.get(view);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<Integer> found = stored(session, view);
    found.ifPresent(number -> known.put(view, number));
    return found;
  }

  /** Finds the number of a view or gives it one, within a transaction that writes. */
  int of(Session writer, ViewId view) throws SQLException {
    Integer remembered = known.get(view);
    if (remembered != null) {
      return remembered;
    }
    Optional<Integer> stored = stored(writer, view);
    return stored.isPresent() ? stored.get() : add(writer, view);
  }

  private static Optional<Integer> stored(Session session, ViewId view) throws SQLException {
    return session.first(row -> row.getInt(1), FIND, view.name(), view.version());
  }

  private static int add(Session writer, ViewId view) throws SQLException {
    int number =
        writer
            .first(row -> row.getInt(1), "SELECT coalesce(max(view_id), 0) + 1 FROM kept_view")
            .orElseThrow();
    writer.update(ADD, number, view.kind().name(), view.name(), view.version(), ALL_COLUMNS);
    return number;
  }
}
