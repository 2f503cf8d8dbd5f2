package daybook.cli.store;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints comma-separated values: nothing where there is nothing, quotes for an empty text. */
final class CsvRows extends PrintedRows {

  CsvRows(PrintWriter out, int limit) {
    super(out, limit);
  }

  @Override
  public void columns(List<String> names) {
    line(names.stream().map(CsvRows::quoted).toList());
  }

  @Override
  void print(List<@Nullable Object> cells) {
    line(cells.stream().map(cell -> cell == null ? "" : quoted(text(cell))).toList());
  }

  @Override
  void end() {}

  private void line(List<String> cells) {
    out().print(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
