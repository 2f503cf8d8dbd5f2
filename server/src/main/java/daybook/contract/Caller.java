package daybook.contract;

import daybook.domain.AccountId;
import java.util.Set;

/**
 * Who a valid access token speaks for.
 *
 * @param clientId the application
 * @param grantId the grant it holds
 * @param account the account whose data it may see
 * @param roles what it may ask for
 */
public record Caller(String clientId, String grantId, AccountId account, Set<Role> roles) {

  /** Copies the set. */
  public Caller {
    roles = Set.copyOf(roles);
  }
}
