package daybook.store.sql.copy;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Stands around a store while it is the unfinished copy of another one: nothing but a copy opens
 * it, and of several that would copy into it the one that began last goes on.
 *
 * <p>It is a row among the keys of the store, with a number that is drawn for each run. Every
 * transaction of a run locks the row and finds its own number there, or ends.
 */
public final class Fence {

  /** Name of the row. */
  static final String NAME = "unfinished-copy";

  private static final String FIND = "SELECT value FROM instance_key WHERE name = ?";

  private static final String RAISE =
      """
      INSERT INTO instance_key (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value
      """;

  private static final String LOWER = "DELETE FROM instance_key WHERE name = ?";

  private static final int NUMBER_BYTES = 16;

  private final String store;
  private final Sessions sessions;
  private final byte[] number = new byte[NUMBER_BYTES];

  private Fence(String store, Sessions sessions) {
    this.store = store;
    this.sessions = sessions;
    new SecureRandom().nextBytes(number);
  }

  /**
   * Sees that a store is none that is being copied to.
   *
   * @throws StoreException if it is an unfinished copy
   */
  public static void mustNotStand(String store, Readers readers) {
    if (stands(readers)) {
      throw new StoreException(
          Kind.NOT_OURS,
          "the store "
              + store
              + " is the unfinished copy of another one: finish it with the same daybook copy again",
          null);
    }
  }

  /** Says whether there is one. */
  static boolean stands(Readers readers) {
    return readers.read(session -> session.first(row -> true, FIND, NAME).isPresent());
  }

  /** Puts a fence around a store, or takes over the one that stands. */
  static Fence raise(String store, Sessions sessions) {
    Fence fence = new Fence(store, sessions);
    sessions.write(writer -> writer.update(RAISE, NAME, fence.number));
    return fence;
  }

  /**
   * Writes within the fence, in one transaction.
   *
   * @throws StoreException if another run has taken it over
   */
  void write(Work work) {
    sessions.write(
        writer -> {
          hold(writer);
          work.in(writer);
          return true;
        });
  }

  /** What is written in one transaction. */
  interface Work {
    void in(Session writer) throws SQLException;
  }

  private void hold(Session writer) throws SQLException {
    Optional<byte[]> found =
        writer.first(row -> row.getBytes(1), sessions.dialect().forUpdate(FIND), NAME);
    if (found.isEmpty() || !Arrays.equals(found.get(), number)) {
      throw new StoreException(
          Kind.BUSY, "another copy to the store " + store + " has begun; this one ends", null);
    }
  }

  /** Takes the fence away: the store is whole. */
  void lower() {
    write(writer -> writer.update(LOWER, NAME));
  }
}
