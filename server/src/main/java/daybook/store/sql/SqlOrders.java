package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.store.Batch;
import daybook.store.Column;
import daybook.store.Holdings;
import daybook.store.OrderWrite;
import daybook.store.Orders;
import daybook.store.Position;
import daybook.store.Rendered;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.StoredDocument;
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

/** The orders of buyers, in SQL. */
final class SqlOrders implements Orders {

  private static final String FIND =
      """
      SELECT order_id, document, as_of, as_of_sequence, revision
      FROM business_order WHERE account_id = ? AND order_id = ?
      """;

  private static final String DOCUMENTS =
      """
      SELECT order_id, document, as_of, as_of_sequence, revision
      FROM business_order WHERE account_id = ? AND order_id > ?
      ORDER BY order_id LIMIT ?
      """;

  private static final String STORED =
      """
      SELECT revision, order_date, piece_keys
      FROM business_order WHERE account_id = ? AND order_id = ?
      """;

  private static final String SET_KEYS =
      "UPDATE business_order SET piece_keys = ? WHERE account_id = ? AND order_id = ?";

  private static final String HOLDINGS =
      """
      SELECT count(*), min(order_date), max(order_date)
      FROM business_order WHERE account_id = ?
      """;

  private static final String SORTED_BY_ORDER_DATE =
      "SELECT by_order_date FROM kept_view WHERE view_id = ?";

  /** What is stored of an order, apart from its document. */
  private record Stored(long revision, long orderDate, PieceKeys keys) {}

  private final Sessions sessions;
  private final ViewNumbers views;

  SqlOrders(Sessions sessions, ViewNumbers views) {
    this.sessions = sessions;
    this.views = views;
  }

  @Override
  public Slice scan(Scan scan) {
    Map<Column, Set<String>> wanted = ScanSql.wanted(scan);
    if (wanted.containsValue(Set.of())) {
      return new Slice(List.of(), null);
    }
    return sessions.read(
        session -> {
          Optional<Integer> view = views.find(session, scan.view());
          if (view.isEmpty()) {
            return new Slice(List.of(), null);
          }
          return slice(session, sql(session, scan, view.get(), wanted), scan.limit());
        });
  }

  private static ScanSql sql(Session session, Scan scan, int view, Map<Column, Set<String>> wanted)
      throws SQLException {
    if (wanted.isEmpty()) {
      return ScanSql.plain(scan, view);
    }
    boolean byOrderDate =
        session.first(row -> row.getInt(1) == 1, SORTED_BY_ORDER_DATE, view).orElse(false);
    return ScanSql.filtered(scan, view, wanted, byOrderDate);
  }

  private static Slice slice(Session session, ScanSql sql, int limit) throws SQLException {
    try (ResultSet rows = session.prepared(sql.text(), sql.parameters()).executeQuery()) {
      List<byte[]> pieces = new ArrayList<>(Math.min(limit, 100));
      Position last = null;
      while (pieces.size() < limit && rows.next()) {
        pieces.add(rows.getBytes(1));
        if (pieces.size() == limit) {
          last = new Position(Instant.ofEpochMilli(rows.getLong(2)), rows.getString(3));
        }
      }
      return new Slice(pieces, last != null && rows.next() ? last : null);
    }
  }

  @Override
  public Map<String, StoredDocument> find(AccountId account, Collection<String> orderIds) {
    return sessions.read(
        session -> {
          Map<String, StoredDocument> found = new HashMap<>();
          for (String orderId : Set.copyOf(orderIds)) {
            session
                .first(SqlOrders::document, FIND, account.value(), orderId)
                .ifPresent(document -> found.put(orderId, document));
          }
          return found;
        });
  }

  @Override
  public List<StoredDocument> documents(
      AccountId account, @Nullable String afterOrderId, int limit) {
    // No order id is empty, so the empty text stands before all of them.
    String after = afterOrderId == null ? "" : afterOrderId;
    return sessions.read(
        session -> session.all(SqlOrders::document, DOCUMENTS, account.value(), after, limit));
  }

  private static StoredDocument document(ResultSet row) throws SQLException {
    AsOf asOf = new AsOf(Instant.ofEpochMilli(row.getLong(3)), row.getLong(4));
    return new StoredDocument(row.getString(1), row.getBytes(2), asOf, row.getLong(5));
  }

  @Override
  public boolean write(Batch batch) {
    String account = batch.account().value();
    return sessions.writeIf(
        writer -> {
          OrderRows rows = new OrderRows(writer, account);
          PieceRows pieces = new PieceRows(writer, views, account);
          for (OrderWrite write : batch.orders()) {
            if (!write(writer, account, rows, pieces, write)) {
              return false;
            }
          }
          return true;
        });
  }

  private static boolean write(
      Session writer, String account, OrderRows rows, PieceRows pieces, OrderWrite write)
      throws SQLException {
    String orderId = write.order().orderId();
    PieceKeys before = new PieceKeys(Map.of());
    if (write.expectedRevision() != 0) {
      Optional<Stored> stored = stored(writer, account, orderId);
      if (stored.isEmpty() || stored.get().revision() != write.expectedRevision()) {
        return false;
      }
      rows.dropLines(orderId, stored.get().orderDate());
      before = stored.get().keys();
    }
    if (!rows.put(write, pieces.keys(write.pieces()))) {
      return false;
    }
    rows.putLines(write.order());
    long orderDate = Millis.floor(write.order().orderDate());
    pieces.replace(orderId, orderDate, before, write.pieces());
    return true;
  }

  @Override
  public boolean replacePieces(AccountId account, List<Rendered> orders) {
    return sessions.writeIf(
        writer -> {
          PieceRows pieces = new PieceRows(writer, views, account.value());
          for (Rendered order : orders) {
            Optional<Stored> stored = stored(writer, account.value(), order.id());
            if (stored.isEmpty() || stored.get().revision() != order.expectedRevision()) {
              return false;
            }
            String keys = pieces.keys(order.pieces()).text();
            Stored known = stored.get();
            pieces.replace(order.id(), known.orderDate(), known.keys(), order.pieces());
            if (!keys.equals(known.keys().text())) {
              writer.update(SET_KEYS, keys, account.value(), order.id());
            }
          }
          return true;
        });
  }

  private static Optional<Stored> stored(Session session, String account, String orderId)
      throws SQLException {
    return session.first(
        row -> new Stored(row.getLong(1), row.getLong(2), PieceKeys.parse(row.getString(3))),
        STORED,
        account,
        orderId);
  }

  @Override
  public Holdings holdings(AccountId account) {
    return sessions.read(
        session -> session.first(SqlOrders::holdings, HOLDINGS, account.value()).orElseThrow());
  }

  private static Holdings holdings(ResultSet row) throws SQLException {
    long records = row.getLong(1);
    return records == 0
        ? new Holdings(0, null, null)
        : new Holdings(
            records, Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)));
  }
}
