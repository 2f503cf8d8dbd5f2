package daybook.operation.reporting2025;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.domain.Region;
import daybook.listing.Conditions;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Store;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Order reports of one purchase order number over the past two years, filtered by region (CONTRACT
 * 1.3).
 */
public final class GetOrderReportsByPurchaseOrderNumber implements Operation<ListingQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getOrderReportsByPurchaseOrderNumber",
          "/reports/2025-06-09/purchaseOrders/{purchaseOrderNumber}/orderReports",
          "CONTRACT 1.3",
          Role.AMAZON_BUSINESS_ANALYTICS,
          UsagePlan.of("0.5", 10),
          Dialect.BUSINESS_2025);

  private static final String PURCHASE_ORDER_NUMBER = "purchaseOrderNumber";
  private static final String REGION = "region";

  /** Most characters of a purchase order number, so that a page token can carry it. */
  private static final int LONGEST_NUMBER = 500;

  private final Period lookBack;
  private final boolean regionRequired;

  /**
   * Takes its two switches.
   *
   * @param lookBack how old an order may be to be listed, measured from page one
   * @param regionRequired whether to refuse requests without a region, as one of the sources has it
   */
  public GetOrderReportsByPurchaseOrderNumber(Period lookBack, boolean regionRequired) {
    this.lookBack = lookBack;
    this.regionRequired = regionRequired;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  // Region is the only parameter beside the token, so a request without it is a token alone.
  @Override
  public Parsed<ListingQuery> parse(OperationRequest request) {
    Reading reading = OrderReportPages.reading(request);
    Conditions asked = conditions(reading, request.parameters().path(PURCHASE_ORDER_NUMBER));
    Optional<Listing> before = reading.continuedUnchanged(SPEC, asked, Set.of(REGION));
    Instant now = request.now().truncatedTo(ChronoUnit.MILLIS);
    return reading.result(() -> query(before.orElseGet(() -> Listing.first(asked, now)), request));
  }

  @Override
  public Page read(ListingQuery query, Store store) {
    return Pages.of(store.orders().scan(query.scan()), query, SPEC);
  }

  @Override
  public Body render(Page page, ListingQuery query, OperationRequest request) {
    return OrderReportPages.render(page);
  }

  private Conditions conditions(Reading reading, String number) {
    if (number.isBlank() || number.length() > LONGEST_NUMBER) {
      reading.fault(
          "The required parameter purchaseOrderNumber is missing or invalid.",
          "Please provide a valid purchase order number.",
          number.isBlank()
              ? "the path names no purchase order"
              : "the purchase order number has more than " + LONGEST_NUMBER + " characters");
    }
    Region region = reading.known(REGION, OrderReportPages.REGIONS);
    Map<String, String> values = new HashMap<>();
    values.put(PURCHASE_ORDER_NUMBER, number);
    if (region != null) {
      values.put(REGION, region.name());
    } else if (regionRequired && !reading.continues() && !reading.isSet(REGION)) {
      reading.missing(REGION);
    }
    return Conditions.of(values);
  }

  // The upper bound is the instant of page one, and the look-back is measured from it: neither end
  // moves while a client pages.
  private ListingQuery query(Listing listing, OperationRequest request) {
    Conditions conditions = listing.conditions();
    List<Filter> filters = new ArrayList<>(2);
    String number = conditions.get(PURCHASE_ORDER_NUMBER).orElseThrow();
    filters.add(Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of(number)));
    conditions.get(REGION).ifPresent(name -> filters.add(Filter.of(Column.REGION, Set.of(name))));
    Instant from = listing.to().atOffset(ZoneOffset.UTC).minus(lookBack).toInstant();
    return OrderReportPages.query(listing, from, filters, request);
  }
}
