package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.store.Batch;
import daybook.store.Position;
import daybook.store.RecordWrite;
import daybook.store.Records;
import daybook.store.Records.Holdings;
import daybook.store.Rendered;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind, in SQL.
 *
 * @param <R> the record
 */
final class SqlRecords<R> implements Records<R> {

  private static final PieceKeys NO_PIECES = new PieceKeys(Map.of());

  private final Sessions sessions;
  private final Readers readers;
  private final RecordTable<R> table;
  private final Settled settled;
  private final RecordSql sql;
  private final Pages pages;

  SqlRecords(Sessions sessions, Readers readers, ViewNumbers views, RecordTable<R> table) {
    this.sessions = sessions;
    this.readers = readers;
    this.table = table;
    this.settled = new Settled(sessions.dialect(), table.kind());
    this.sql = RecordSql.of(table);
    this.pages = new Pages(readers, views, table);
  }

  @Override
  public Instant settled(AccountId account) {
    return readers.read(session -> settled.find(session, account));
  }

  @Override
  public void settle(AccountId account, Instant upTo) {
    if (!settled(account).isBefore(upTo)) {
      return;
    }
    requireTime();
    sessions.write(
        writer -> {
          settled.settle(writer, account, upTo);
          return true;
        });
  }

  private void requireTime() {
    if (!readers.mayWait()) {
      throw new NotAtOnceException();
    }
  }

  @Override
  public Slice scan(Scan scan) {
    return pages.scan(scan);
  }

  @Override
  public List<Position> places(Scan scan) {
    return pages.places(scan);
  }

  @Override
  public Optional<List<byte[]>> pieces(AccountId account, String id, List<ViewId> wanted) {
    if (!RecordWrite.isKeepable(id)) {
      return Optional.empty();
    }
    return readers.readTogether(
        session -> {
          StoredRow stored = stored(session, account.value(), List.of(id)).get(id);
          return stored == null
              ? Optional.empty()
              : pages.pieces(session, account.value(), id, stored.keys(), wanted);
        });
  }

  @Override
  public Map<String, StoredDocument> find(AccountId account, Collection<String> ids) {
    return readers.read(
        session ->
            byId(
                session.allIn(
                    SqlRecords::document,
                    sql.find(),
                    account.value(),
                    List.copyOf(Set.copyOf(ids))),
                StoredDocument::id));
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  @Override
  public List<StoredDocument> documents(AccountId account, @Nullable String afterId, int limit) {
    // No id is empty, so the empty text stands before all of them.
    String after = afterId == null ? "" : afterId;
    return readers.read(
        session ->
            session.all(SqlRecords::document, sql.documents(), account.value(), after, limit));
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    AsOf asOf = new AsOf(Instant.ofEpochMilli(row.getLong(3)), row.getLong(4));
    return new StoredDocument(row.getString(1), row.getBytes(2), asOf, row.getLong(5));
  }

  @Override
  public boolean write(Batch<R> batch) {
    requireTime();
    return sessions.writeIf(
        writer ->
            !settled.lock(writer, batch.account()).isAfter(batch.settled())
                && write(writer, batch.account().value(), batch.writes()));
  }

  private boolean write(Session writer, String account, List<RecordWrite<R>> writes)
      throws SQLException {
    Map<String, StoredRow> stored = changed(writer, account, writes);
    PieceRows pieces = pieceRows(writer, account);
    List<List<@Nullable Object>> rows = new ArrayList<>(writes.size());
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (RecordWrite<R> write : writes) {
      StoredRow before = stored.get(write.id());
      if (write.expectedRevision() != (before == null ? 0 : before.revision())) {
        return false;
      }
      rows.add(values(account, write, pieces.keys(write.pieces())));
      lines.addAll(table.lineValues(account, write.row()));
    }
    if (Arrays.stream(writer.updateAll(sql.put(), rows)).anyMatch(count -> count != 1)) {
      return false;
    }
    if (table.lines().isPresent()) {
      writer.updateAll(table.lines().get().drop(), dropKeys(account, stored));
      writer.updateAll(table.lines().get().put(), lines);
    }
    for (RecordWrite<R> write : writes) {
      StoredRow before = stored.get(write.id());
      pieces.replace(
          write.id(),
          table.sortValues(write.row()),
          before == null ? NO_PIECES : before.keys(),
          write.pieces());
    }
    pieces.flush();
    return true;
  }

  private static List<List<Object>> dropKeys(String account, Map<String, StoredRow> stored) {
    return stored.values().stream()
        .map(row -> List.<Object>of(account, row.sortValues().get(0), row.id()))
        .toList();
  }

  // What is stored of those records that are said to be there.
  private Map<String, StoredRow> changed(
      Session session, String account, List<RecordWrite<R>> writes) throws SQLException {
    return stored(
        session,
        account,
        writes.stream()
            .filter(write -> write.expectedRevision() != 0)
            .map(RecordWrite::id)
            .toList());
  }

  private PieceRows pieceRows(Session writer, String account) throws SQLException {
    return new PieceRows(writer, new KeptViews(writer, account, table.kind(), sql.any()), account);
  }

  private List<@Nullable Object> values(String account, RecordWrite<R> write, PieceKeys keys) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(account);
    values.add(write.id());
    values.addAll(table.values(write.row()));
    values.add(Millis.floor(write.asOf().instant()));
    values.add(write.asOf().sequence());
    values.add(write.expectedRevision() + 1);
    values.add(keys.text());
    values.add(write.document());
    return values;
  }

  @Override
  public boolean replacePieces(AccountId account, List<Rendered> records) {
    requireTime();
    return sessions.writeIf(
        writer -> {
          settled.lock(writer, account);
          return replacePieces(writer, account.value(), records);
        });
  }

  private boolean replacePieces(Session writer, String account, List<Rendered> records)
      throws SQLException {
    Map<String, StoredRow> stored =
        stored(writer, account, records.stream().map(Rendered::id).toList());
    PieceRows pieces = pieceRows(writer, account);
    List<List<Object>> changedKeys = new ArrayList<>();
    for (Rendered rendered : records) {
      StoredRow before = stored.get(rendered.id());
      if (before == null || before.revision() != rendered.expectedRevision()) {
        return false;
      }
      String keys = pieces.keys(rendered.pieces()).text();
      pieces.replace(rendered.id(), before.sortValues(), before.keys(), rendered.pieces());
      if (!keys.equals(before.keys().text())) {
        changedKeys.add(List.of(keys, account, rendered.id()));
      }
    }
    writer.updateAll(sql.setKeys(), changedKeys);
    pieces.flush();
    return true;
  }

  private Map<String, StoredRow> stored(Session session, String account, List<String> ids)
      throws SQLException {
    return byId(session.allIn(this::storedRow, sql.stored(), account, ids), StoredRow::id);
  }

  private StoredRow storedRow(ResultSet row) throws SQLException {
    List<Long> sortValues = new ArrayList<>();
    for (int i = 0; i < table.sortColumns().size(); i++) {
      sortValues.add(row.getLong(4 + i));
    }
    return new StoredRow(
        row.getString(1), row.getLong(2), PieceKeys.parse(row.getString(3)), sortValues);
  }

  @Override
  public Holdings holdings(AccountId account) {
    return readers.read(
        session ->
            session.first(SqlRecords::holdings, sql.holdings(), account.value()).orElseThrow());
  }

  private static Holdings holdings(ResultSet row) throws SQLException {
    long records = row.getLong(1);
    return records == 0
        ? new Holdings(0, null, null)
        : new Holdings(
            records, Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)));
  }
}
