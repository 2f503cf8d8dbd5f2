package daybook.cli.store;

import daybook.cli.terminal.Arguments;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints rows as columns that are as wide as their widest cell, numbers to the right. */
final class TableRows extends PrintedRows {

  private static final int WIDEST = 60;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();

  TableRows(PrintWriter out, int limit) {
    super(out, limit);
  }

  @Override
  public void columns(List<String> names) {
    names.forEach(name -> numbers.add(true));
    add(names.stream().map(TableRows::shown).toList());
  }

  @Override
  void print(List<@Nullable Object> cells) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      row.add(cell == null ? "NULL" : shown(text(cell)));
      numbers.set(i, numbers.get(i) && (cell == null || cell instanceof Number));
    }
    add(row);
  }

  private void add(List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      int width = width(row.get(i));
      if (i == widths.size()) {
        widths.add(width);
      } else {
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    rows.add(row);
  }

  // What others have put into a store must not give orders to this terminal.
  private static String shown(String text) {
    String harmless = text.replaceAll("\\s", " ").replaceAll("\\p{C}", "?");
    return width(harmless) <= WIDEST
        ? harmless
        : harmless.substring(0, harmless.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  void end() {
    for (int number = 0; number < rows.size(); number++) {
      out().println(line(rows.get(number)));
      if (number == 0) {
        out().println("-".repeat(widths.stream().mapToInt(width -> width + 2).sum() - 2));
      }
    }
    out().println("(" + Arguments.count(printed(), "row") + ")");
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths.get(i) - width(row.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(numbers.get(i) ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
