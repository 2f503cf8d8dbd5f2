package daybook.program;

import daybook.access.NewApplication;
import daybook.access.RevokedGrants;
import daybook.app.Workspace;
import daybook.contract.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** A store with orders in it, a server that serves it, and a client that may read and write. */
final class ServedStore implements AutoCloseable {

  private static final int CODES = 8;

  private final Path file;
  private final RunningServer server;
  private final NewApplication application;
  private final String token;
  private final Deque<String> codes;

  private ServedStore(
      Path file,
      RunningServer server,
      NewApplication application,
      String token,
      Deque<String> codes) {
    this.file = file;
    this.server = server;
    this.application = application;
    this.token = token;
    this.codes = codes;
  }

  /** Makes a store of so many orders in {@code data} and serves it. */
  static ServedStore of(int orders, Path directory) throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    OrderFile.createAccount(data);
    NewApplication application;
    String token;
    Deque<String> codes = new ArrayDeque<>();
    try (Workspace workspace = OrderFile.open(data)) {
      OrderFile.fill(workspace, orders);
      Set<Role> roles = Set.of(Role.AMAZON_BUSINESS_ANALYTICS);
      application = workspace.registrar().createApplication("erp");
      var grant =
          workspace.registrar().createGrant(application.clientId(), OrderFile.ACCOUNT, roles);
      token =
          workspace
              .accessTokens(new RevokedGrants(workspace.store().directory()))
              .issue(grant.grant(), workspace.clock().instant());
      for (int i = 0; i < CODES; i++) {
        codes.add(
            workspace
                .registrar()
                .createGrantWithCode(application.clientId(), OrderFile.ACCOUNT, roles)
                .credential());
      }
    }
    return new ServedStore(data.resolve("daybook.db"), serve(directory), application, token, codes);
  }

  private static RunningServer serve(Path directory) throws IOException, InterruptedException {
    return RunningServer.start(
        directory, "--port", "0", "--data", "data", "--set", "throttle.enabled=false");
  }

  Path file() {
    return file;
  }

  RunningServer server() {
    return server;
  }

  /** Reads orders of the last days, or of a whole year's beginning. */
  HttpResponse<String> read(boolean early) throws IOException, InterruptedException {
    return server.get(early ? OrderFile.listing() : OrderFile.lastDays(), token);
  }

  /** Says what the server says of itself. */
  int ready() throws IOException, InterruptedException {
    return server.get("/health/ready", "").statusCode();
  }

  /** Makes the server write: a code is used up, or stays good for the next time. */
  HttpResponse<String> write() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        server.token(
            "grant_type=authorization_code&code="
                + codes.getFirst()
                + "&client_id="
                + application.clientId()
                + "&client_secret="
                + application.clientSecret());
    if (answer.statusCode() == 200) {
      codes.removeFirst();
    }
    return answer;
  }

  /** Moves another file into the place of the store's. */
  void replaceBy(Path other) throws IOException {
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    server.close();
  }
}
