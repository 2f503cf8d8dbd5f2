package daybook.cli;

import daybook.app.Demo;
import daybook.app.DemoFacts;
import daybook.app.DemoFacts.AccountFacts;
import daybook.app.DemoPlan;
import daybook.app.Server;
import daybook.app.Workspace;
import daybook.cli.terminal.ExitCode;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code daybook warm-up}: does once what a server does, so that the launcher can keep the classes
 * it loads in an archive; works in a temporary directory and leaves nothing behind.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Loads what a server loads; for the launcher.")
final class WarmUpCommand implements Callable<Integer> {

  private static final int ORDERS = 200;

  @Override
  public Integer call() throws IOException {
    Path directory = Files.createTempDirectory("daybook-warm-up");
    try {
      Map<String, String> flags =
          Map.of("store.data-dir", directory.toString(), "server.port", "0");
      Settings settings = Settings.load(SettingsInput.ofFlags(flags));
      try (Workspace workspace = Workspace.open(settings);
          Server server = serve(workspace)) {
        call(new Demo(workspace).facts(), server.port());
      }
    } finally {
      delete(directory);
    }
    return ExitCode.OK;
  }

  private static Server serve(Workspace workspace) {
    new Demo(workspace).create(new DemoPlan(1, workspace.clock().instant(), ORDERS), count -> {});
    return Server.start(workspace);
  }

  private static void call(@Nullable DemoFacts facts, int port) throws IOException {
    if (facts == null) {
      return;
    }
    AccountFacts account = facts.accounts().get(0);
    String form =
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(facts.clientId(), facts.clientSecret(), account.refreshToken());
    String base = "http://127.0.0.1:" + port;
    String answer = request(base + "/auth/o2/token", "", form);
    String token = Json.readObject(answer.getBytes(StandardCharsets.UTF_8)).text("access_token");
    for (String path :
        List.of(
            "/reports/2025-06-09/orderReports?orderStartDate=%s&orderEndDate=%s"
                .formatted(account.lastOrderDate(), account.lastOrderDate()),
            "/reports/2025-06-09/purchaseOrders/PO/orderReports",
            "/health/ready")) {
      request(base + path, token, "");
    }
  }

  private static String request(String url, String token, String form) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("x-amz-access-token", token);
    if (!form.isEmpty()) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(form.getBytes(StandardCharsets.UTF_8));
      }
    }
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
