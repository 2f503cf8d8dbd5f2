package daybook.store.sql.copy;

import daybook.store.RecordKind;
import daybook.store.StoreException;
import java.util.Map;

/** How many rows there are to pass, so that people can see how far a copy has come. */
final class Expectation {

  private static final Map<String, RecordKind> RECORDS =
      Map.of(
          "business_order", RecordKind.BUSINESS_ORDER,
          "purchase_transaction", RecordKind.TRANSACTION,
          "seller_order", RecordKind.SELLER_ORDER);

  private static final String VIEWS =
      "SELECT count(*) FROM kept_view WHERE account_id = ? AND kind = ? AND complete = 1";

  private Expectation() {}

  /** Says whether rows of a table are counted: records and their pieces, which are most of it. */
  static boolean counts(CopiedTable table) {
    return RECORDS.containsKey(table.name()) || table.name().equals("piece");
  }

  /**
   * Returns about how many counted rows a store has: records have a piece of each complete view.
   * Records are quickly counted, pieces are not; -1 where even that takes too long.
   */
  static long of(Side side) {
    try {
      long rows = 0;
      for (String account : side.accounts()) {
        for (Map.Entry<String, RecordKind> table : RECORDS.entrySet()) {
          rows += of(side, account, table.getKey(), table.getValue());
        }
      }
      return rows;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.UNAVAILABLE) {
        return -1;
      }
      throw e;
    }
  }

  private static long of(Side side, String account, String table, RecordKind kind) {
    String records = "SELECT count(*) FROM " + table + " WHERE account_id = ?";
    return side.sessions()
        .read(
            session -> {
              long number = session.first(row -> row.getLong(1), records, account).orElse(0L);
              return number == 0
                  ? 0
                  : number
                      * (1
                          + session
                              .first(row -> row.getLong(1), VIEWS, account, kind.name())
                              .orElse(0L));
            });
  }
}
