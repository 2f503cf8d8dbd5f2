package daybook.program;

import static daybook.http.tls.TestCertificate.PASSWORD;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.fuzz.Victim;
import daybook.fuzz.Victims;
import daybook.http.tls.CertificateDirectory;
import daybook.http.tls.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server process goes through all it can meet; no secret may be in anything it writes. */
class SecretsIT {

  private static final Pattern PLAIN_PORT = Pattern.compile("In plain on http://[^:]+:(\\d+)");
  private static final Pattern GIVEN =
      Pattern.compile("\"(access_token|restrictedDataToken|[nN]ext(?:Page)?Token)\":\"([^\"]+)\"");
  private static final String SIGNING = "a-secret-of-at-least-32-characters";
  private static final List<String> OPERATIONS =
      List.of(
          "/reports/2025-06-09/orderReports?orderStartDate=2025-03-01&orderEndDate=2025-03-31",
          "/reports/2025-06-09/purchaseOrders/PO-1/orderReports",
          "/reports/2021-01-08/orders?startDate=2025-03-01&endDate=2025-03-31",
          "/reports/2021-01-08/orders/111-7777777-0000005",
          "/reconciliation/2021-01-08/transactions?feedStartDate=2025-03-01&feedEndDate=2025-03-31",
          "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-03-01");

  @TempDir Path directory;
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final TestCertificate certificate = TestCertificate.of("alder");
  private final HttpClient client =
      HttpClient.newBuilder().sslContext(TestCertificate.trusting(certificate)).build();

  @Test
  void nothingThatIsWritten_holdsASecret() throws Exception {
    Path data = directory.resolve("data");
    Victims victims = Victims.settle(data);
    know(victims);
    writeSettings(data);
    Path log = directory.resolve("debug.log");
    Program program = new Program(directory, "-Dlogback.configurationFile=" + logback(log));
    String written;
    String statuses;
    try (RunningServer server =
        RunningServer.start(client, program, directory, "--data", data.toString(), "--port", "0")) {
      tokenRequests(server, victims);
      operations(server, victims);
      oddRequests(server, victims);
      written = get(server, "x", "/metrics").body() + storeFiles(data);
      certificateFails();
      storeFails(data, server, victims);
      statuses = get(server, "x", "/metrics").body();
      server.stop();
      written += statuses + server.printed() + server.logged() + Files.readString(log, ISO_8859_1);
    }

    for (String status : new String[] {"200", "400", "401", "403", "404"}) {
      assertThat(statuses).contains("status=\"" + status + "\"");
    }
    assertThat(statuses).containsPattern("status=\"50[03]\"");
    assertThat(written).contains(" DEBUG ").contains("TLS certificate CN=alder");
    String all = written;
    secrets.forEach(
        (name, secret) ->
            forms(secret)
                .forEach(form -> assertThat(all.contains(form)).as(name + ": " + form).isFalse()));
    assertThat(secrets).hasSizeGreaterThan(20);
  }

  private void know(Victims victims) {
    secrets.put("client secret", victims.clientSecret());
    for (Victim victim : victims.all()) {
      secrets.put("refresh token of " + victim.name(), victim.refresh());
      secrets.put("access token of " + victim.name(), victim.access());
      secrets.put("expired token of " + victim.name(), victim.expired());
      secrets.put("revoked token of " + victim.name(), victim.revoked());
    }
    secrets.put("password of the TLS key", PASSWORD);
    secrets.put("TLS key", certificate.keyPem().lines().skip(1).findFirst().orElseThrow());
    secrets.put("secret of the tokens", SIGNING);
  }

  private void writeSettings(Path data) throws IOException {
    CertificateDirectory files = new CertificateDirectory(directory);
    files.put(certificate);
    files.write("key.pem", certificate.encryptedKeyPem());
    Files.writeString(
        data.resolve("daybook.properties"),
        """
        tls.certificate=certificate.pem
        tls.key=key.pem
        tls.password=%s
        tls.plain-port=0
        tls.check-interval=50ms
        tokens.secret=%s
        throttle.enabled=false
        """
            .formatted(PASSWORD, SIGNING));
  }

  private Path logback(Path log) throws IOException {
    return Files.writeString(
        directory.resolve("logback.xml"),
        """
        <configuration>
          <appender name="file" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder><pattern>%%d %%level %%logger %%msg%%n%%ex{full}</pattern></encoder>
          </appender>
          <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
            <target>System.err</target>
            <encoder><pattern>%%msg%%n</pattern></encoder>
          </appender>
          <root level="DEBUG"><appender-ref ref="file"/><appender-ref ref="console"/></root>
        </configuration>
        """
            .formatted(log));
  }

  private void tokenRequests(RunningServer server, Victims victims) throws Exception {
    for (Victim victim : victims.all()) {
      String good = form(victims.clientId(), victims.clientSecret(), victim.refresh());
      assertThat(remember(server.token(good)).statusCode()).isEqualTo(200);
      remember(server.token(good.replace("refresh_token=Atzr", "refresh_token=Atzr%20x")));
      remember(server.token(form(victims.clientId(), victim.refresh(), victims.clientSecret())));
      remember(server.token(form(victims.clientSecret(), victim.access(), victim.refresh())));
      remember(server.token(good + "&scope=" + encoded(victim.refresh())));
      remember(server.token(good.replace("=refresh_token", "=" + encoded(victim.refresh()))));
      remember(server.token(good.replace("&", ";")));
      remember(post(server, "x", "/auth/o2/token?" + good, "{" + good));
    }
  }

