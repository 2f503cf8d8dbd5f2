package daybook.cli.store;

import daybook.cli.terminal.Complaint;
import daybook.store.sql.query.ReadOnlyStore;
import daybook.store.sql.query.Rows;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs statements and commands with a dot, and prints what they answer. */
final class SqlShell {

  private static final String HELP =
      """
      SELECT ...;          runs a query, which may take several lines
      .tables              lists views and tables
      .columns NAME        lists the columns of one
      .format NAME         prints as table, csv or json from now on
      .quit                ends, as does Ctrl-D
      """;

  private final ReadOnlyStore store;
  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable Integer limit;
  private final Statements statements = new Statements();
  private Layout layout;

  /**
   * Prints to the given places.
   *
   * @param limit most rows of an answer, 0 for all, null for as many as the layout usually has
   */
  SqlShell(ReadOnlyStore store, Layout layout, @Nullable Integer limit, Output output) {
    this.store = store;
    this.layout = layout;
    this.limit = limit;
    this.out = output.out();
    this.err = output.err();
  }

  /**
   * Where answers go, and where remarks.
   *
   * @param out standard output
   * @param err standard error
   */
  record Output(PrintWriter out, PrintWriter err) {}

  /** Takes a line; returns false when it asks to end. */
  boolean line(String line) {
    if (!statements.isOpen() && line.startsWith(".")) {
      return command(line.strip().split("\\s+", 2));
    }
    statements.add(line + "\n").forEach(this::run);
    return true;
  }

  /** Says whether a statement has begun and not ended. */
  boolean isWithinStatement() {
    return statements.isOpen();
  }

  /** Forgets a statement that has begun. */
  void forget() {
    statements.rest();
  }

  /** Runs a last statement that has no semicolon. */
  void finish() {
    String rest = statements.rest();
    if (!rest.isEmpty()) {
      run(rest);
    }
  }

  private boolean command(String[] words) {
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case ".quit", ".exit" -> {
        return false;
      }
      case ".help" -> out.print(HELP);
      case ".tables" -> store.tables().keySet().forEach(out::println);
      case ".columns", ".schema" -> columns(argument(words));
      case ".format" -> layout = layout(argument(words));
      default -> throw new Complaint("there is no " + words[0] + "; .help lists what there is");
    }
    out.flush();
    return true;
  }

  private static String argument(String[] words) {
    if (words.length < 2) {
      throw new Complaint(words[0] + " needs a name; .help tells");
    }
    return words[1].strip();
  }

  private void columns(String name) {
    Map<String, List<String>> tables = store.tables();
    List<String> columns = tables.get(name.toLowerCase(Locale.ROOT));
    if (columns == null) {
      throw new Complaint(
          "there is no view or table '"
              + name
              + "'; there are: "
              + String.join(", ", tables.keySet()));
    }
    columns.forEach(out::println);
  }

  /** Reads the name of a layout. */
  static Layout layout(String name) {
    try {
      return Layout.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Complaint("there is no format '" + name + "'; there are: table, csv, json");
    }
  }

  private void run(String sql) {
    int most = limit == null ? layout.usualLimit() : limit;
    PrintedRows rows = layout.printer(out, most);
    Answered answered = new Answered(rows);
    store.run(sql, answered);
    if (answered.begun) {
      rows.end();
    }
    out.flush();
    if (rows.wasCut()) {
      err.println("Only the first " + most + " rows; --limit 0 shows all.");
    }
  }

  /** Notes whether there was an answer at all, which a statement like PRAGMA may not have. */
  private static final class Answered implements Rows {

    private final PrintedRows rows;
    private boolean begun;

    Answered(PrintedRows rows) {
      this.rows = rows;
    }

    @Override
    public void columns(List<String> names) {
      begun = true;
      rows.columns(names);
    }

    @Override
    public boolean row(List<@Nullable Object> cells) {
      return rows.row(cells);
    }
  }
}
