package daybook.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts, applications, and which application may act for which account. */
public interface Directory {

  /** Returns all accounts, by id. */
  List<Account> accounts();

  /** Adds an account. Returns false if the id is taken. */
  boolean addAccount(Account account);

  /** Returns all applications, by client id. */
  List<Application> applications();

  /** Finds an application. */
  Optional<Application> application(String clientId);

  /** Adds an application. Returns false if the client id is taken. */
  boolean addApplication(Application application);

  /** Replaces the hashed secret. Returns false if there is no such application. */
  boolean rotateSecret(String clientId, byte[] secretHash);

  /** Deletes an application and revokes its grants. Returns false if there is none. */
  boolean deleteApplication(String clientId, Instant at);

  /** Returns all grants, revoked ones too, by the time of their creation. */
  List<Grant> grants();

  /** Finds a grant. */
  Optional<Grant> grant(String grantId);

  /** Finds the grant that a refresh token names, revoked or not, by the token's hash. */
  Optional<Grant> grantByRefreshToken(byte[] refreshTokenHash);

  /** Adds a grant. Returns false if the id is taken, or if application or account don't exist. */
  boolean addGrant(Grant grant);

  /** Revokes a grant. Returns false if there is none or it was revoked already. */
  boolean revokeGrant(String grantId, Instant at);

  /** Keeps a one-time code for a grant. */
  void addAuthorizationCode(byte[] codeHash, String grantId, Instant expiresAt);

  /**
   * Uses up a one-time code and gives its grant a refresh token, both or neither.
   *
   * @return the grant, or nothing if the code is unknown, used, expired or of another application
   */
  Optional<Grant> redeemAuthorizationCode(
      byte[] codeHash, String clientId, byte[] refreshTokenHash, Instant now);

  /**
   * Returns the key of that name, making it from the given random bytes if there is none yet; all
   * processes on one store see the same bytes.
   */
  byte[] key(String name, byte[] proposal);
}
