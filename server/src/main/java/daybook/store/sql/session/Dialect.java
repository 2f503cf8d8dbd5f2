package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.sql.bulk.NewRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All that one engine does in its own way. */
public interface Dialect {

  /** Returns what the statements of the tables, which all engines share, call their types here. */
  Map<String, String> placeholders();

  /** Returns the folders of those statements that only this engine has, among the resources. */
  List<String> migrations();

  /** Begins a transaction that sees in all statements what was committed when it began. */
  void beginReading(Session session) throws SQLException;

  /** Begins a transaction that reads what is committed, and writes. */
  void beginWriting(Session session) throws SQLException;

  /** Makes everything since the beginning durable and visible, and ends the transaction. */
  void commit(Session session) throws SQLException;

  /** Ends the transaction without a trace; what can't be told any more needs no telling. */
  void rollback(Session session);

  /**
   * Returns a query that keeps others from changing what it finds until the transaction ends. An
   * engine with one writer has nobody to keep from it.
   */
  String forUpdate(String query);

  /**
   * Says whether ranges of an index that are joined by UNION ALL are merged in their order; where
   * not, each range has to be asked for in order.
   */
  boolean mergesRanges();

  /**
   * Writes rows that are not there yet, in the quickest way, within a transaction.
   *
   * @throws SQLException if one of them is there after all; the transaction is of no use then
   */
  void insertAll(Session session, NewRows rows) throws SQLException;

  /** When the same work may be done again from its beginning. */
  enum Again {
    /** It would fail again. */
    NEVER,
    /** As long as its commit has not begun: whether that happened is not known. */
    BEFORE_COMMIT,
    /** At any time: the engine has undone it. */
    ALWAYS
  }

  /** Says when work that failed so may be done again. */
  Again again(SQLException e);

  /** Says in words what went wrong; a code decides, never a text or the name of a constraint. */
  StoreException fault(SQLException e);
}
