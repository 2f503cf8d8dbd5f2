package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Scan;
import daybook.store.sql.session.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the filters of a scan come to.
 *
 * @param values the values each column may have; none at all where two filters exclude each other
 * @param ranges the ranges that columns of instants must lie in
 */
record Wanted(Map<Column, Set<String>> values, List<Filter.Between> ranges) {

  /** Joins the filters of a scan. */
  static Wanted of(Scan scan) {
    Map<Column, Set<String>> values = new EnumMap<>(Column.class);
    List<Filter.Between> ranges = new ArrayList<>();
    for (Filter filter : scan.filters()) {
      if (filter instanceof Filter.OneOf oneOf) {
        values.merge(
            oneOf.column(),
            new TreeSet<>(oneOf.values()),
            (one, other) -> {
              one.retainAll(other);
              return one;
            });
      } else if (filter instanceof Filter.Between between) {
        ranges.add(between);
      }
    }
    return new Wanted(values, ranges);
  }

  /**
   * Returns what is left when filters that exclude no row of the account are left out.
   *
   * <p>Nothing of it holds beyond the transaction that the session is in.
   */
  Wanted withoutIdle(Session session, RecordTable<?> table, AccountId account) throws SQLException {
    Map<Column, Set<String>> left = new EnumMap<>(Column.class);
    for (Map.Entry<Column, Set<String>> filter : values.entrySet()) {
      if (!table.oftenAll().contains(filter.getKey())
          || excludes(session, table, account, filter)) {
        left.put(filter.getKey(), filter.getValue());
      }
    }
    return new Wanted(left, ranges);
  }

  // Looks into the gaps between the wanted values: an index finds each of them empty at once.
  private static boolean excludes(
      Session session,
      RecordTable<?> table,
      AccountId account,
      Map.Entry<Column, Set<String>> filter)
      throws SQLException {
    String column = table.column(filter.getKey());
    String row = "SELECT 1 FROM " + table.table() + " WHERE account_id = ? AND " + column;
    List<String> gaps = new ArrayList<>(List.of(row + " IS NULL"));
    List<@Nullable Object> parameters = new ArrayList<>(List.of(account.value()));
    String before = null;
    for (String value : filter.getValue()) {
      gaps.add(before == null ? row + " < ?" : row + " > ? AND " + column + " < ?");
      parameters.add(account.value());
      if (before != null) {
        parameters.add(before);
      }
      parameters.add(value);
      before = value;
    }
    gaps.add(row + " > ?");
    parameters.add(account.value());
    parameters.add(before);
    String sql =
        gaps.stream()
            .map(gap -> "EXISTS (" + gap + ")")
            .collect(Collectors.joining(" OR ", "SELECT 1 WHERE ", ""));
    return session.first(found -> true, sql, parameters.toArray()).isPresent();
  }

  /** Returns the first column, if any, by whose filter at most so many rows are left. */
  Optional<Column> few(Session session, RecordTable<?> table, AccountId account, int most)
      throws SQLException {
    for (Column column : table.oftenFew()) {
      Wanted alone = only(column);
      if (!alone.isEverything() && alone.isFew(session, table, account, most)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Returns the filters of one column. */
  Wanted only(Column column) {
    Map<Column, Set<String>> own = new EnumMap<>(Column.class);
    Set<String> set = values.get(column);
    if (set != null) {
      own.put(column, set);
    }
    return new Wanted(own, ranges.stream().filter(range -> range.column() == column).toList());
  }

  /** Returns the filters of all other columns. */
  Wanted without(Set<Column> done) {
    Map<Column, Set<String>> left = new EnumMap<>(Column.class);
    left.putAll(values);
    left.keySet().removeAll(done);
    return new Wanted(
        left, ranges.stream().filter(range -> !done.contains(range.column())).toList());
  }

  private boolean isFew(Session session, RecordTable<?> table, AccountId account, int most)
      throws SQLException {
    ScanSql.Builder sql = new ScanSql.Builder();
    sql.append("SELECT count(*) FROM (SELECT 1");
    sql.from(table, account.value(), this);
    sql.append(" LIMIT ?) found", most + 1);
    ScanSql count = sql.done();
    return session
        .first(row -> row.getLong(1) <= most, count.text(), count.parameters().toArray())
        .orElseThrow();
  }

  /** Says whether no row can match. */
  boolean isNothing() {
    return values.containsValue(Set.of());
  }

  /** Says whether all rows match. */
  boolean isEverything() {
    return values.isEmpty() && ranges.isEmpty();
  }
}
