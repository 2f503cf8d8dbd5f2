package daybook.access;

import daybook.store.Grant;

/**
 * A grant with the only copy of its credential there will ever be.
 *
 * @param grant the grant as it is kept
 * @param credential a refresh token, or an authorization code that buys one
 */
public record NewGrant(Grant grant, String credential) {

  /** Tells no secret. */
  @Override
  public String toString() {
    return "NewGrant[grantId=" + grant.grantId() + ", credential=(hidden)]";
  }
}
