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

/** A demo server that the kit starts itself where it is given no target. */
public final class StartedServer implements AutoCloseable {

  private static final Pattern SERVING = Pattern.compile("(?m)^Serving .* on (https?://\\S+)$");
  private static final Pattern CREDENTIAL = Pattern.compile("(?m)^(?:code|refresh token) +(\\S+)$");
  private static final String BUSINESS_ROLE = "amazon-business-analytics";
  private static final String MONEY_ROLE = "business-purchase-reconciliation";
  private static final String SELLER_ROLE = "inventory-and-order-tracking";
  private static final String SHIPPING_ROLE = "direct-to-consumer-shipping";
  private static final String TAX_ROLE = "tax-invoicing";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Process process;
  private final Path directory;
  private final Path jar;

  private StartedServer(Process process, Path directory, Path jar) {
    this.process = process;
    this.directory = directory;
    this.jar = jar;
  }

  /** Starts the program with the given options on a free port; does not wait for it. */
  public static StartedServer start(Path jar, String... options) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException(
          jar.normalize() + " is missing: build the server first, or give a -Dtarget");
    }
    Path directory = Files.createTempDirectory("conformance");
    List<String> arguments = new ArrayList<>(List.of("serve", "--demo", "--port", "0"));
    arguments.addAll(List.of(options));
    Process process = run(directory, jar, directory.resolve("out"), arguments);
    return new StartedServer(process, directory, jar);
  }

  /** Waits until it serves, and returns it as a target. */
  public Target target() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)
        && System.nanoTime() - start < PATIENCE_NANOS) {
      Matcher serving = SERVING.matcher(Files.readString(directory.resolve("out")));
      if (serving.find()) {
        return Target.ofDemo(serving.group(1), directory.resolve("data").resolve("demo.json"));
      }
    }
    String said = Files.readString(directory.resolve("err"));
    close();
    throw new IOException("the server did not come up: " + said);
  }

  /** Returns a fresh authorization code of the first account. */
  public String authorizationCode() throws IOException, InterruptedException {
    JsonNode facts = Json.read(Files.readString(directory.resolve("data").resolve("demo.json")));
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
    Path out = directory.resolve("said");
    Process process = run(directory, jar, out, List.of(arguments));
    if (process.waitFor() != 0) {
      throw new IOException(
          arguments[0] + " failed: " + Files.readString(directory.resolve("err")));
    }
    return Files.readString(out);
  }

  private static Process run(Path directory, Path jar, Path out, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds: compiling well would cost more than it saves.
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(jar.toAbsolutePath().toString());
    command.addAll(arguments);
    command.addAll(List.of("--data", directory.resolve("data").toString()));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(out.toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
