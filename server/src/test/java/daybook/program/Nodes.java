package daybook.program;

import daybook.access.NewApplication;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.json.Json;
import daybook.store.Account;
import daybook.store.sql.PostgresServers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server processes on one PostgreSQL, started at once, and a client that asks one after the other.
 */
final class Nodes implements AutoCloseable {

  private final String store = PostgresServers.emptySchema();
  private final Program program;
  private final List<RunningServer> running = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private NewApplication application;

  /**
   * An application's way to an account.
   *
   * @param grantId names it
   * @param refreshToken its refresh token
   */
  record Way(String grantId, String refreshToken) {}

  /** Starts so many at once, each with an empty data directory, and waits for all of them. */
  Nodes(Path directory, int number, String... settings) throws Exception {
    program =
        new Program(
            directory,
            Map.of("DAYBOOK_STORE_USER", String.valueOf(PostgresServers.login().user())));
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      List<Callable<RunningServer>> starts = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        List<String> arguments =
            new ArrayList<>(List.of("--port", "0", "--store", store, "--data", "node" + i));
        for (String setting : settings) {
          arguments.addAll(List.of("--set", setting));
        }
        starts.add(() -> RunningServer.start(program, directory, arguments.toArray(String[]::new)));
      }
      for (Future<RunningServer> start : threads.invokeAll(starts)) {
        running.add(start.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Opens the store beside the nodes. */
  Workspace open(Path data) {
    Map<String, String> flags =
        Map.of(
            "store.data-dir", data.toString(),
            "store.url", store,
            "store.user", String.valueOf(PostgresServers.login().user()));
    return Workspace.open(Settings.load(SettingsInput.ofFlags(flags)));
  }

  /** Adds an account that the one application may do everything for. */
  Way add(Workspace workspace, String account, AccountKind kind) {
    AccountId id = new AccountId(account);
    workspace.store().directory().addAccount(new Account(id, kind, account, Instant.EPOCH));
    if (application == null) {
      application = workspace.registrar().createApplication("erp");
    }
    var grant =
        workspace.registrar().createGrant(application.clientId(), id, Set.of(Role.values()));
    return new Way(grant.grant().grantId(), grant.credential());
  }

  String clientId() {
    return application.clientId();
  }

  String store() {
    return store;
  }

  List<RunningServer> all() {
    return List.copyOf(running);
  }

  /** Returns the one whose turn it is. */
  RunningServer next() {
    return running.get(turn.getAndIncrement() % running.size());
  }

  /** Asks the one whose turn it is. */
  HttpResponse<String> get(String path, String token) throws Exception {
    return next().get(path, token);
  }

  /** Asks one of them for an access token. */
  HttpResponse<String> token(RunningServer node, Way way) throws Exception {
    return node.token(
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(application.clientId(), application.clientSecret(), way.refreshToken()));
  }

  /** Returns an access token that one of them has issued. */
  String accessToken(RunningServer node, Way way) throws Exception {
    byte[] body = token(node, way).body().getBytes(StandardCharsets.UTF_8);
    return Json.readObject(body).text("access_token");
  }

  /** Runs another process on the same store. */
  Program.Result run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", store, "--data", "commands"));
    return program.run(all.toArray(String[]::new)).good();
  }

  /** Kills one of them. */
  void kill(RunningServer node) throws Exception {
    node.close();
    running.remove(node);
  }

  @Override
  public void close() {
    running.forEach(RunningServer::close);
  }
}
