package daybook.cli;

import daybook.ingest.ImportProblem;
import daybook.ingest.ProblemSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows the first problems of an import, and writes all of them to a file. */
final class ProblemReport implements ProblemSink, AutoCloseable {

  private static final int MOST_SHOWN = 20;

  private final Path file;
  private final CommandSpec spec;
  private @Nullable OutputStream out;
  private long count;

  ProblemReport(Path file, CommandSpec spec) {
    this.file = file;
    this.spec = spec;
  }

  /** Returns a name for a report that nobody has asked to lie elsewhere. */
  static Path newFile(Path directory, Instant now) {
    return directory.resolve("import-problems-" + now.toString().replace(':', '-') + ".jsonl");
  }

  @Override
  public void accept(ImportProblem problem) {
    count++;
    if (count <= MOST_SHOWN) {
      spec.commandLine().getErr().println(problem);
    }
    try {
      if (out == null) {
        out = new BufferedOutputStream(Files.newOutputStream(file));
      }
      out.write(problem.toJson());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report " + file, e);
    }
  }

  /** Says where the rest is, if there was anything to report. */
  void summarise() {
    if (count > MOST_SHOWN) {
      spec.commandLine().getErr().println("... and " + (count - MOST_SHOWN) + " more.");
    }
    if (count > 0) {
      spec.commandLine().getErr().println("All of this as JSON lines: " + file);
    }
  }

  @Override
  public void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report " + file, e);
    }
  }
}
