package daybook.store.sql.rules;

import java.util.Map;
import java.util.Set;

/** Which tables there are, by whether each of their rows belongs to one account. */
final class Tables {

  /** Each row belongs to one account, and each key and index begins with it. */
  static final Set<String> OF_ACCOUNTS =
      Set.of(
          "business_order",
          "business_order_line",
          "kept_view",
          "piece",
          "purchase_transaction",
          "purchase_transaction_line",
          "seller_order",
          "settled",
          "throttle_bucket");

  /** The directory, and why each of its tables belongs to no single account. */
  static final Map<String, String> OF_ALL =
      Map.of(
          "account", "lists the accounts themselves",
          "application", "one application may act for many accounts",
          "access_grant", "is found by its refresh token, before the account is known",
          "authorization_code", "is found by its hash, before the account is known",
          "instance_key", "is the secret of all nodes",
          "schema_history", "belongs to the migrations");

  private Tables() {}
}
