package daybook.ingest;

import daybook.document.Family;
import daybook.store.Store;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * Imports files of records, in every shape and packing that people have.
 *
 * <p>Files are read as streams and written in batches, so neither their size nor the length of
 * their lines matters. Reading a file again changes nothing.
 */
public final class FileImport {

  private final Store store;
  private final List<Family<?>> families;
  private final InstantSource clock;
  private final InputStream standardInput;

  /**
   * Makes an import.
   *
   * @param families what it can read; of each record the first shape that recognises it is taken
   * @param standardInput what the name "-" stands for
   */
  public FileImport(
      Store store, List<Family<?>> families, InstantSource clock, InputStream standardInput) {
    this.store = store;
    this.families = List.copyOf(families);
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
    ImportRun.Reading reading = new ImportRun.Reading(new Shapes(families), clock, standardInput);
    try (Batches batches = new Batches(store, options)) {
      String stoppedAt = new ImportRun(options, reading, batches, counts).all(names);
      return counts.report(batches.drain(), stoppedAt);
    }
  }
}
