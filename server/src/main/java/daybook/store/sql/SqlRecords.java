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
import daybook.store.sql.session.Readers;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind, in SQL.
 *
 * @param <R> the record
 */
final class SqlRecords<R> implements Records<R> {

  private static final String SETTLED =
      "SELECT settled_until FROM settled WHERE account_id = ? AND kind = ?";

  private static final String SETTLE =
      """
      INSERT INTO settled (account_id, kind, settled_until) VALUES (?, ?, ?)
      ON CONFLICT (account_id, kind) DO UPDATE SET settled_until = EXCLUDED.settled_until
      WHERE settled.settled_until < EXCLUDED.settled_until
      """;

  private final Sessions sessions;
  private final Readers readers;
  private final ViewNumbers views;
  private final RecordTable<R> table;
  private final String kind;
  private final RecordSql sql;
  private final Pages pages;

  SqlRecords(Sessions sessions, Readers readers, ViewNumbers views, RecordTable<R> table) {
    this.sessions = sessions;
    this.readers = readers;
    this.views = views;
    this.table = table;
    this.kind = table.kind().name();
    this.sql = RecordSql.of(table);
    this.pages = new Pages(readers, views, table);
  }

  @Override
  public Instant settled(AccountId account) {
    return readers.read(session -> settled(session, account));
  }

  private Instant settled(Session session, AccountId account) throws SQLException {
    return session
        .first(row -> Instant.ofEpochMilli(row.getLong(1)), SETTLED, account.value(), kind)
        .orElse(NEVER);
  }

  // Writers read this row within the transaction of their batch, and transactions that write come
  // one after the other: a batch is either there when this returns, or will find what is settled.
  @Override
  public void settle(AccountId account, Instant upTo) {
    if (!settled(account).isBefore(upTo)) {
      return;
    }
    requireTime();
    sessions.write(writer -> writer.update(SETTLE, account.value(), kind, Millis.ceiling(upTo)));
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
    return readers.readTogether(
        session -> {
          Optional<StoredRow> stored = stored(session, account.value(), id);
          return stored.isEmpty()
              ? Optional.empty()
              : pages.pieces(session, account.value(), id, stored.get().keys(), wanted);
        });
  }

  @Override
  public Map<String, StoredDocument> find(AccountId account, Collection<String> ids) {
    return readers.read(
        session -> {
          Map<String, StoredDocument> found = new HashMap<>();
          for (String id : Set.copyOf(ids)) {
            session
                .first(SqlRecords::document, sql.find(), account.value(), id)
                .ifPresent(document -> found.put(id, document));
          }
          return found;
        });
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
    String account = batch.account().value();
    return sessions.writeIf(
        writer -> {
          if (settled(writer, batch.account()).isAfter(batch.settled())) {
            return false;
          }
          PieceRows pieces = new PieceRows(writer, views, table.kind(), account);
          for (RecordWrite<R> write : batch.writes()) {
            if (!write(writer, account, pieces, write)) {
              return false;
            }
          }
          return true;
        });
  }

  private boolean write(Session writer, String account, PieceRows pieces, RecordWrite<R> write)
      throws SQLException {
    PieceKeys before = new PieceKeys(Map.of());
    if (write.expectedRevision() != 0) {
      Optional<StoredRow> stored = stored(writer, account, write.id());
      if (stored.isEmpty() || stored.get().revision() != write.expectedRevision()) {
        return false;
      }
      table.dropLines(writer, account, write.id(), stored.get());
      before = stored.get().keys();
    }
    if (writer.update(sql.put(), values(account, write, pieces.keys(write.pieces()))) != 1) {
      return false;
    }
    table.putLines(writer, account, write.row());
    pieces.replace(write.id(), table.sortValues(write.row()), before, write.pieces());
    return true;
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
          PieceRows pieces = new PieceRows(writer, views, table.kind(), account.value());
          for (Rendered rendered : records) {
            Optional<StoredRow> stored = stored(writer, account.value(), rendered.id());
            if (stored.isEmpty() || stored.get().revision() != rendered.expectedRevision()) {
              return false;
            }
            String keys = pieces.keys(rendered.pieces()).text();
            StoredRow known = stored.get();
            pieces.replace(rendered.id(), known.sortValues(), known.keys(), rendered.pieces());
            if (!keys.equals(known.keys().text())) {
              writer.update(sql.setKeys(), keys, account.value(), rendered.id());
            }
          }
          return true;
        });
  }

  private Optional<StoredRow> stored(Session session, String account, String id)
      throws SQLException {
    return session.first(this::storedRow, sql.stored(), account, id);
  }

  private StoredRow storedRow(ResultSet row) throws SQLException {
    List<Long> sortValues = new ArrayList<>();
    for (int i = 0; i < table.sortColumns().size(); i++) {
      sortValues.add(row.getLong(3 + i));
    }
    return new StoredRow(row.getLong(1), PieceKeys.parse(row.getString(2)), sortValues);
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
