package daybook.operation.reporting2021;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.listing.BusinessWording;
import daybook.listing.Conditions;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Scan;
import daybook.store.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a range of order dates, both ends inclusive, with the lists that are asked for
 * (CONTRACT 1.4).
 */
public final class GetOrdersByOrderDate implements Operation<ListingQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getOrdersByOrderDate",
          "/reports/2021-01-08/orders",
          "CONTRACT 1.4",
          Role.AMAZON_BUSINESS_ANALYTICS,
          UsagePlan.of("0.5", 10),
          Dialect.REPORTING_2021);

  /** Most characters of a purchase order number, so that a page token can carry it. */
  private static final int LONGEST_NUMBER = 500;

  private static final String PURCHASE_ORDER_NUMBER = "purchaseOrderNumber";

  private static final List<String> BESIDE_A_TOKEN =
      Stream.concat(
              Stream.of(OrderDates.START, OrderDates.END, PURCHASE_ORDER_NUMBER),
              Arrays.stream(Part.values()).map(Part::parameter))
          .toList();

  private final OrderViews views;
  private final OrderSwitches switches;

  /** Takes the views it reads and its switches. */
  public GetOrdersByOrderDate(OrderViews views, OrderSwitches switches) {
    this.views = views;
    this.switches = switches;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  // A page token carries all that page one was asked for, so nothing else counts beside it,
  // or may even stand there (CONTRACT 2 #7).
  @Override
  public Parsed<ListingQuery> parse(OperationRequest request) {
    Reading reading = new Reading(request, BusinessWording.OF_2021, "nextPageToken", "pageToken");
    if (reading.continues()) {
      Optional<Listing> listing = reading.continued(SPEC);
      if (switches.tokenAlone()) {
        reading.requireAlone(BESIDE_A_TOKEN);
      }
      return reading.result(() -> query(listing.orElseThrow(), request));
    }
    Map<String, String> asked = new HashMap<>();
    String number = purchaseOrderNumber(reading);
    if (number != null) {
      asked.put(PURCHASE_ORDER_NUMBER, number);
    }
    OrderDates dates = OrderDates.read(reading, request.now(), switches.limits(), number != null);
    dates.addTo(asked);
    Included.read(reading).addTo(asked);
    return reading.result(
        () -> query(Listing.first(Conditions.of(asked), dates.upperBound()), request));
  }

  @Override
  public Page read(ListingQuery query, Store store) {
    return Pages.of(store.orders().scan(query.scan()), query, SPEC);
  }

  @Override
  public Body render(Page page, ListingQuery query, OperationRequest request) {
    return Included.of(query.conditions()).render(page);
  }

  private ListingQuery query(Listing listing, OperationRequest request) {
    Conditions conditions = listing.conditions();
    Scan scan =
        new Scan(
            request.caller().account(),
            views.head(),
            OrderDates.start(conditions),
            listing.to(),
            listing.after(),
            Pages.SIZE,
            filters(conditions),
            views.of(Included.of(conditions)));
    return new ListingQuery(scan, conditions, request);
  }

  // An older model had this parameter, and today's error text still speaks of it.
  private static @Nullable String purchaseOrderNumber(Reading reading) {
    String number = reading.text(PURCHASE_ORDER_NUMBER);
    if (number != null && number.length() > LONGEST_NUMBER) {
      reading.fault(
          "The required parameter purchaseOrderNumber is missing or invalid.",
          "Please provide a valid purchase order number.",
          "the purchase order number has more than " + LONGEST_NUMBER + " characters");
    }
    return number;
  }

  private static List<Filter> filters(Conditions conditions) {
    Optional<String> number = conditions.get(PURCHASE_ORDER_NUMBER);
    return number.isEmpty()
        ? List.of()
        : List.of(Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of(number.get())));
  }
}
