package daybook.program;

import daybook.access.NewApplication;
import daybook.access.RevokedGrants;
import daybook.app.Workspace;
import daybook.contract.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A client of the account of {@link OrderFile}, that may read, and can make a server write.
 *
 * @param application who it is
 * @param token a good access token
 * @param codes authorization codes; to redeem one is to write
 */
record Client(NewApplication application, String token, Deque<String> codes) {

  /** Makes one in a store that is open. */
  static Client of(Workspace workspace, int codes) {
    Set<Role> roles = Set.of(Role.AMAZON_BUSINESS_ANALYTICS);
    NewApplication application = workspace.registrar().createApplication("erp");
    var grant = workspace.registrar().createGrant(application.clientId(), OrderFile.ACCOUNT, roles);
    String token =
        workspace
            .accessTokens(new RevokedGrants(workspace.store().directory()))
            .issue(grant.grant(), workspace.clock().instant());
    Deque<String> given = new ArrayDeque<>();
    for (int i = 0; i < codes; i++) {
      given.add(
          workspace
              .registrar()
              .createGrantWithCode(application.clientId(), OrderFile.ACCOUNT, roles)
              .credential());
    }
    return new Client(application, token, given);
  }

  /** Reads orders of the last days, or of a whole year's beginning. */
  HttpResponse<String> read(RunningServer server, boolean early)
      throws IOException, InterruptedException {
    return server.get(early ? OrderFile.listing() : OrderFile.lastDays(), token);
  }

  /** Gives a code for an access token, which uses it up. */
  HttpResponse<String> redeem(RunningServer server, String code)
      throws IOException, InterruptedException {
    return server.token(
        "grant_type=authorization_code&code="
            + code
            + "&client_id="
            + application.clientId()
            + "&client_secret="
            + application.clientSecret());
  }
}
