package daybook.store.sql.copy;

import java.util.Optional;

/**
 * What a table holds on both sides of a copy.
 *
 * @param account whose rows; nothing in the directory, which is of all accounts
 * @param table name of the table
 * @param source what is in the source
 * @param target what is in the target
 */
public record Comparison(Optional<String> account, String table, Checksum source, Checksum target) {

  /** Returns what it is about, in words. */
  public String place() {
    return table + account.map(of -> " of account " + of).orElse("");
  }

  /** Says whether both hold the same. */
  public boolean same() {
    return source.equals(target);
  }
}
