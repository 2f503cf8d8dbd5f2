package daybook.ingest;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * Imports files of orders, in every shape and packing that people have.
 *
 * <p>Files are read as streams and written in batches, so neither their size nor the length of
 * their lines matters. Reading a file again changes nothing.
 */
public final class FileImport {

  private final OrderWriter writer;
  private final List<Shape<BusinessOrder>> shapes;
  private final InstantSource clock;
  private final InputStream standardInput;

  /**
   * Makes an import.
   *
   * @param shapes the shapes it can read; of each record the first that recognises it is taken
   * @param standardInput what the name "-" stands for
   */
  public FileImport(
      OrderWriter writer,
      List<Shape<BusinessOrder>> shapes,
      InstantSource clock,
      InputStream standardInput) {
    this.writer = writer;
    this.shapes = List.copyOf(shapes);
    this.clock = clock;
    this.standardInput = standardInput;
  }

  /**
   * Imports files and directories one after the other.
   *
   * @param names paths, or "-" for standard input
   * @throws daybook.store.StoreException if the store can't be written; doing all again is safe
   */
  public ImportReport run(
      List<String> names, ImportOptions options, ProblemSink problems, ProgressListener progress) {
    ImportCounts counts = new ImportCounts(problems, progress);
    ImportRun.Reading reading = new ImportRun.Reading(shapes, clock, standardInput);
    try (BatchWriter batches =
        new BatchWriter(writer, options.account(), options.defaultRegion())) {
      String stoppedAt = new ImportRun(options, reading, batches, counts).all(names);
      return counts.report(batches.drain(), stoppedAt);
    }
  }
}
