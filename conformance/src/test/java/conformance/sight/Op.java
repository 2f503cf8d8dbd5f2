package conformance.sight;

import java.util.List;

/** The operations, as a client knows them. */
public enum Op {
  REPORTS("1.2", "/reports/2025-06-09/orderReports", "0.5", 10, 403),
  BY_PO("1.3", "/reports/2025-06-09/purchaseOrders/{po}/orderReports", "0.5", 10, 403),
  BY_DATE("1.4", "/reports/2021-01-08/orders", "0.5", 10, 401),
  BY_ID("1.4", "/reports/2021-01-08/orders/{id}", "0.5", 10, 401),
  TRANSACTIONS("1.6", "/reconciliation/2021-01-08/transactions", "2.0", 10, 401),
  ORDERS("1.5", "/orders/v0/orders", "0.0167", 20, 403),
  RDT("4.4", "/tokens/2021-03-01/restrictedDataToken", "1.0", 10, 403);

  /** The operations that list records. */
  public static final List<Op> LISTINGS =
      List.of(REPORTS, BY_PO, BY_DATE, BY_ID, TRANSACTIONS, ORDERS);

  public final String row;
  public final String path;
  public final String rate;
  public final int burst;
  public final int badTokenStatus;

  Op(String row, String path, String rate, int burst, int badTokenStatus) {
    this.row = row;
    this.path = path;
    this.rate = rate;
    this.burst = burst;
    this.badTokenStatus = badTokenStatus;
  }

  public boolean isOfSellers() {
    return this == ORDERS || this == RDT;
  }

  /** Whether x-amzn-RateLimit-Limit is on all answers, not only on 20x, 400 and 404. */
  public boolean showsRateAlways() {
    return badTokenStatus == 401;
  }

  /** Whether a page token is documented as the only parameter; no profile refuses that. */
  public boolean takesTokenAlone() {
    return this == BY_DATE || this == TRANSACTIONS;
  }

  /** A query that is good on page one, with variables. */
  public String goodQuery() {
    return switch (this) {
      case REPORTS -> "orderStartDate={start}&orderEndDate={end}";
      case BY_DATE -> "startDate={start}&endDate={end}";
      case TRANSACTIONS -> "feedStartDate={start}&feedEndDate={end}";
      case ORDERS -> "CreatedAfter={start}&MarketplaceIds={marketplaces}";
      default -> "";
    };
  }

  /** A query that is refused with 400, with variables; empty if there is none. */
  public String badQuery() {
    return switch (this) {
      case REPORTS -> "orderEndDate={end}";
      case BY_PO -> "region=XX";
      case BY_DATE -> "startDate=yesterday&endDate={end}";
      case BY_ID -> "includeCharges=perhaps";
      case TRANSACTIONS -> "feedStartDate=incorrectFormatDate&feedEndDate={end}";
      case ORDERS -> "MarketplaceIds={marketplaces}";
      case RDT -> "";
    };
  }
}
