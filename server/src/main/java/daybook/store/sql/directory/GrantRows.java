package daybook.store.sql.directory;

import daybook.domain.AccountId;
import daybook.store.Grant;
import daybook.store.sql.session.Dialect;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads and writes grants and the one-time codes for them, within a session. */
final class GrantRows {

  private static final String SELECT =
      """
      SELECT grant_id, client_id, account_id, roles, refresh_token_hash, created_at, revoked_at
      FROM access_grant
      """;

  private static final String ALL = SELECT + "ORDER BY created_at, grant_id";

  private static final String FIND = SELECT + "WHERE grant_id = ?";

  private static final String FIND_BY_TOKEN = SELECT + "WHERE refresh_token_hash = ?";

  private static final String OWNERS =
      """
      SELECT 1 FROM account a CROSS JOIN application p WHERE a.account_id = ? AND p.client_id = ?
      """;

  private static final String ADD =
      """
      INSERT INTO access_grant
        (grant_id, client_id, account_id, roles, refresh_token_hash, created_at, revoked_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (grant_id) DO NOTHING
      """;

  private static final String REVOKE =
      "UPDATE access_grant SET revoked_at = ? WHERE grant_id = ? AND revoked_at IS NULL";

  private static final String REVOKE_ALL =
      "UPDATE access_grant SET revoked_at = ? WHERE client_id = ? AND revoked_at IS NULL";

  private static final String SET_TOKEN =
      "UPDATE access_grant SET refresh_token_hash = ? WHERE grant_id = ?";

  private static final String ADD_CODE =
      "INSERT INTO authorization_code (code_hash, grant_id, expires_at) VALUES (?, ?, ?)";

  private static final String CODE =
      "SELECT grant_id FROM authorization_code WHERE code_hash = ? AND expires_at > ?";

  private static final String DELETE_CODE = "DELETE FROM authorization_code WHERE code_hash = ?";

  private static final String DELETE_CODES = "DELETE FROM authorization_code WHERE expires_at <= ?";

  private final Session session;
  private final Dialect dialect;

  GrantRows(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  List<Grant> all() throws SQLException {
    return session.all(GrantRows::grant, ALL);
  }

  Optional<Grant> find(String grantId) throws SQLException {
    return session.first(GrantRows::grant, FIND, grantId);
  }

  Optional<Grant> findByRefreshToken(byte[] hash) throws SQLException {
    return session.first(GrantRows::grant, FIND_BY_TOKEN, hash);
  }

  boolean add(Grant grant) throws SQLException {
    String account = grant.account().value();
    // Locked, so that an application which is deleted meanwhile takes this grant with it.
    String owners = dialect.forUpdate(OWNERS);
    if (session.first(row -> true, owners, account, grant.clientId()).isEmpty()) {
      return false;
    }
    Instant revokedAt = grant.revokedAt();
    return session.update(
            ADD,
            grant.grantId(),
            grant.clientId(),
            account,
            String.join("\n", new TreeSet<>(grant.roles())),
            grant.refreshTokenHash(),
            Millis.floor(grant.createdAt()),
            revokedAt == null ? null : Millis.floor(revokedAt))
        == 1;
  }

  boolean revoke(String grantId, Instant at) throws SQLException {
    return session.update(REVOKE, Millis.floor(at), grantId) == 1;
  }

  int revokeAll(String clientId, Instant at) throws SQLException {
    return session.update(REVOKE_ALL, Millis.floor(at), clientId);
  }

  int addCode(byte[] codeHash, String grantId, Instant expiresAt) throws SQLException {
    return session.update(ADD_CODE, codeHash, grantId, Millis.floor(expiresAt));
  }

  /** Uses up a code; one for a revoked grant, or of another application, is as good as unknown. */
  Optional<Grant> redeem(byte[] codeHash, String clientId, byte[] refreshTokenHash, Instant now)
      throws SQLException {
    session.update(DELETE_CODES, Millis.floor(now));
    Optional<String> grantId =
        session.first(row -> row.getString(1), CODE, codeHash, Millis.floor(now));
    Optional<Grant> grant = grantId.isEmpty() ? Optional.empty() : find(grantId.get());
    if (grant.isEmpty()
        || grant.get().revokedAt() != null
        || !grant.get().clientId().equals(clientId)
        || session.update(DELETE_CODE, codeHash) != 1) {
      return Optional.empty();
    }
    session.update(SET_TOKEN, refreshTokenHash, grant.get().grantId());
    return find(grant.get().grantId());
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        row.getString(1),
        row.getString(2),
        new AccountId(row.getString(3)),
        roles(row.getString(4)),
        row.getBytes(5),
        Instant.ofEpochMilli(row.getLong(6)),
        instant(row, 7));
  }

  private static Set<String> roles(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
