package daybook.store.sql;

import daybook.store.RecordKind;
import daybook.store.ViewId;
import daybook.store.sql.session.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of the views of one account, within a transaction that writes records of one kind
 * and has locked them.
 *
 * <p>Pieces carry the number that their view has in the account, instead of its name.
 */
final class KeptViews {

  /** Some record may lack a piece of the view. */
  static final int GAPS = 0;

  /** Every record has a piece of the view. */
  static final int COMPLETE = 1;

  /** Pieces of the view are being made for all records, and no record was written without since. */
  static final int BEGUN = 2;

  private static final String ALL =
      """
      SELECT view_id, kind, name, version, complete, sorted_by FROM kept_view
      WHERE account_id = ?
      """;

  // Others may be writing records of another kind, and take the same number.
  private static final String ADD =
      """
      INSERT INTO kept_view (account_id, view_id, kind, name, version, complete, sorted_by)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String CHANGE =
      "UPDATE kept_view SET complete = ?, sorted_by = ? WHERE account_id = ? AND view_id = ?";

  // Every sort column its table may have, until a piece shows otherwise.
  private static final int ALL_COLUMNS = 0xff;

  /**
   * One view of the account.
   *
   * @param number what its pieces carry
   * @param complete whether every record has a piece of it
   * @param sortedBy bit i is set while all pieces stand where the i-th sort column says
   */
  record Kept(int number, int complete, int sortedBy) {}

  private final Session writer;
  private final String account;
  private final RecordKind kind;
  private final String anyRecord;
  private final Map<ViewId, Kept> views = new HashMap<>();

  /**
   * Reads them.
   *
   * @param anyRecord finds a record of the kind by account
   */
  KeptViews(Session writer, String account, RecordKind kind, String anyRecord) throws SQLException {
    this.writer = writer;
    this.account = account;
    this.kind = kind;
    this.anyRecord = anyRecord;
    load();
  }

  private void load() throws SQLException {
    try (ResultSet rows = writer.prepared(ALL, List.of(account)).executeQuery()) {
      while (rows.next()) {
        ViewId view =
            new ViewId(RecordKind.valueOf(rows.getString(2)), rows.getString(3), rows.getInt(4));
        views.put(view, new Kept(rows.getInt(1), rows.getInt(5), rows.getInt(6)));
      }
    }
  }

  /** Returns the number of a view; one that has none yet gets one. */
  int number(ViewId view) throws SQLException {
    Kept known = views.get(view);
    return known != null ? known.number() : add(view).number();
  }

  private Kept add(ViewId view) throws SQLException {
    // The first records of their kind are about to be written with it, or some lack it.
    boolean first = writer.first(row -> true, anyRecord, account).isEmpty();
    while (true) {
      int number = 1 + views.values().stream().mapToInt(Kept::number).max().orElse(0);
      Kept kept = new Kept(number, first ? COMPLETE : GAPS, ALL_COLUMNS);
      int added =
          writer.update(
              ADD,
              account,
              number,
              view.kind().name(),
              view.name(),
              view.version(),
              kept.complete(),
              kept.sortedBy());
      if (added == 1) {
        views.put(view, kept);
        return kept;
      }
      load();
    }
  }

  /** Takes note of which pieces a record has now. */
  void note(PieceKeys keys, List<Long> sortValues) throws SQLException {
    for (Map.Entry<ViewId, Kept> entry : views.entrySet()) {
      Kept before = entry.getValue();
      if (entry.getKey().kind() == kind) {
        Long sortAt = keys.sortAts().get(before.number());
        int complete = sortAt == null ? GAPS : before.complete();
        int sortedBy = sortAt == null ? before.sortedBy() : sorted(before, sortAt, sortValues);
        change(entry, complete, sortedBy);
      }
    }
  }

  private static int sorted(Kept before, long sortAt, List<Long> sortValues) {
    int after = 0;
    for (int i = 0; i < sortValues.size(); i++) {
      if (sortValues.get(i) == sortAt) {
        after |= before.sortedBy() & (1 << i);
      }
    }
    return after;
  }

  /** Marks views that are not complete as about to become so. */
  void begin(Collection<ViewId> wanted) throws SQLException {
    for (ViewId view : wanted) {
      number(view);
    }
    for (Map.Entry<ViewId, Kept> entry : views.entrySet()) {
      Kept before = entry.getValue();
      if (wanted.contains(entry.getKey()) && before.complete() == GAPS) {
        change(entry, BEGUN, before.sortedBy());
      }
    }
  }

  /** Says whether pieces of these views were made for all records, or are being made. */
  boolean areWithoutGaps(Collection<ViewId> wanted) {
    return wanted.stream()
        .map(views::get)
        .allMatch(kept -> kept != null && kept.complete() != GAPS);
  }

  /** Marks these views as complete and all others of the kind as not; returns those others. */
  List<Integer> retainOnly(Collection<ViewId> wanted) throws SQLException {
    List<Integer> others = new ArrayList<>();
    for (Map.Entry<ViewId, Kept> entry : views.entrySet()) {
      if (entry.getKey().kind() == kind) {
        boolean stays = wanted.contains(entry.getKey());
        change(entry, stays ? COMPLETE : GAPS, entry.getValue().sortedBy());
        if (!stays) {
          others.add(entry.getValue().number());
        }
      }
    }
    return others;
  }

  private void change(Map.Entry<ViewId, Kept> entry, int complete, int sortedBy)
      throws SQLException {
    Kept before = entry.getValue();
    if (before.complete() != complete || before.sortedBy() != sortedBy) {
      entry.setValue(new Kept(before.number(), complete, sortedBy));
      writer.update(CHANGE, complete, sortedBy, account, before.number());
    }
  }
}