  private void operations(RunningServer server, Victims victims) throws Exception {
    String elements =
        "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
            + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\"]}]}";
    List<String> tokens = new ArrayList<>();
    for (Victim victim : victims.all()) {
      // Signed with the store's key alone: the server has another half of it.
      assertThat(get(server, victim.access(), OPERATIONS.get(0)).statusCode()).isEqualTo(403);
      String bought = bought(server, victims, victim);
      tokens.addAll(List.of(bought, victim.expired(), victim.revoked(), victim.refresh()));
      String given =
          remember(post(server, bought, "/tokens/2021-03-01/restrictedDataToken", elements)).body();
      Matcher restricted = GIVEN.matcher(given);
      if (restricted.find()) {
        tokens.add(restricted.group(2));
      }
    }
    for (String token : tokens) {
      for (String operation : OPERATIONS) {
        Matcher page = GIVEN.matcher(remember(get(server, token, operation)).body());
        if (page.find()) {
          String sent = encoded(page.group(2));
          get(server, token, operation + "&nextPageToken=" + sent);
          get(server, token, operation + "&NextToken=" + sent);
        }
      }
    }
  }

  // Secrets where they don't belong.
  private void oddRequests(RunningServer server, Victims victims) throws Exception {
    Matcher plain = PLAIN_PORT.matcher(server.printed());
    assertThat(plain.find()).isTrue();
    int port = Integer.parseInt(plain.group(1));
    for (Victim victim : victims.all()) {
      String access = encoded(bought(server, victims, victim));
      get(server, "x", OPERATIONS.get(0) + "&access_token=" + access);
      get(server, "x", "/" + access);
      get(server, "x", "/health/ready?client_secret=" + encoded(victims.clientSecret()));
      get(server, "x", "/orders/v0/orders?MarketplaceIds=" + encoded(victim.refresh()));
      get(server, "x", "/reports/2021-01-08/orders/" + encoded(victim.refresh()));
      for (String raw :
          List.of(
              "GET / HTTP/1.1\r\nHost: x\r\nx-amz-access-token " + victim.refresh() + "\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: x\r\nx-amz-access-token: a\0" + victim.access() + "\r\n\r\n",
              victim.access() + "\r\n\r\n",
              "GET /" + victim.access() + " HTTP/9.9\r\n\r\n",
              "POST /auth/o2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n"
                  + victim.refresh(),
              "POST /auth/o2/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + victims.clientSecret())) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          socket.setSoTimeout(20_000);
          socket.getOutputStream().write(raw.getBytes(ISO_8859_1));
          socket.shutdownOutput();
          try (InputStream in = socket.getInputStream()) {
            in.readAllBytes();
          } catch (IOException e) {
            assertThat(e).as("a reset is an answer too").hasMessageContaining("reset");
          }
        }
      }
    }
  }

  private void certificateFails() {
    CertificateDirectory files = new CertificateDirectory(directory);
    files.write("key.pem", certificate.keyPem().substring(0, 120));
  }

  // Somebody pulls the tables away from under the running server.
  private void storeFails(Path data, RunningServer server, Victims victims) throws Exception {
    List<String> tables = new ArrayList<>();
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("daybook.db"));
        Statement statement = store.createStatement()) {
      try (ResultSet found =
          statement.executeQuery(
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      statement.execute("PRAGMA legacy_alter_table = ON");
      for (String table : tables) {
        statement.execute("ALTER TABLE \"" + table + "\" RENAME TO \"gone_" + table + "\"");
      }
    }
    assertThat(tables).hasSizeGreaterThan(5);
    for (Victim victim : victims.all()) {
      server.token(form(victims.clientId(), victims.clientSecret(), victim.refresh()));
      for (String token : known("access_token")) {
        for (String operation : OPERATIONS) {
          get(server, token, operation);
        }
      }
    }
  }

  private List<String> known(String kind) {
    return secrets.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(kind))
        .map(Map.Entry::getValue)
        .toList();
  }

  private String bought(RunningServer server, Victims victims, Victim victim) throws Exception {
    String form = form(victims.clientId(), victims.clientSecret(), victim.refresh());
    Matcher token = GIVEN.matcher(remember(server.token(form)).body());
    assertThat(token.find()).isTrue();
    return token.group(2);
  }

  // Tokens that the server has given are secrets from then on.
  private HttpResponse<String> remember(HttpResponse<String> answer) {
    Matcher given = GIVEN.matcher(answer.body());
    while (given.find()) {
      secrets.put(given.group(1) + " " + secrets.size(), given.group(2));
    }
    return answer;
  }

  private HttpResponse<String> get(RunningServer server, String token, String target)
      throws Exception {
    return server.get(target.replace("|", "%7C"), token);
  }

  private HttpResponse<String> post(RunningServer server, String token, String target, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + target.replace("|", "%7C")))
            .header("x-amz-access-token", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  // The file of settings is where its owner has put secrets; all others are the server's.
  private static String storeFiles(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      StringBuilder all = new StringBuilder();
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("daybook.properties"))
          .forEach(file -> all.append(content(file)));
      return all.toString();
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The whole, encoded, and the part that makes it a secret.
  private static List<String> forms(String secret) {
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(encoded(secret));
    forms.add(Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)));
    String bare = secret.replaceFirst("^[^|]*\\|", "");
    forms.add(bare);
    forms.add(bare.substring(Math.max(0, bare.length() - 20)));
    if (secret.startsWith("Atz") && bare.contains(".")) {
      forms.add(bare.split("\\.", -1)[1]);
    }
    return forms;
  }

  private static String form(String id, String secret, String refresh) {
    return "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
        .formatted(encoded(id), encoded(secret), encoded(refresh));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
