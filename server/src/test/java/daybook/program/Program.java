package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the program that the build has packaged, as a user would. */
final class Program {

  private static final Path JAR = Path.of("target", "daybook", "daybook.jar");
  private static final long PATIENCE_SECONDS = 120;

  private static final Path NOTHING = Path.of("/dev/null");

  private static final List<String> WITHOUT_RIGHTS_OF_ROOT =
      List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

  private final Path directory;
  private final Map<String, String> environment;
  private final List<String> javaOptions;
  private final List<String> prefix;

  /** Runs programs whose output is kept in the given directory, with more options for Java. */
  Program(Path directory, String... javaOptions) {
    this(directory, Map.of(), javaOptions);
  }

  /** Runs programs with further environment variables. */
  Program(Path directory, Map<String, String> environment, String... javaOptions) {
    this(directory, environment, List.of(javaOptions), List.of());
  }

  private Program(
      Path directory,
      Map<String, String> environment,
      List<String> javaOptions,
      List<String> prefix) {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.javaOptions = javaOptions;
    this.prefix = prefix;
  }

  /** Returns the same, with a command before each that starts it. */
  Program startedBy(List<String> command) {
    return new Program(directory, environment, javaOptions, command);
  }

  /**
   * What a finished run left.
   *
   * @param exitCode exit code of the process
   * @param out standard output
   * @param err standard error
   */
  record Result(int exitCode, String out, String err) {

    /** Returns this result if the run went well. */
    Result good() {
      assertThat(exitCode).as("exit code; %s %s", out, err).isZero();
      return this;
    }
  }

  /** Starts a command and leaves it running; what it prints goes to files. */
  Process start(Path out, Path err, String... arguments) {
    return start(new Way(List.of(), NOTHING), out, err, arguments);
  }

  /**
   * How a program is started.
   *
   * @param prefix command that starts it
   * @param in its standard input
   */
  private record Way(List<String> prefix, Path in) {}

  private Process start(Way way, Path out, Path err, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(way.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    // These processes live for seconds: compiling well would cost more than it saves.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(javaOptions);
    command.add("-jar");
    command.add(JAR.toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      return builder
          .directory(directory.toFile())
          .redirectInput(ProcessBuilder.Redirect.from(way.in().toFile()))
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return run(new Way(List.of(), NOTHING), arguments);
  }

  /** Runs a command to its end, with a file as its standard input. */
  Result runWith(Path in, String... arguments) throws IOException, InterruptedException {
    return run(new Way(List.of(), in), arguments);
  }

  /** Runs a command to its end, with a limit of {@code prlimit}. */
  Result runLimited(String limit, String... arguments) throws IOException, InterruptedException {
    return run(new Way(List.of("prlimit", limit), NOTHING), arguments);
  }

  /** Runs a command that may only read what is in a directory, even where the test is root. */
  Result runWithoutRights(Path readable, String... arguments)
      throws IOException, InterruptedException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(readable)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      String rights = Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
    try {
      boolean root = Files.getOwner(readable).getName().equals("root");
      return run(new Way(root ? WITHOUT_RIGHTS_OF_ROOT : List.of(), NOTHING), arguments);
    } finally {
      for (Path path : all) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private Result run(Way way, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "run", ".out");
    Path err = Files.createTempFile(directory, "run", ".err");
    Process process = start(way, out, err, arguments);
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("%s ended within %d s", List.of(arguments), PATIENCE_SECONDS).isTrue();
    return new Result(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
