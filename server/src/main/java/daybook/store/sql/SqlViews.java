package daybook.store.sql;

import daybook.store.RecordKind;
import daybook.store.ViewId;
import daybook.store.Views;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Sessions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which views are kept, in SQL. */
final class SqlViews implements Views {

  private static final String COMPLETE =
      "SELECT kind, name, version FROM kept_view WHERE complete = 1";

  private static final String MARK = "UPDATE kept_view SET complete = ? WHERE view_id = ?";

  private static final String NUMBERS = "SELECT view_id FROM kept_view";

  private static final String FIRST_ACCOUNT =
      "SELECT account_id FROM piece ORDER BY account_id LIMIT 1";

  private static final String NEXT_ACCOUNT =
      "SELECT account_id FROM piece WHERE account_id > ? ORDER BY account_id LIMIT 1";

  private static final int STEP = 500;

  private static final String DROP =
      """
      DELETE FROM piece WHERE (account_id, view_id, sort_at, record_id) IN (
        SELECT account_id, view_id, sort_at, record_id FROM piece
        WHERE account_id = ? AND view_id = ? ORDER BY sort_at, record_id LIMIT ?)
      """;

  private final Sessions sessions;
  private final ViewNumbers views;
  private final Map<RecordKind, String> anyRecord = new EnumMap<>(RecordKind.class);

  SqlViews(Sessions sessions, ViewNumbers views, List<RecordTable<?>> tables) {
    this.sessions = sessions;
    this.views = views;
    tables.forEach(table -> anyRecord.put(table.kind(), RecordSql.of(table).any()));
  }

  @Override
  public Set<ViewId> complete(Collection<ViewId> wanted) {
    Set<ViewId> complete = sessions.read(SqlViews::stored);
    if (complete.containsAll(wanted)
        || sessions.read(session -> markable(session, wanted, complete)).isEmpty()) {
      return complete;
    }
    return sessions.write(
        writer -> {
          // Looked at again: another process may have written in between.
          for (ViewId view : markable(writer, wanted, stored(writer))) {
            writer.update(MARK, 1, views.of(writer, view));
          }
          return stored(writer);
        });
  }

  // Views that are not complete but may be called so, since there is no record of their kind.
  private List<ViewId> markable(Session session, Collection<ViewId> wanted, Set<ViewId> complete)
      throws SQLException {
    List<ViewId> markable = new ArrayList<>();
    for (ViewId view : wanted) {
      if (!complete.contains(view) && !holdsRecords(session, view.kind())) {
        markable.add(view);
      }
    }
    return markable;
  }

  private static Set<ViewId> stored(Session session) throws SQLException {
    return new HashSet<>(
        session.all(
            row ->
                new ViewId(RecordKind.valueOf(row.getString(1)), row.getString(2), row.getInt(3)),
            COMPLETE));
  }

  private boolean holdsRecords(Session session, RecordKind kind) throws SQLException {
    String any = anyRecord.get(kind);
    return any != null && session.first(row -> true, any).isPresent();
  }

  @Override
  public void retainOnly(Collection<ViewId> current) {
    List<Integer> others =
        sessions.write(
            writer -> {
              Set<Integer> keep = new HashSet<>();
              for (ViewId view : current) {
                keep.add(views.of(writer, view));
              }
              List<Integer> all = writer.all(row -> row.getInt(1), NUMBERS);
              for (Integer view : all) {
                writer.update(MARK, keep.contains(view) ? 1 : 0, view);
              }
              return all.stream().filter(view -> !keep.contains(view)).toList();
            });
    if (!others.isEmpty()) {
      drop(others);
    }
  }

  private void drop(List<Integer> dropped) {
    Optional<String> account =
        sessions.read(session -> session.first(row -> row.getString(1), FIRST_ACCOUNT));
    while (account.isPresent()) {
      String id = account.get();
      for (Integer view : dropped) {
        // Each step is a transaction of its own, so that others who write never wait for long.
        int gone = STEP;
        while (gone == STEP) {
          gone = sessions.write(writer -> writer.update(DROP, id, view, STEP));
        }
      }
      account = sessions.read(session -> session.first(row -> row.getString(1), NEXT_ACCOUNT, id));
    }
  }
}
