package daybook.ingest;

import daybook.ingest.ImportProblem.Kind;
import daybook.ingest.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what an import reads, and passes problems and progress on. */
final class ImportCounts {

  /** Bytes after which progress is told again. */
  private static final long STEP = 1 << 18;

  private final ProblemSink problems;
  private final ProgressListener progress;
  private long files;
  private long read;
  private long refused;
  private long warnings;
  private long orders;
  private long bytes;
  private long bytesTold;
  private long bytesTotal;

  ImportCounts(ProblemSink problems, ProgressListener progress) {
    this.problems = problems;
    this.progress = progress;
  }

  /** Sets how much there is to read, each file so many times. */
  void expect(List<SourceFile> found, int times) {
    boolean known = found.stream().allMatch(file -> file.size() >= 0);
    bytesTotal = known ? times * found.stream().mapToLong(SourceFile::size).sum() : -1;
  }

  void open() {
    files++;
  }

  void records(long count) {
    read += count;
  }

  void order() {
    orders++;
  }

  /** Adds bytes that were read. */
  void advance(long count) {
    bytes += count;
    if (bytes - bytesTold >= STEP) {
      tell();
    }
  }

  /** Takes a problem, counts it and passes it on. */
  void problem(ImportProblem problem) {
    if (problem.kind() == Kind.WARNING) {
      warnings++;
    } else {
      refused++;
    }
    problems.accept(problem);
  }

  long refused() {
    return refused;
  }

  /** Returns the report. */
  ImportReport report(Tally written, @Nullable String stoppedAt) {
    tell();
    return new ImportReport(files, read, written, refused, warnings, stoppedAt);
  }

  private void tell() {
    bytesTold = bytes;
    progress.at(bytes, bytesTotal, orders);
  }
}
