package daybook.store.sql.session;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import daybook.store.Store.NotAtOnceException;
import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.file.FileWatch;
import daybook.store.sql.file.FileWatch.Finding;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lends sessions on a SQLite file: one writer, and as many readers as the options allow, opened
 * when first needed.
 *
 * <p>Not a general pool, because a session is worth its prepared statements, which such a pool
 * closes when a connection comes back; and connections to a file need no checks of their health.
 */
final class SqliteLender implements Lender {

  // What another store does not have: its secrets.
  private static final String SECRETS = "SELECT name, value FROM instance_key ORDER BY name";

  private static final Logger LOG = LoggerFactory.getLogger(SqliteLender.class);

  private final SqliteDialect dialect;
  private final SqliteOptions options;
  private final StoreFile file;
  private final FileWatch watch;
  private final ReentrantLock writing = new ReentrantLock();
  private final Semaphore reading;
  private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile Session writer;
  private volatile Map<String, String> secrets = Map.of();
  private volatile @Nullable SQLException damage;
  private volatile Runnable reopened = () -> {};
  private volatile boolean closed;

  SqliteLender(SqliteDialect dialect, SqliteOptions options, StoreFile file) throws SQLException {
    this.dialect = dialect;
    this.options = options;
    this.file = file;
    this.reading = new Semaphore(options.readers());
    this.writer = new Session(dialect.writer());
    this.watch = new FileWatch(options.file());
  }

  @Override
  public void whenReopened(Runnable action) {
    reopened = action;
  }

  @Override
  public <T> T reading(Sessions.Work<T> work) throws SQLException {
    if (watch.lately() != Finding.SAME) {
      follow();
    }
    borrow();
    return borrowed(work);
  }

  @Override
  public <T> T readingAtOnce(Sessions.Work<T> work) throws SQLException {
    if (watch.lately() != Finding.SAME || !reading.tryAcquire()) {
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
      } catch (SQLException e) {
        throw noted(e);
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
      // What is written to a file that nobody finds again is lost.
      if (watch.now() != Finding.SAME) {
        follow();
      }
      return work.in(writer);
    } catch (SQLException e) {
      throw noted(e);
    } finally {
      writing.unlock();
    }
  }

  // Damage does not heal by itself, and whatever reads elsewhere would not see it.
  private SQLException noted(SQLException e) {
    if (dialect.fault(e).kind() == Kind.CORRUPT) {
      damage = e;
    }
    return e;
  }

  /**
   * Goes on with the file that now stands where ours stood, if it is a copy of the same store.
   *
   * @throws StoreException if there is none, or one that was never a copy of this one
   */
  private void follow() throws SQLException {
    lock();
    try {
      if (!waited(() -> reading.tryAcquire(readers(), nanos(options.patience()), NANOSECONDS))) {
        throw busyReaders();
      }
      try {
        switch (watch.now()) {
          case SAME -> {}
          case GONE -> throw gone("is no longer there: put it back, or restore a backup");
          case ANOTHER -> reopen();
        }
      } finally {
        reading.release(readers());
      }
    } finally {
      writing.unlock();
    }
  }

  private void reopen() throws SQLException {
    boolean stale = watch.hasOpenedJournal();
    leave();
    try {
      if (stale) {
        watch.deleteJournal();
      }
    } catch (IOException e) {
      throw gone("was replaced, and the journal of the one before cannot be deleted");
    }
    file.prepare();
    Session next = new Session(dialect.writer());
    boolean ours = false;
    try {
      ours = areOfOneStore(secrets, secrets(next));
    } finally {
      if (!ours) {
        next.close();
      }
    }
    if (!ours) {
      throw gone("was replaced by another store: start the server anew to serve that one");
    }
    writer = next;
    damage = null;
    watch.opened();
    reopened.run();
    LOG.warn(
        "the store {} was replaced by another copy of it, which is served now", options.file());
  }

  // All that was acknowledged goes into the file that was open, whatever its name is now.
  private void leave() {
    try {
      rememberSecrets();
      writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      LOG.debug("the file that was open can't be read any more", e);
    }
    try {
      for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
        session.close();
      }
      writer.close();
    } catch (SQLException e) {
      LOG.warn("could not close what was open of {}", options.file(), e);
    }
    watch.closed();
  }

  // A copy may be older than the latest secret, but has none of the same name that is different.
  private static boolean areOfOneStore(Map<String, String> before, Map<String, String> now) {
    Set<String> both = new HashSet<>(before.keySet());
    both.retainAll(now.keySet());
    return !both.isEmpty()
        && both.stream().allMatch(key -> Objects.equals(before.get(key), now.get(key)));
  }

  private void rememberSecrets() throws SQLException {
    Map<String, String> found = secrets(writer);
    if (!found.isEmpty()) {
      secrets = found;
    }
  }

  private static Map<String, String> secrets(Session session) throws SQLException {
    Map<String, String> found = new HashMap<>();
    session.all(
        row -> found.put(row.getString(1), HexFormat.of().formatHex(row.getBytes(2))), SECRETS);
    return Map.copyOf(found);
  }

  private StoreException gone(String words) {
    return new StoreException(Kind.UNAVAILABLE, "the store " + options.file() + " " + words, null);
  }

  @Override
  public void probe() throws SQLException {
    if (watch.now() != Finding.SAME) {
      follow();
    }
    SQLException found = damage;
    if (found != null) {
      throw found;
    }
    reading(session -> session.first(row -> true, "SELECT 1 FROM account LIMIT 1"));
    if (!writing.tryLock()) {
      return;
    }
    try {
      probeWriter();
      if (secrets.isEmpty()) {
        rememberSecrets();
      }
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
      throw busyReaders();
    }
  }

  private StoreException busyReaders() {
    return new StoreException(
        Kind.UNAVAILABLE,
        "all " + options.readers() + " readers of the store are busy; allow more of them",
        null);
  }

  private int readers() {
    return options.readers();
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
