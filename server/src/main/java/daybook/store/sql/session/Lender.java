package daybook.store.sql.session;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import java.sql.SQLException;

/** Lends sessions of one engine, and keeps what they cost to open. */
interface Lender extends AutoCloseable {

  /**
   * Does something with a session that only reads, outside of any transaction.
   *
   * @throws StoreException if none becomes free in time
   */
  <T> T reading(Sessions.Work<T> work) throws SQLException;

  /**
   * Does something with a session that only reads and is free now.
   *
   * @throws NotAtOnceException if none is, or if every answer takes its time
   */
  <T> T readingAtOnce(Sessions.Work<T> work) throws SQLException;

  /**
   * Does something with a session that may write, outside of any transaction.
   *
   * @throws StoreException if none becomes free in time
   */
  <T> T writing(Sessions.Work<T> work) throws SQLException;

  /** Finds out whether a transaction that writes could begin, or somebody is in one. */
  void probe() throws SQLException;

  /** Does something whenever another copy of the store has taken the place of the one before. */
  default void whenReopened(Runnable action) {}

  /** Waits for what is under way and closes everything. */
  @Override
  void close() throws SQLException;
}
