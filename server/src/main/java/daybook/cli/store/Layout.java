package daybook.cli.store;

import java.io.PrintWriter;
import java.util.function.BiFunction;

/** How the rows of an answer are printed. */
enum Layout {
  /** Columns for people. */
  TABLE(1_000, TableRows::new),
  /** Comma-separated values with a line of headings (RFC 4180). */
  CSV(0, (out, limit) -> new CsvRows(out, limit)),
  /** One JSON object a line. */
  JSON(0, (out, limit) -> new JsonRows(out, limit));

  private final int usualLimit;

  // Made of constructors, which the checker doesn't see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<PrintWriter, Integer, PrintedRows> printer;

  Layout(int usualLimit, BiFunction<PrintWriter, Integer, PrintedRows> printer) {
    this.usualLimit = usualLimit;
    this.printer = printer;
  }

  /** Returns the most rows printed unless told otherwise, 0 for all. */
  int usualLimit() {
    return usualLimit;
  }

  PrintedRows printer(PrintWriter out, int limit) {
    return printer.apply(out, limit);
  }
}
