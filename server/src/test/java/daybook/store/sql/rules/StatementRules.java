package daybook.store.sql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every statement of the program keeps to, so that it touches one account and means the same
 * on every engine.
 */
final class StatementRules {

  /** Statements that ask all accounts, and why. Each is run outside of any transaction. */
  static final Map<String, String> ASK_ALL_ACCOUNTS =
      Map.of(
          "SELECT account_id, kind FROM settled WHERE (account_id, kind) > (?, ?)"
              + " ORDER BY account_id, kind LIMIT ?",
          "whether all views are complete is asked once at a start, of every account",
          "SELECT account_id, kind, name, version FROM kept_view"
              + " WHERE account_id >= ? AND account_id <= ? AND complete = 1",
          "the same, for a range of accounts");

  private static final Pattern SOURCE =
      Pattern.compile("\\b(?:FROM|JOIN|UPDATE|INTO) ([a-z_0-9]+)(?: ([a-z]))?\\b");
  private static final Pattern UPSERT = Pattern.compile("DO UPDATE SET (.*?)(?: WHERE |$)");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(MERGE|RETURNING|OFFSET|nextval|currval|serial|TRIGGER|pg_[a-z_]*advisory[a-z_]*"
              + "|LOCK TABLE|random|now|CURRENT_TIMESTAMP|clock_timestamp)\\b",
          Pattern.CASE_INSENSITIVE);

  private StatementRules() {}

  /** Returns what a statement breaks; nothing if it keeps to the rules. */
  static List<String> broken(String statement) {
    String sql = statement.replaceAll("\\s+", " ").strip();
    List<String> broken = new ArrayList<>();
    Matcher forbidden = FORBIDDEN.matcher(sql);
    if (forbidden.find()) {
      broken.add("says " + forbidden.group().toUpperCase(Locale.ROOT));
    }
    Matcher upsert = UPSERT.matcher(sql);
    if (upsert.find() && !upsert.group(1).matches("(\\w+ = EXCLUDED\\.\\w+(, )?)+")) {
      broken.add("computes in DO UPDATE SET");
    }
    if (sql.matches(".*\\bSET (.*, )?account_id = .*")) {
      broken.add("changes account_id");
    }
    if (!ASK_ALL_ACCOUNTS.containsKey(sql)) {
      broken.addAll(unbound(sql));
    }
    return broken;
  }

  // Every table of accounts is bound to one of them: by a parameter, or by another table that is.
  private static List<String> unbound(String sql) {
    List<String> unbound = new ArrayList<>();
    Matcher sources = SOURCE.matcher(sql);
    while (sources.find()) {
      String table = sources.group(1);
      if (Tables.OF_ACCOUNTS.contains(table) && !isBound(sql, sources)) {
        unbound.add("binds " + table + " to no account");
      }
    }
    return unbound;
  }

  private static boolean isBound(String sql, Matcher source) {
    if (sql.startsWith("INSERT INTO")) {
      return sql.matches("INSERT INTO \\w+ \\(account_id, .*\\) VALUES \\(\\?, .*");
    }
    String rest = sql.substring(source.end());
    String alias = source.group(2);
    if (alias == null) {
      return rest.contains("account_id = ?");
    }
    return rest.contains(alias + ".account_id = ?")
        || Pattern.compile("\\b" + alias + "\\.account_id = [a-z]\\.account_id")
            .matcher(rest)
            .find();
  }
}
