package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import daybook.store.Views;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which views are kept, in SQL. */
final class SqlViews implements Views {

  /**
   * The kinds of record that accounts may hold, some at a time; one of two that ask all accounts.
   */
  static final String HOLDERS =
      """
      SELECT account_id, kind FROM settled
      WHERE (account_id, kind) > (?, ?) ORDER BY account_id, kind LIMIT ?
      """;

  /** What is complete in a range of accounts; the other one that asks all accounts. */
  static final String COMPLETE =
      """
      SELECT account_id, kind, name, version FROM kept_view
      WHERE account_id >= ? AND account_id <= ? AND complete = 1
      """;

  private static final int HOLDERS_AT_ONCE = 2_000;

  private static final String LAST_OF_STEP =
      """
      SELECT sort_at, record_id FROM (
        SELECT sort_at, record_id FROM piece WHERE account_id = ? AND view_id = ?
        ORDER BY sort_at, record_id LIMIT ?) step
      ORDER BY sort_at DESC, record_id DESC LIMIT 1
      """;

  private static final String DROP =
      """
      DELETE FROM piece
      WHERE account_id = ? AND view_id = ? AND (sort_at, record_id) <= (?, ?)
      """;

  private static final int STEP = 500;

  /** A kind of record that an account may hold. */
  private record Holder(String account, RecordKind kind) {}

  /** A view that is complete in an account. */
  private record Whole(String account, ViewId view) {}

  /** The key of a piece within its view. */
  private record Place(long sortAt, String id) {}

  private final Sessions sessions;
  private final Map<RecordKind, String> anyRecord = new EnumMap<>(RecordKind.class);

  SqlViews(Sessions sessions, List<RecordTable<?>> tables) {
    this.sessions = sessions;
    tables.forEach(table -> anyRecord.put(table.kind(), RecordSql.of(table).any()));
  }

  @Override
  public Set<ViewId> complete(Collection<ViewId> wanted) {
    Set<ViewId> complete = new HashSet<>(wanted);
    Holder last = new Holder("", RecordKind.BUSINESS_ORDER);
    List<Holder> holders = holders(last, "");
    while (!holders.isEmpty()) {
      last = holders.get(holders.size() - 1);
      complete.removeAll(gaps(holders, complete));
      holders = holders(last, last.kind().name());
    }
    return complete;
  }

  private List<Holder> holders(Holder after, String kind) {
    return sessions.read(
        session ->
            session.all(
                row -> new Holder(row.getString(1), RecordKind.valueOf(row.getString(2))),
                HOLDERS,
                after.account(),
                kind,
                HOLDERS_AT_ONCE));
  }

  private Set<ViewId> gaps(List<Holder> holders, Set<ViewId> wanted) {
    String first = holders.get(0).account();
    String last = holders.get(holders.size() - 1).account();
    return sessions.read(
        session -> {
          Set<Whole> whole = new HashSet<>(session.all(SqlViews::whole, COMPLETE, first, last));
          Set<ViewId> gaps = new HashSet<>();
          for (Holder holder : holders) {
            List<ViewId> lacking =
                wanted.stream()
                    .filter(view -> view.kind() == holder.kind())
                    .filter(view -> !whole.contains(new Whole(holder.account(), view)))
                    .toList();
            if (!gaps.containsAll(lacking) && holdsRecords(session, holder)) {
              gaps.addAll(lacking);
            }
          }
          return gaps;
        });
  }

  private static Whole whole(ResultSet row) throws SQLException {
    return new Whole(
        row.getString(1),
        new ViewId(RecordKind.valueOf(row.getString(2)), row.getString(3), row.getInt(4)));
  }

  private boolean holdsRecords(Session session, Holder holder) throws SQLException {
    return session.first(row -> true, any(holder.kind()), holder.account()).isPresent();
  }

  private String any(RecordKind kind) {
    String any = anyRecord.get(kind);
    if (any == null) {
      throw new IllegalArgumentException("no table holds records of the kind " + kind);
    }
    return any;
  }

  @Override
  public void begin(AccountId account, Collection<ViewId> current) {
    byKind(current)
        .forEach(
            (kind, views) -> {
              Settled settled = new Settled(sessions.dialect(), kind);
              // Without records there is nothing to make pieces of.
              if (sessions.read(session -> settled.exists(session, account))) {
                sessions.write(
                    writer -> {
                      kept(writer, settled, account).begin(views);
                      return true;
                    });
              }
            });
  }

  @Override
  public boolean retainOnly(AccountId account, Collection<ViewId> current) {
    for (Map.Entry<RecordKind, List<ViewId>> kind : byKind(current).entrySet()) {
      Optional<List<Integer>> others = retainOnly(account, kind.getKey(), kind.getValue());
      if (others.isEmpty()) {
        return false;
      }
      for (Integer view : others.get()) {
        drop(account.value(), view);
      }
    }
    return true;
  }

  // Empty where some record lacks a piece.
  private Optional<List<Integer>> retainOnly(
      AccountId account, RecordKind kind, List<ViewId> current) {
    Settled settled = new Settled(sessions.dialect(), kind);
    if (!sessions.<Boolean>read(session -> settled.exists(session, account))) {
      return Optional.of(List.of());
    }
    return sessions.write(
        writer -> {
          KeptViews kept = kept(writer, settled, account);
          return kept.areWithoutGaps(current)
              ? Optional.of(kept.retainOnly(current))
              : Optional.<List<Integer>>empty();
        });
  }

  private KeptViews kept(Session writer, Settled settled, AccountId account) throws SQLException {
    settled.lock(writer, account);
    return new KeptViews(writer, account.value(), settled.kind(), any(settled.kind()));
  }

  private static Map<RecordKind, List<ViewId>> byKind(Collection<ViewId> views) {
    return views.stream().distinct().collect(Collectors.groupingBy(ViewId::kind));
  }

  // Each step is a transaction of its own, so that others who write never wait for long.
  private void drop(String account, int view) {
    boolean more = true;
    while (more) {
      more =
          sessions.write(
              writer -> {
                Optional<Place> last =
                    writer.first(
                        row -> new Place(row.getLong(1), row.getString(2)),
                        LAST_OF_STEP,
                        account,
                        view,
                        STEP);
                return last.isPresent()
                    && writer.update(DROP, account, view, last.get().sortAt(), last.get().id())
                        == STEP;
              });
    }
  }
}
