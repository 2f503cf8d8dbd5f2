package daybook.ingest;

import daybook.document.Family;
import daybook.ingest.ImportProblem.Kind;
import daybook.ingest.source.SourceFile;
import daybook.ingest.source.SourceStream;
import daybook.json.JsonRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of an import: its files one after the other. */
final class ImportRun {

  /** Longest record that is read; real orders stay far below it. */
  private static final long MAX_RECORD_BYTES = 4_000_000;

  private final ImportOptions options;
  private final Reading reading;
  private final Batches batches;
  private final ImportCounts counts;
  private final JsonRecords records;
  private final RecordIntake.Target writing = new Writing();
  private final RecordIntake.Target checking = new Checking();

  /**
   * What files are read with.
   *
   * @param shapes the shapes that are recognised
   * @param clock tells when standard input was true
   * @param standardInput what the name "-" stands for
   */
  record Reading(Shapes shapes, InstantSource clock, InputStream standardInput) {}

  /** Hands good records on. */
  private final class Writing implements RecordIntake.Target {
    @Override
    public <R> void take(Family<R> family, Observed<R> observed, long length) {
      counts.order();
      batches.add(family, observed, length);
    }
  }

  /** Looks only whether records are good. */
  private static final class Checking implements RecordIntake.Target {
    @Override
    public <R> void take(Family<R> family, Observed<R> observed, long length) {}
  }

  ImportRun(ImportOptions options, Reading reading, Batches batches, ImportCounts counts) {
    this.options = options;
    this.reading = reading;
    this.batches = batches;
    this.counts = counts;
    this.records = new JsonRecords(reading.shapes().envelopes(), MAX_RECORD_BYTES);
  }

  /** Imports everything of the given names, and returns the file at which it stopped, if any. */
  @Nullable String all(List<String> names) {
    List<SourceFile> files = new ArrayList<>();
    // All names are looked up first: a slip in the last one should not show after an hour.
    for (String name : names) {
      try {
        files.addAll(SourceFile.find(name));
      } catch (IOException e) {
        refuse(name, e);
        if (stops()) {
          return name;
        }
      }
    }
    counts.expect(files, stops() ? 2 : 1);
    for (SourceFile file : files) {
      if (!isGood(file) && stops()) {
        return file.name();
      }
    }
    return null;
  }

  private boolean stops() {
    return options.onError() == OnError.STOP;
  }

  private boolean isGood(SourceFile file) {
    long refused = counts.refused();
    counts.open();
    try {
      take(file);
    } catch (IOException e) {
      refuse(file.name(), e);
    }
    return counts.refused() == refused;
  }

  private void take(SourceFile file) throws IOException {
    Instant given = options.asOf();
    Path path = file.path();
    if (path != null) {
      take(file, path, given == null ? Files.getLastModifiedTime(path).toInstant() : given);
      return;
    }
    Instant asOf = given == null ? reading.clock().instant() : given;
    if (!stops()) {
      counts.records(read(reading.standardInput(), intake(file, asOf, writing, counts::problem)));
      return;
    }
    Path spooled = Files.createTempFile(options.spoolDirectory(), "import-", ".json");
    try {
      Files.copy(reading.standardInput(), spooled, StandardCopyOption.REPLACE_EXISTING);
      take(file, spooled, asOf);
    } finally {
      Files.deleteIfExists(spooled);
    }
  }

  // To keep nothing of a bad file it is read twice: nothing is written before all of it is known
  // to be good. What is good has its warnings told in the first reading.
  private void take(SourceFile file, Path path, Instant asOf) throws IOException {
    if (stops()) {
      long refused = counts.refused();
      counts.records(read(path, intake(file, asOf, checking, counts::problem)));
      if (counts.refused() == refused) {
        read(path, intake(file, asOf, writing, this::changedMeanwhile));
      }
    } else {
      counts.records(read(path, intake(file, asOf, writing, counts::problem)));
    }
  }

  private RecordIntake intake(
      SourceFile file, Instant asOf, RecordIntake.Target target, ProblemSink problems) {
    RecordIntake.Source source = new RecordIntake.Source(file.name(), asOf, options.defaults());
    return new RecordIntake(source, reading.shapes(), target, problems);
  }

  private long read(Path path, RecordIntake intake) throws IOException {
    try (InputStream raw = Files.newInputStream(path)) {
      return read(raw, intake);
    }
  }

  // Returns how many records there were, good or bad.
  private long read(InputStream raw, RecordIntake intake) throws IOException {
    long values = records.read(SourceStream.open(raw, counts::advance), intake);
    if (values == 0) {
      throw new IOException("the file is empty");
    }
    intake.warnAboutGaps();
    return intake.read();
  }

  private void changedMeanwhile(ImportProblem problem) {
    if (problem.kind() != Kind.WARNING) {
      counts.problem(problem.because("the file was changed while it was read: "));
    }
  }

  private void refuse(String name, IOException e) {
    counts.problem(
        new ImportProblem(name, null, null, Kind.UNREADABLE, String.valueOf(e.getMessage())));
  }
}
