package daybook.cli.store;

import daybook.cli.terminal.Table;
import daybook.store.sql.copy.Checksum;
import daybook.store.sql.copy.Comparison;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what two stores hold, side by side, in few lines. */
final class ComparisonTable {

  /** More accounts than these are added up, and only those that differ have lines of their own. */
  private static final int MOST_ACCOUNTS = 10;

  private static final String ALL = "(all)";

  private ComparisonTable() {}

  /** Prints a line for each table that holds anything, of each account where they are few. */
  static void print(List<Comparison> tables, boolean byAccount, PrintWriter out) {
    long accounts = tables.stream().map(Comparison::account).distinct().count();
    boolean each = byAccount || accounts <= MOST_ACCOUNTS;
    Table table = new Table("account", "table", "rows", "checksum", "");
    for (Comparison one : each ? tables : added(tables)) {
      if (one.source().rows() > 0 || one.target().rows() > 0) {
        addTo(table, one);
      }
    }
    table.print(out, "Both are empty.");
  }

  private static void addTo(Table table, Comparison one) {
    String account = one.account().orElse(ALL);
    if (one.same()) {
      table.row(row(account, one.table(), one.source(), "same"));
    } else {
      table.row(row(account, one.table(), one.source(), "DIFFERS: from"));
      table.row(row("", "", one.target(), "         to"));
    }
  }

  private static List<String> row(String account, String table, Checksum sum, String word) {
    return List.of(account, table, String.format(Locale.ROOT, "%,d", sum.rows()), sum.text(), word);
  }

  // Sums of all accounts; below them what differs, account by account.
  private static List<Comparison> added(List<Comparison> tables) {
    Map<String, Comparison> sums = new LinkedHashMap<>();
    for (Comparison one : tables) {
      sums.merge(
          one.table(),
          new Comparison(Optional.empty(), one.table(), one.source(), one.target()),
          ComparisonTable::plus);
    }
    List<Comparison> lines = new ArrayList<>(sums.values());
    tables.stream().filter(one -> !one.same()).forEach(lines::add);
    return lines;
  }

  private static Comparison plus(Comparison one, Comparison other) {
    return new Comparison(
        Optional.empty(),
        one.table(),
        one.source().plus(other.source()),
        one.target().plus(other.target()));
  }
}
