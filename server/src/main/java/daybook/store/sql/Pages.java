package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.store.Column;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.Store.NotAtOnceException;
import daybook.store.ViewId;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads pages of pieces of one kind of record. */
final class Pages {

  private static final String SORTED_BY =
      "SELECT sorted_by FROM kept_view WHERE account_id = ? AND view_id = ?";

  // Joined with the places that are wanted, so that one statement finds all of them.
  private static final String AT_PLACES =
      """
      ) w CROSS JOIN piece p
      WHERE p.account_id = ? AND p.view_id = ?
        AND p.sort_at = w.column1 AND p.record_id = w.column2
      """;

  private static final String OF_VIEWS =
      """
      ) w CROSS JOIN piece p
      WHERE p.account_id = ? AND p.record_id = ?
        AND p.view_id = w.column1 AND p.sort_at = w.column2
      """;

  private static final String RANGE =
      """
      SELECT body, record_id FROM piece
      WHERE account_id = ? AND view_id = ?
        AND (sort_at, record_id) >= (?, ?) AND (sort_at, record_id) <= (?, ?)
      """;

  /**
   * Most rows that are gathered and sorted for a page. Where there are more, passing over others
   * until the page is full costs less: at a million orders both cost the same near here.
   */
  private static final int MOST_GATHERED = 10_000;

  /** As many rows as are gathered in the time that an unfiltered page takes. */
  private static final int MOST_GATHERED_AT_ONCE = 200;

  private static final byte[] NOTHING = {};

  /** Rows of a page, in order, and whether more follow. */
  private record Rows(List<byte[]> bodies, List<Position> places, boolean more) {}

  private final Readers readers;
  private final ViewNumbers views;
  private final RecordTable<?> table;

  Pages(Readers readers, ViewNumbers views, RecordTable<?> table) {
    this.readers = readers;
    this.views = views;
    this.table = table;
  }

  /** Reads one page, all of it as of one moment. */
  Slice scan(Scan scan) {
    Wanted wanted = Wanted.of(scan);
    if (wanted.isNothing()) {
      return new Slice(List.of(), null);
    }
    AccountId account = scan.account();
    Sessions.Work<Slice> page =
        session -> {
          Optional<Integer> view = views.find(session, scan.account().value(), scan.view());
          return view.isEmpty()
              ? new Slice(List.of(), null)
              : slice(session, scan, view.get(), wanted.withoutIdle(session, table, account));
        };
    return scan.parts().isEmpty() ? readWhole(wanted, page) : readers.readTogether(page);
  }

  // One statement is of one moment by itself; how filters are answered is asked beforehand.
  private <T> T readWhole(Wanted wanted, Sessions.Work<T> page) {
    return wanted.isEverything() ? readers.read(page) : readers.readTogether(page);
  }

  /** Returns where the rows of a page stand. */
  List<Position> places(Scan scan) {
    Wanted wanted = Wanted.of(scan);
    if (wanted.isNothing()) {
      return List.of();
    }
    return readWhole(
        wanted,
        session -> {
          Optional<Integer> view = views.find(session, scan.account().value(), scan.view());
          if (view.isEmpty()) {
            return List.of();
          }
          ScanSql sql = statement(session, scan, view.get(), wanted);
          List<Position> places = new ArrayList<>();
          try (ResultSet rows = session.prepared(sql.text(), sql.parameters()).executeQuery()) {
            while (places.size() < scan.limit() && rows.next()) {
              places.add(place(rows));
            }
          }
          return places;
        });
  }

  private int mostGathered() {
    return readers.mayWait() ? MOST_GATHERED : MOST_GATHERED_AT_ONCE;
  }

  private ScanSql statement(Session session, Scan scan, int view, Wanted wanted)
      throws SQLException {
    if (wanted.isEverything()) {
      return ScanSql.plain(scan, view);
    }
    FilteredSql filtered = new FilteredSql(table, scan, view, wanted, readers.dialect());
    Optional<Column> few = wanted.few(session, table, scan.account(), mostGathered());
    Optional<String> sortColumn = sortColumn(session, scan.account(), view);
    boolean isShort = sortColumn.isPresent() && (few.isPresent() || filtered.isCovered());
    if (!isShort && !readers.mayWait()) {
      throw new NotAtOnceException();
    }
    if (sortColumn.isEmpty()) {
      return filtered.passedOver();
    }
    return few.isPresent()
        ? filtered.gathered(sortColumn.get(), few.get())
        : filtered.inOrderOf(sortColumn.get());
  }

  private Optional<String> sortColumn(Session session, AccountId account, int view)
      throws SQLException {
    int sortedBy = session.first(row -> row.getInt(1), SORTED_BY, account.value(), view).orElse(0);
    return IntStream.range(0, table.sortColumns().size())
        .filter(i -> (sortedBy & (1 << i)) != 0)
        .mapToObj(table.sortColumns()::get)
        .findFirst();
  }

  private Slice slice(Session session, Scan scan, int view, Wanted wanted) throws SQLException {
    ScanSql sql = statement(session, scan, view, wanted);
    boolean withPlaces = !scan.parts().isEmpty();
    Rows rows = rows(session, sql, scan.limit(), withPlaces);
    List<Position> places = rows.places();
    Position next = rows.more() ? places.get(places.size() - 1) : null;
    return new Slice(
        withPlaces ? withParts(session, scan, rows, wanted.isEverything()) : rows.bodies(), next);
  }

