package daybook.store.sql.session;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lends sessions on a SQLite file: one writer, and as many readers as the options allow, opened
 * when first needed.
 *
 * <p>Not a general pool, because a session is worth its prepared statements, which such a pool
 * closes when a connection comes back; and connections to a file need no checks of their health.
 */
final class SqliteLender implements Lender {

  private final SqliteDialect dialect;
  private final SqliteOptions options;
  private final Session writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final Semaphore reading;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SqliteLender(SqliteDialect dialect, SqliteOptions options) throws SQLException {
    this.dialect = dialect;
    this.options = options;
    this.reading = new Semaphore(options.readers());
    this.writer = new Session(dialect.writer());
  }

  @Override
  public <T> T reading(Sessions.Work<T> work) throws SQLException {
    borrow();
    return borrowed(work);
  }

  @Override
  public <T> T readingAtOnce(Sessions.Work<T> work) throws SQLException {
    if (!reading.tryAcquire()) {
      throw new NotAtOnceException();
    }
    return borrowed(work);
  }

  private <T> T borrowed(Sessions.Work<T> work) throws SQLException {
    try {
      if (closed) {
        throw closedFault();
      }
      // The last one back goes out first: its statements and its cache are warm.
      Session session = idle.pollFirst();
      if (session == null) {
        session = new Session(dialect.reader());
      }
      try {
        return work.in(session);
      } finally {
        idle.addFirst(session);
      }
    } finally {
      reading.release();
    }
  }

  @Override
  public <T> T writing(Sessions.Work<T> work) throws SQLException {
    lock();
    try {
      return work.in(writer);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void probe() throws SQLException {
    if (Files.notExists(options.file())) {
      throw new StoreException(
          Kind.UNAVAILABLE, "the store " + options.file() + " is no longer there", null);
    }
    reading(session -> session.first(row -> true, "SELECT 1 FROM account LIMIT 1"));
    if (!writing.tryLock()) {
      return;
    }
    try {
      probeWriter();
    } finally {
      writing.unlock();
    }
  }

  private void probeWriter() throws SQLException {
    writer.execute("PRAGMA busy_timeout = 0");
    try {
      dialect.beginWriting(writer);
      dialect.rollback(writer);
    } catch (SQLException e) {
      if (dialect.fault(e).kind() != Kind.BUSY) {
        throw e;
      }
    } finally {
      writer.execute("PRAGMA busy_timeout = " + options.patience().toMillis());
    }
  }

  private void lock() {
    if (!waited(() -> writing.tryLock(nanos(options.patience()), TimeUnit.NANOSECONDS))) {
      throw new StoreException(
          Kind.BUSY, "the store " + options.file() + " is being written; try again", null);
    }
    if (closed) {
      writing.unlock();
      throw closedFault();
    }
  }

  private void borrow() {
    if (!waited(() -> reading.tryAcquire(nanos(options.patience()), TimeUnit.NANOSECONDS))) {
      throw new StoreException(
          Kind.UNAVAILABLE,
          "all " + options.readers() + " readers of the store are busy; allow more of them",
          null);
    }
  }

  private static StoreException closedFault() {
    return new StoreException(Kind.UNAVAILABLE, "the store is closed", null);
  }

  /** A wait that ends with what was waited for, or without it. */
  private interface Wait {
    boolean done() throws InterruptedException;
  }

  private static boolean waited(Wait wait) {
    try {
      return wait.done();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.UNAVAILABLE, "interrupted while waiting for the store", e);
    }
  }

  private static long nanos(Duration duration) {
    return duration.toNanos();
  }

  @Override
  public void close() throws SQLException {
    writing.lock();
    reading.acquireUninterruptibly(options.readers());
    try {
      if (closed) {
        return;
      }
      closed = true;
      for (Session session : idle) {
        session.close();
      }
      // Last, so that this one empties the journal into the file.
      writer.close();
    } finally {
      reading.release(options.readers());
      writing.unlock();
    }
  }
}
