package daybook.security;

import daybook.app.Server;
import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.fuzz.Victim;
import daybook.fuzz.Victims;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in this process with two businesses and two sellers that hold records of like kinds. */
final class Town implements AutoCloseable {

  private static final Pattern RESTRICTED = Pattern.compile("\"restrictedDataToken\":\"([^\"]+)\"");

  final Victims victims;
  final Workspace workspace;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  Town(Path directory, String... settings) throws IOException {
    victims = Victims.settle(directory);
    workspace = open(directory, settings);
    server = Server.start(workspace);
  }

  /** Opens the store with settings as keys and values. */
  static Workspace open(Path directory, String... settings) {
    Map<String, String> flags = new HashMap<>();
    flags.put("store.data-dir", directory.toString());
    flags.put("server.port", "0");
    flags.put("throttle.enabled", "false");
    for (int i = 0; i < settings.length; i += 2) {
      flags.put(settings[i], settings[i + 1]);
    }
    return Workspace.open(Settings.load(SettingsInput.ofFlags(flags)));
  }

  Victim victim(String name) {
    return victims.all().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
  }

  HttpResponse<String> get(String token, String target) throws IOException, InterruptedException {
    return client.send(
        request(target).header("x-amz-access-token", token).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String token, String target, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(target)
            .header("x-amz-access-token", token)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Asks the token endpoint. */
  HttpResponse<String> token(String form) throws IOException, InterruptedException {
    return client.send(
        request("/auth/o2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /** Returns a restricted data token of a seller for all that can be restricted. */
  String restricted(Victim seller) throws IOException, InterruptedException {
    String body =
        "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
            + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\",\"buyerTaxInformation\"]}]}";
    Matcher found =
        RESTRICTED.matcher(
            post(seller.access(), "/tokens/2021-03-01/restrictedDataToken", body).body());
    if (!found.find()) {
      throw new AssertionError("no restricted data token");
    }
    return found.group(1);
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.port() + target.replace("|", "%7C")));
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
  }
}
