package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Pattern CODE = Pattern.compile("(?m)^code +(\\S+)$");
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
    List<String> more =
        List.of(
            "grant",
            "create",
            "--code",
            "--app",
            facts.path("clientId").asText(),
            "--account",
            facts.path("accounts").path(0).path("accountId").asText(),
            "--role",
            "amazon-business-analytics");
    Path out = directory.resolve("code");
    Process granting = run(directory, jar, out, more);
    granting.waitFor();
    Matcher code = CODE.matcher(Files.readString(out));
    return code.find() ? code.group(1) : "";
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
