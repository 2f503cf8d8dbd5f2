package daybook.store;

import daybook.domain.AccountId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application's authorisation to act for an account.
 *
 * @param grantId names it
 * @param clientId the application
 * @param account the account
 * @param roles names of the roles granted
 * @param refreshTokenHash hash of its refresh token; null until its authorization code is redeemed
 * @param createdAt UTC
 * @param revokedAt UTC; null while it is in force
 */
public record Grant(
    String grantId,
    String clientId,
    AccountId account,
    Set<String> roles,
    byte @Nullable [] refreshTokenHash,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  /** Copies the set. */
  public Grant {
    roles = Set.copyOf(roles);
  }
}
