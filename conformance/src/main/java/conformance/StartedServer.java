package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A demo server that the kit starts itself where it is given no target, or several of them on one
 * store.
 */
public final class StartedServer implements AutoCloseable {

  private static final Pattern SERVING = Pattern.compile("(?m)^Serving .* on (https?://\\S+)$");
  private static final Pattern CREDENTIAL = Pattern.compile("(?m)^(?:code|refresh token) +(\\S+)$");
  private static final String BUSINESS_ROLE = "amazon-business-analytics";
  private static final String MONEY_ROLE = "business-purchase-reconciliation";
  private static final String SELLER_ROLE = "inventory-and-order-tracking";
  private static final String SHIPPING_ROLE = "direct-to-consumer-shipping";
  private static final String TAX_ROLE = "tax-invoicing";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Path jar;
  private final Path directory;
  private final Place place;
  private final List<String> options;
  private final List<Process> processes = new ArrayList<>();

  /**
   * Where a demo is kept.
   *
   * @param store options of the program that name its store; none for a file
   * @param nodes how many servers there are on it
   */
  public record Place(List<String> store, int nodes) {

    /** A file, and one server. */
    public static final Place FILE = new Place(List.of(), 1);

    /** Copies the list. */
    public Place {
      store = List.copyOf(store);
    }
  }

  private StartedServer(Path jar, Path directory, Place place, List<String> options) {
    this.jar = jar;
    this.directory = directory;
    this.place = place;
    this.options = List.copyOf(options);
  }

  /** Starts the program with the given options on a free port; does not wait for it. */
  public static StartedServer start(Path jar, Place place, String... options) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException(
          jar.normalize() + " is missing: build the server first, or give a -Dtarget");
    }
    Path directory = Files.createTempDirectory("conformance");
    StartedServer server = new StartedServer(jar, directory, place, List.of(options));
    server.serve(directory, "--demo");
    return server;
  }

  private void serve(Path home, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(more));
    arguments.addAll(options);
    processes.add(run(home, "out", arguments));
  }

  /** Waits until it serves, all of it, and returns it as a target. */
  public Target target() throws IOException, InterruptedException {
    List<String> urls = new ArrayList<>(List.of(url(processes.get(0), directory)));
    for (int i = processes.size(); i < place.nodes(); i++) {
      serve(Files.createDirectory(home(i)));
    }
    for (int i = 1; i < place.nodes(); i++) {
      urls.add(url(processes.get(i), home(i)));
    }
    return Target.ofDemo(String.join(",", urls), facts());
  }

  private Path home(int node) {
    return directory.resolve("node" + node);
  }

  private Path facts() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      return files.filter(file -> file.endsWith("demo.json")).findFirst().orElseThrow();
    }
  }

  private String url(Process process, Path home) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)
        && System.nanoTime() - start < PATIENCE_NANOS) {
      Matcher serving = SERVING.matcher(Files.readString(home.resolve("out")));
      if (serving.find()) {
        return serving.group(1);
      }
    }
    String said = Files.readString(home.resolve("err"));
    close();
    throw new IOException("the server did not come up: " + said);
  }

  /** Returns a fresh authorization code of the first account. */
  public String authorizationCode() throws IOException, InterruptedException {
    JsonNode facts = Json.read(Files.readString(facts()));
    String account = facts.path("accounts").path(0).path("accountId").asText();
    return grant(facts.path("clientId").asText(), account, "--code", "--role", BUSINESS_ROLE);
  }

  /**
   * Returns the target with two more sellers, one before its own and one behind: the first sells
   * where the demo world does not and has all restricted roles, the last has none.
   */
  public Target withSellers(Target target) throws IOException, InterruptedException {
    Path orders = directory.resolve("seller-orders.json");
    Files.writeString(orders, SellerFixture.orders(Instant.now()));
    command("account", "create", "far", "--kind", "seller");
    command("import", "--account", "far", orders.toString());
    command("account", "create", "plain", "--kind", "seller");
    String app = target.clientId();
    List<String> sellers = new ArrayList<>();
    sellers.add(
        grant(app, "far", "--role", SELLER_ROLE, "--role", SHIPPING_ROLE, "--role", TAX_ROLE));
    sellers.addAll(target.sellers());
    sellers.add(grant(app, "plain", "--role", SELLER_ROLE));
    return new Target(
        target.url(), target.clientId(), target.clientSecret(), target.businesses(), sellers);
  }

  /** Returns the target with one more business, behind its own. */
  public Target withBuyer(Target target) throws IOException, InterruptedException {
    Path orders = directory.resolve("buyer-orders.json");
    Files.writeString(orders, BuyerFixture.orders(Instant.now()));
    command("account", "create", "busy", "--kind", "business");
    command("import", "--account", "busy", orders.toString());
    List<String> businesses = new ArrayList<>(target.businesses());
    String app = target.clientId();
    businesses.add(grant(app, "busy", "--role", BUSINESS_ROLE, "--role", MONEY_ROLE));
    return new Target(
        target.url(), target.clientId(), target.clientSecret(), businesses, target.sellers());
  }

  private String grant(String app, String account, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("grant", "create", "--app", app, "--account", account));
    arguments.addAll(List.of(more));
    String said = command(arguments.toArray(String[]::new));
    Matcher credential = CREDENTIAL.matcher(said);
    if (!credential.find()) {
      throw new IOException("no grant: " + said);
    }
    return credential.group(1);
  }

  private String command(String... arguments) throws IOException, InterruptedException {
    Process process = run(directory, "said", List.of(arguments));
    if (process.waitFor() != 0) {
      throw new IOException(
          arguments[0] + " failed: " + Files.readString(directory.resolve("err")));
    }
    return Files.readString(directory.resolve("said"));
  }

  private Process run(Path home, String out, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds: compiling well would cost more than it saves.
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(jar.toAbsolutePath().toString());
    command.addAll(arguments);
    command.addAll(place.store());
    command.addAll(List.of("--data", home.resolve("data").toString()));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(home.resolve(out).toFile())
        .redirectError(home.resolve("err").toFile())
        .start();
  }

  @Override
  public void close() throws IOException {
    processes.forEach(Process::destroyForcibly);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