  // Only the last place is read when nothing else needs the others: that halves the cost of a row.
  private static Rows rows(Session session, ScanSql sql, int limit, boolean withPlaces)
      throws SQLException {
    try (ResultSet rows = session.prepared(sql.text(), sql.parameters()).executeQuery()) {
      List<byte[]> bodies = new ArrayList<>(Math.min(limit, 100));
      List<Position> places = new ArrayList<>();
      while (bodies.size() < limit && rows.next()) {
        bodies.add(rows.getBytes(1));
        if (withPlaces || bodies.size() == limit) {
          places.add(place(rows));
        }
      }
      return new Rows(bodies, places, bodies.size() == limit && limit > 0 && rows.next());
    }
  }

  private static Position place(ResultSet row) throws SQLException {
    return new Position(Instant.ofEpochMilli(row.getLong(2)), row.getString(3));
  }

  private List<byte[]> withParts(Session session, Scan scan, Rows rows, boolean contiguous)
      throws SQLException {
    List<List<byte[]>> parts = new ArrayList<>(scan.parts().size());
    String account = scan.account().value();
    for (ViewId view : scan.parts()) {
      Optional<Integer> number = views.find(session, account, view);
      List<Position> places = rows.places();
      parts.add(
          number.isEmpty()
              ? places.stream().map(place -> NOTHING).toList()
              : part(session, account, number.get(), places, contiguous));
    }
    List<byte[]> pieces = new ArrayList<>(rows.bodies().size() * (1 + parts.size()));
    for (int i = 0; i < rows.bodies().size(); i++) {
      pieces.add(rows.bodies().get(i));
      for (List<byte[]> part : parts) {
        pieces.add(part.get(i));
      }
    }
    return pieces;
  }

  // Without filters the rows of a page lie side by side in every view: one range has them all.
  private static List<byte[]> part(
      Session session, String account, int view, List<Position> places, boolean contiguous)
      throws SQLException {
    if (places.isEmpty()) {
      return List.of();
    }
    Map<String, byte[]> bodies =
        contiguous ? range(session, account, view, places) : each(session, account, view, places);
    return places.stream().map(place -> bodies.getOrDefault(place.id(), NOTHING)).toList();
  }

  private static Map<String, byte[]> range(
      Session session, String account, int view, List<Position> places) throws SQLException {
    Position first = places.get(0);
    Position last = places.get(places.size() - 1);
    List<Object> range = List.of(account, view, millis(first), first.id(), millis(last), last.id());
    Map<String, byte[]> bodies = new HashMap<>();
    try (ResultSet rows = session.prepared(RANGE, range).executeQuery()) {
      while (rows.next()) {
        bodies.put(rows.getString(2), rows.getBytes(1));
      }
    }
    return bodies;
  }

  private static Map<String, byte[]> each(
      Session session, String account, int view, List<Position> places) throws SQLException {
    List<Object> parameters = new ArrayList<>();
    for (Position place : padded(places)) {
      parameters.add(millis(place));
      parameters.add(place.id());
    }
    String sql = "SELECT p.body, p.record_id FROM (" + pairs(parameters.size()) + AT_PLACES;
    parameters.add(account);
    parameters.add(view);
    Map<String, byte[]> bodies = new HashMap<>();
    try (ResultSet rows = session.prepared(sql, parameters).executeQuery()) {
      while (rows.next()) {
        bodies.put(rows.getString(2), rows.getBytes(1));
      }
    }
    return bodies;
  }

  // To a length of few, so that there are few statements to keep. The last one once more does no
  // harm.
  private static <T> List<T> padded(List<T> list) {
    int length = Math.max(1, Integer.highestOneBit(2 * list.size() - 1));
    List<T> longer = new ArrayList<>(list);
    longer.addAll(Collections.nCopies(length - list.size(), list.get(list.size() - 1)));
    return longer;
  }

  private static String pairs(int values) {
    return "VALUES " + String.join(", ", Collections.nCopies(values / 2, "(?, ?)"));
  }

  private static long millis(Position place) {
    return place.sortInstant().toEpochMilli();
  }

  /** Reads the pieces of one record; nothing if one of them is missing. */
  Optional<List<byte[]>> pieces(
      Session session, String account, String id, PieceKeys keys, List<ViewId> wanted)
      throws SQLException {
    List<Integer> numbers = new ArrayList<>(wanted.size());
    List<Object> parameters = new ArrayList<>();
    for (ViewId view : wanted) {
      Integer number = views.find(session, account, view).orElse(null);
      Long sortAt = number == null ? null : keys.sortAts().get(number);
      if (sortAt == null) {
        return Optional.empty();
      }
      numbers.add(number);
      parameters.add(number);
      parameters.add(sortAt);
    }
    if (numbers.isEmpty()) {
      return Optional.of(List.of());
    }
    String sql = "SELECT p.body, p.view_id FROM (" + pairs(parameters.size()) + OF_VIEWS;
    parameters.add(account);
    parameters.add(id);
    Map<Integer, byte[]> bodies = new HashMap<>();
    try (ResultSet rows = session.prepared(sql, parameters).executeQuery()) {
      while (rows.next()) {
        bodies.put(rows.getInt(2), rows.getBytes(1));
      }
    }
    return bodies.keySet().containsAll(numbers)
        ? Optional.of(numbers.stream().map(bodies::get).toList())
        : Optional.empty();
  }
}
