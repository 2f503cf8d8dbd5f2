package daybook.store.sql.bucket;

import daybook.domain.AccountId;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.Buckets;
import daybook.store.bucket.StoredBucket;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Buckets in SQL. Nothing is locked while somebody counts: a bucket is replaced by one statement
 * that finds it unchanged, or finds nothing.
 */
public final class SqlBuckets implements Buckets {

  private static final String FIND =
      """
      SELECT plan, as_of, full_at, state FROM throttle_bucket
      WHERE account_id = ? AND operation_id = ? AND client_id = ?
      """;

  private static final String ADD =
      """
      INSERT INTO throttle_bucket
        (account_id, operation_id, client_id, plan, as_of, full_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (account_id, operation_id, client_id) DO NOTHING
      """;

  private static final String REPLACE =
      """
      UPDATE throttle_bucket SET plan = ?, as_of = ?, full_at = ?, state = ?
      WHERE account_id = ? AND operation_id = ? AND client_id = ? AND state = ?
      """;

  private static final String DROP_FULL =
      "DELETE FROM throttle_bucket WHERE account_id = ? AND full_at <= ?";

  private final Sessions sessions;

  /** Keeps them on the sessions. */
  public SqlBuckets(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<StoredBucket> find(BucketKey key) {
    return sessions.read(
        session ->
            session.first(
                SqlBuckets::bucket,
                FIND,
                key.account().value(),
                key.operationId(),
                key.clientId()));
  }

  private static StoredBucket bucket(ResultSet row) throws SQLException {
    return new StoredBucket(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getBytes(4));
  }

  @Override
  public boolean replace(BucketKey key, byte @Nullable [] found, StoredBucket next) {
    long asOf = Millis.floor(next.asOf());
    long fullAt = Millis.ceiling(next.fullAt());
    String account = key.account().value();
    return sessions.writeAlone(
        writer ->
            (found == null
                    ? writer.update(
                        ADD,
                        account,
                        key.operationId(),
                        key.clientId(),
                        next.plan(),
                        asOf,
                        fullAt,
                        next.state())
                    : writer.update(
                        REPLACE,
                        next.plan(),
                        asOf,
                        fullAt,
                        next.state(),
                        account,
                        key.operationId(),
                        key.clientId(),
                        found))
                == 1);
  }

  @Override
  public int dropFull(AccountId account, Instant now) {
    return sessions.writeAlone(
        writer -> writer.update(DROP_FULL, account.value(), Millis.floor(now)));
  }
}
