package daybook.store.sql.copy;

import java.util.List;

/**
 * A table whose rows belong to what a store holds.
 *
 * @param name its name
 * @param key the columns that tell its rows apart; in a table of accounts, within one account
 * @param ofAccounts whether each row belongs to one account
 */
record CopiedTable(String name, List<String> key, boolean ofAccounts) {

  /** The directory, in an order in which what others refer to comes first. */
  static final List<CopiedTable> DIRECTORY =
      List.of(
          ofAll("account", "account_id"),
          ofAll("application", "client_id"),
          ofAll("access_grant", "grant_id"),
          ofAll("authorization_code", "code_hash"),
          ofAll("instance_key", "name"));

  /** What accounts hold. Pieces carry view numbers, which are good within the account. */
  static final List<CopiedTable> OF_ACCOUNTS =
      List.of(
          ofAccounts("settled", "kind"),
          ofAccounts("kept_view", "view_id"),
          ofAccounts("business_order", "order_id"),
          ofAccounts("business_order_line", "order_date", "order_id", "line_no"),
          ofAccounts("purchase_transaction", "transaction_key"),
          ofAccounts("purchase_transaction_line", "feed_date", "transaction_key", "line_no"),
          ofAccounts("seller_order", "amazon_order_id"),
          ofAccounts("piece", "view_id", "sort_at", "record_id"));

  /** Copies the list. */
  CopiedTable {
    key = List.copyOf(key);
  }

  private static CopiedTable ofAll(String name, String... key) {
    return new CopiedTable(name, List.of(key), false);
  }

  private static CopiedTable ofAccounts(String name, String... key) {
    return new CopiedTable(name, List.of(key), true);
  }
}
