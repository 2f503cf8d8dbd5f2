package daybook.store.sql;

import daybook.domain.AccountId;
import daybook.store.RecordKind;
import daybook.store.Records;
import daybook.store.sql.session.Dialect;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The row of an account and kind that tells up to where listings by last change are settled, and
 * that whoever writes records of the kind locks first. So writers of the same records come one
 * after the other, wherever they run, while others go on.
 *
 * @param dialect how a row is locked
 * @param kind the kind of record
 */
record Settled(Dialect dialect, RecordKind kind) {

  private static final String FIND =
      "SELECT settled_until FROM settled WHERE account_id = ? AND kind = ?";

  private static final String ADD =
      """
      INSERT INTO settled (account_id, kind, settled_until) VALUES (?, ?, ?)
      ON CONFLICT (account_id, kind) DO NOTHING
      """;

  private static final String SETTLE =
      """
      INSERT INTO settled (account_id, kind, settled_until) VALUES (?, ?, ?)
      ON CONFLICT (account_id, kind) DO UPDATE SET settled_until = EXCLUDED.settled_until
      WHERE settled.settled_until < EXCLUDED.settled_until
      """;

  /** Returns up to where listings are settled. */
  Instant find(Session session, AccountId account) throws SQLException {
    return session
        .first(Settled::instant, FIND, account.value(), kind.name())
        .orElse(Records.NEVER);
  }

  /** Says whether there is a row, without which there are no records of the kind either. */
  boolean exists(Session session, AccountId account) throws SQLException {
    return session.first(row -> true, FIND, account.value(), kind.name()).isPresent();
  }

  /** Locks the row until the transaction ends; returns up to where listings are settled. */
  Instant lock(Session writer, AccountId account) throws SQLException {
    String query = dialect.forUpdate(FIND);
    var locked = writer.first(Settled::instant, query, account.value(), kind.name());
    if (locked.isPresent()) {
      return locked.get();
    }
    writer.update(ADD, account.value(), kind.name(), Millis.floor(Records.NEVER));
    return writer.first(Settled::instant, query, account.value(), kind.name()).orElseThrow();
  }

  /**
   * Settles listings. It waits for a batch that has the lock: that one is there when this returns,
   * and any later one will find what is settled.
   */
  void settle(Session writer, AccountId account, Instant upTo) throws SQLException {
    writer.update(SETTLE, account.value(), kind.name(), Millis.ceiling(upTo));
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(1));
  }
}
