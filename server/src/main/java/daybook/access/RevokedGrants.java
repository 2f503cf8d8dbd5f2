package daybook.access;

import daybook.store.Application;
import daybook.store.Directory;
import daybook.store.Grant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The grants that are in force no more, as of the last refresh.
 *
 * <p>An access token is verified without the store, so this is what makes it die with its grant: no
 * later than one refresh after the revocation, in whatever process that took place.
 */
public final class RevokedGrants {

  private final Directory directory;
  private volatile Set<String> revoked = Set.of();

  /** Reads the directory once, so that no revoked grant comes back to life with a restart. */
  public RevokedGrants(Directory directory) {
    this.directory = directory;
    refresh();
  }

  /**
   * Reads the directory again; to be called on a schedule.
   *
   * @throws daybook.store.StoreException if the store can't answer; what was known stays
   */
  public synchronized void refresh() {
    // Grants first: one that is made meanwhile must not be judged by an older list of applications.
    List<Grant> grants = directory.grants();
    Set<String> clients =
        directory.applications().stream()
            .map(Application::clientId)
            .collect(Collectors.toUnmodifiableSet());
    revoked =
        grants.stream()
            .filter(grant -> grant.revokedAt() != null || !clients.contains(grant.clientId()))
            .map(Grant::grantId)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Says whether the grant was revoked; takes no lock. */
  public boolean contains(String grantId) {
    return revoked.contains(grantId);
  }
}
