package daybook.store.sql.directory;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.store.Account;
import daybook.store.Application;
import daybook.store.Directory;
import daybook.store.Grant;
import daybook.store.sql.session.Millis;
import daybook.store.sql.session.Session;
import daybook.store.sql.session.Sessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts, applications and keys, in SQL; what concerns grants is left to {@link GrantRows}. */
public final class SqlDirectory implements Directory {

  private static final String ACCOUNTS =
      "SELECT account_id, kind, name, created_at FROM account ORDER BY account_id";

  private static final String ADD_ACCOUNT =
      """
      INSERT INTO account (account_id, kind, name, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (account_id) DO NOTHING
      """;

  private static final String APPLICATIONS =
      "SELECT client_id, name, secret_hash, created_at FROM application ORDER BY client_id";

  private static final String APPLICATION =
      "SELECT client_id, name, secret_hash, created_at FROM application WHERE client_id = ?";

  private static final String ADD_APPLICATION =
      """
      INSERT INTO application (client_id, name, secret_hash, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (client_id) DO NOTHING
      """;

  private static final String ROTATE = "UPDATE application SET secret_hash = ? WHERE client_id = ?";

  private static final String DELETE_APPLICATION = "DELETE FROM application WHERE client_id = ?";

  private static final String KEY = "SELECT value FROM instance_key WHERE name = ?";

  private static final String ADD_KEY =
      "INSERT INTO instance_key (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING";

  private final Sessions sessions;

  /** Keeps the directory on the sessions. */
  public SqlDirectory(Sessions sessions) {
    this.sessions = sessions;
  }

  private GrantRows grantRows(Session session) {
    return new GrantRows(session, sessions.dialect());
  }

  @Override
  public List<Account> accounts() {
    return sessions.read(session -> session.all(SqlDirectory::account, ACCOUNTS));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountId(row.getString(1)),
        AccountKind.valueOf(row.getString(2)),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)));
  }

  @Override
  public boolean addAccount(Account account) {
    return added(
        ADD_ACCOUNT,
        account.id().value(),
        account.kind().name(),
        account.name(),
        Millis.floor(account.createdAt()));
  }

  @Override
  public List<Application> applications() {
    return sessions.read(session -> session.all(SqlDirectory::application, APPLICATIONS));
  }

  @Override
  public Optional<Application> application(String clientId) {
    return sessions.read(
        session -> session.first(SqlDirectory::application, APPLICATION, clientId));
  }

  private static Application application(ResultSet row) throws SQLException {
    return new Application(
        row.getString(1), row.getString(2), row.getBytes(3), Instant.ofEpochMilli(row.getLong(4)));
  }

  @Override
  public boolean addApplication(Application application) {
    return added(
        ADD_APPLICATION,
        application.clientId(),
        application.name(),
        application.secretHash(),
        Millis.floor(application.createdAt()));
  }

  @Override
  public boolean rotateSecret(String clientId, byte[] secretHash) {
    return added(ROTATE, secretHash, clientId);
  }

  private boolean added(String sql, Object... parameters) {
    return sessions.write(writer -> writer.update(sql, parameters) == 1);
  }

  @Override
  public boolean deleteApplication(String clientId, Instant at) {
    return sessions.write(
        writer -> {
          // In this order: it waits for a grant that is being made, and then revokes that one too.
          boolean deleted = writer.update(DELETE_APPLICATION, clientId) == 1;
          grantRows(writer).revokeAll(clientId, at);
          return deleted;
        });
  }

  @Override
  public List<Grant> grants() {
    return sessions.read(session -> grantRows(session).all());
  }

  @Override
  public Optional<Grant> grant(String grantId) {
    return sessions.read(session -> grantRows(session).find(grantId));
  }

  @Override
  public Optional<Grant> grantByRefreshToken(byte[] refreshTokenHash) {
    return sessions.read(session -> grantRows(session).findByRefreshToken(refreshTokenHash));
  }

  @Override
  public boolean addGrant(Grant grant) {
    return sessions.write(writer -> grantRows(writer).add(grant));
  }

  @Override
  public boolean revokeGrant(String grantId, Instant at) {
    return sessions.write(writer -> grantRows(writer).revoke(grantId, at));
  }

  @Override
  public void addAuthorizationCode(byte[] codeHash, String grantId, Instant expiresAt) {
    sessions.write(writer -> grantRows(writer).addCode(codeHash, grantId, expiresAt));
  }

  @Override
  public Optional<Grant> redeemAuthorizationCode(
      byte[] codeHash, String clientId, byte[] refreshTokenHash, Instant now) {
    return sessions.write(
        writer -> grantRows(writer).redeem(codeHash, clientId, refreshTokenHash, now));
  }

  @Override
  public byte[] key(String name, byte[] proposal) {
    Optional<byte[]> stored =
        sessions.read(session -> session.first(row -> row.getBytes(1), KEY, name));
    return stored.orElseGet(
        () ->
            sessions.write(
                writer -> {
                  writer.update(ADD_KEY, name, proposal);
                  return writer.first(row -> row.getBytes(1), KEY, name).orElseThrow();
                }));
  }
}
