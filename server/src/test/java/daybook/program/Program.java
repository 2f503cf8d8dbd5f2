package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the program that the build has packaged, as a user would. */
final class Program {

  private static final Path JAR = Path.of("target", "daybook", "daybook.jar");
  private static final long PATIENCE_SECONDS = 120;

  private final Path directory;
  private final Map<String, String> environment;
  private final List<String> javaOptions;

  /** Runs programs whose output is kept in the given directory, with more options for Java. */
  Program(Path directory, String... javaOptions) {
    this(directory, Map.of(), javaOptions);
  }

  /** Runs programs with further environment variables. */
  Program(Path directory, Map<String, String> environment, String... javaOptions) {
    this.directory = directory;
    this.environment = Map.copyOf(environment);
    this.javaOptions = List.of(javaOptions);
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
    return start(Path.of("/dev/null"), out, err, arguments);
  }

  private Process start(Path in, Path out, Path err, String... arguments) {
    List<String> command = new ArrayList<>();
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
          .redirectInput(ProcessBuilder.Redirect.from(in.toFile()))
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return runWith(Path.of("/dev/null"), arguments);
  }

  /** Runs a command to its end, with a file as its standard input. */
  Result runWith(Path in, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory, "run", ".out");
    Path err = Files.createTempFile(directory, "run", ".err");
    Process process = start(in, out, err, arguments);
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
