package daybook.store.sql.session;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lends sessions: one writer, and as many readers as the options allow, opened when first needed.
 *
 * <p>Not a general pool, because a session is worth its prepared statements, which such a pool
 * closes when a connection comes back; and connections to a file need no checks of their health.
 */
public final class Sessions implements Readers, AutoCloseable {

  /** Something done with a session. */
  public interface Work<T> {
    T in(Session session) throws SQLException;
  }

  private final SqliteDialect dialect;
  private final StoreOptions options;
  private final Session writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final Semaphore reading;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private Sessions(SqliteDialect dialect, StoreOptions options) throws SQLException {
    this.dialect = dialect;
    this.options = options;
    this.reading = new Semaphore(options.readers());
    this.writer = new Session(dialect.writer());
  }

  /**
   * Opens a store's file. A missing one is created, one of an older program migrated.
   *
   * @throws StoreException if the file is no store of this program or of an older one, or can't be
   *     used
   */
  public static Sessions open(StoreOptions options, SchemaVersion schema) {
    SqliteDialect dialect = new SqliteDialect(options);
    try {
      new StoreFile(dialect, options, schema).prepare();
      return new Sessions(dialect, options);
    } catch (SQLException e) {
      throw dialect.fault(e);
    }
  }

  @Override
  public boolean mayWait() {
    return true;
  }

  @Override
  public <T> T read(Work<T> work) {
    borrow();
    return readBorrowed(work);
  }

  private <T> T readBorrowed(Work<T> work) {
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
    } catch (SQLException e) {
      throw dialect.fault(e);
    } finally {
      reading.release();
    }
  }

  @Override
  public <T> T readTogether(Work<T> work) {
    return read(together(work));
  }

  private static <T> Work<T> together(Work<T> work) {
    return session -> {
      session.execute("BEGIN");
      try {
        return work.in(session);
      } finally {
        session.execute("COMMIT");
      }
    };
  }

  /** Returns readers that throw {@link NotAtOnceException} where no session is free. */
  public Readers atOnce() {
    return new AtOnce();
  }

  /** Readers that take a session that is free, and wait for none. */
  private final class AtOnce implements Readers {

    @Override
    public boolean mayWait() {
      return false;
    }

    @Override
    public <T> T read(Work<T> work) {
      if (!reading.tryAcquire()) {
        throw new NotAtOnceException();
      }
      return readBorrowed(work);
    }

    @Override
    public <T> T readTogether(Work<T> work) {
      return read(together(work));
    }
  }

  /** Reads and writes in one transaction. */
  public <T> T write(Work<T> work) {
    return transact(work, true);
  }

  /** Reads and writes in one transaction, which leaves no trace if the work returns false. */
  public boolean writeIf(Work<Boolean> work) {
    return transact(work, false);
  }

  private <T> T transact(Work<T> work, boolean always) {
    lock();
    try {
      writer.execute(SqliteDialect.BEGIN);
      boolean done = false;
      try {
        T result = work.in(writer);
        if (always || Boolean.TRUE.equals(result)) {
          writer.execute("COMMIT");
          done = true;
        }
        return result;
      } finally {
        if (!done) {
          rollback();
        }
      }
    } catch (SQLException e) {
      throw dialect.fault(e);
    } finally {
      writing.unlock();
    }
  }

  private void rollback() {
    try {
      writer.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does when the disk is full; what led here is
      // thrown.
    }
  }

  /** Says whether a transaction can begin now, or somebody is in one. */
  public void probeWriter() {
    if (!writing.tryLock()) {
      return;
    }
    try {
      writer.execute("PRAGMA busy_timeout = 0");
      try {
        writer.execute(SqliteDialect.BEGIN);
        rollback();
      } finally {
        writer.execute("PRAGMA busy_timeout = " + options.patience().toMillis());
      }
    } catch (SQLException e) {
      StoreException fault = dialect.fault(e);
      if (fault.kind() != Kind.BUSY) {
        throw fault;
      }
    } finally {
      writing.unlock();
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

  private StoreException closedFault() {
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

  /** Waits for what is under way and closes everything. */
  @Override
  public void close() {
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
    } catch (SQLException e) {
      throw dialect.fault(e);
    } finally {
      reading.release(options.readers());
      writing.unlock();
    }
  }
}
