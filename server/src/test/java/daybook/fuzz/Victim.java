package daybook.fuzz;

import java.util.List;

/**
 * An account whose data nobody else may see.
 *
 * @param name its account id
 * @param idPrefix how the ids of all its orders and transactions begin
 * @param marker what stands in the names and e-mails of all its records
 * @param secret what stands in everything that only a restricted token shows
 * @param refresh its refresh token
 * @param access an access token
 * @param restricted a restricted data token, or the access token again
 * @param expired an access token that has expired
 * @param revoked an access token whose grant has been revoked
 * @param pages page tokens that its own listings gave it
 */
public record Victim(
    String name,
    String idPrefix,
    String marker,
    String secret,
    String refresh,
    String access,
    String restricted,
    String expired,
    String revoked,
    List<String> pages) {

  /** Returns the same account with the page tokens that were collected for it. */
  public Victim with(String restrictedToken, List<String> pageTokens) {
    return new Victim(
        name,
        idPrefix,
        marker,
        secret,
        refresh,
        access,
        restrictedToken,
        expired,
        revoked,
        List.copyOf(pageTokens));
  }
}
