package daybook.store.sql;

import daybook.store.ViewId;
import daybook.store.sql.session.Session;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that pieces of an account carry instead of their view's name, for readers.
 *
 * <p>A number never changes its meaning, so what was read once is remembered as long as the store
 * stays in its place.
 */
final class ViewNumbers {

  private static final String FIND =
      "SELECT view_id FROM kept_view WHERE account_id = ? AND name = ? AND version = ?";

  /** Some ten megabytes; beyond it all are read again. */
  private static final int MOST = 100_000;

  /** A view of one account. */
  private record Key(String account, ViewId view) {}

  private final Map<Key, Integer> known = new ConcurrentHashMap<>();

  /** Forgets all, when another copy of the store has taken the place of the one before. */
  void forget() {
    known.clear();
  }

  /** Finds the number of a view. */
  Optional<Integer> find(Session session, String account, ViewId view) throws SQLException {
    Key key = new Key(account, view);
    Integer remembered = known.get(key);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<Integer> found =
        session.first(row -> row.getInt(1), FIND, account, view.name(), view.version());
    if (found.isPresent()) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, found.get());
    }
    return found;
  }
}
