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
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.listing.Conditions;
import daybook.listing.Known;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Order reports of a range of order dates, both ends inclusive, filtered by status and region
 * (CONTRACT 1.2).
 */
public final class GetOrderReports implements Operation<ListingQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getOrderReports",
          "/reports/2025-06-09/orderReports",
          "CONTRACT 1.2",
          Role.AMAZON_BUSINESS_ANALYTICS,
          UsagePlan.of("0.5", 10),
          Dialect.BUSINESS_2025);

  private static final Duration LONGEST_RANGE = Duration.ofDays(366);

  private static final String START = "orderStartDate";
  private static final String END = "orderEndDate";
  private static final String STATUSES = "orderStatuses";
  private static final String REGION = "region";

  private static final Known<OrderStatus> KNOWN_STATUSES =
      Known.of(OrderStatus.values(), OrderStatus::parse);

  private final Duration skew;

  /** Takes how far in the future orderEndDate may lie, for the sake of clocks that differ. */
  public GetOrderReports(Duration skew) {
    this.skew = skew;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  @Override
  public Parsed<ListingQuery> parse(OperationRequest request) {
    Reading reading = OrderReportPages.reading(request);
    Conditions asked = conditions(reading, request.now());
    Set<String> omissible =
        asked.isEmpty() ? Set.of(START, END, STATUSES, REGION) : Set.of(START, END);
    Optional<Listing> before = reading.continuedUnchanged(SPEC, asked, omissible);
    return reading.result(
        () -> query(before.orElseGet(() -> Listing.first(asked, instant(asked, END))), request));
  }

  @Override
  public Page read(ListingQuery query, Store store) {
    return Pages.of(store.orders().scan(query.scan()), query, SPEC);
  }

  @Override
  public Body render(Page page, ListingQuery query, OperationRequest request) {
    return OrderReportPages.render(page);
  }

  private Conditions conditions(Reading reading, Instant now) {
    Instant start = date(reading, START);
    Instant end = date(reading, END);
    checkRange(reading, start, end, now);
    SortedSet<OrderStatus> statuses = reading.allKnown(STATUSES, KNOWN_STATUSES);
    Region region = reading.known(REGION, OrderReportPages.REGIONS);
    Map<String, String> values = new HashMap<>();
    if (start != null) {
      values.put(START, start.toString());
    }
    if (end != null) {
      values.put(END, end.toString());
    }
    if (!statuses.isEmpty()) {
      values.put(STATUSES, statuses.stream().map(Enum::name).collect(Collectors.joining(",")));
    }
    if (region != null) {
      values.put(REGION, region.name());
    }
    return Conditions.of(values);
  }

  // Dates are required on the first page only: a token carries its own (CONTRACT 2 #7).
  private static @Nullable Instant date(Reading reading, String name) {
    return reading.continues() ? reading.date(name) : reading.requiredDate(name);
  }

  private void checkRange(
      Reading reading, @Nullable Instant start, @Nullable Instant end, Instant now) {
    if (end != null && end.isAfter(now.plus(skew))) {
      reading.fault(
          "The orderEndDate must not be in the future.",
          "Please ensure orderEndDate is not later than the current time.",
          "orderEndDate " + end + " is in the future");
    }
    if (start == null || end == null) {
      return;
    }
    if (start.isAfter(end)) {
      reading.fault(
          "The orderStartDate must be before or equal to orderEndDate.",
          "Please ensure orderStartDate is chronologically before orderEndDate.",
          "orderStartDate " + start + " is after orderEndDate " + end);
    } else if (Duration.between(start, end).compareTo(LONGEST_RANGE) > 0) {
      reading.fault(
          "The orderStartDate must not be more than 366 days before orderEndDate.",
          "Please ensure the range from orderStartDate to orderEndDate is 366 days or shorter.",
          "the range from " + start + " to " + end + " is longer than 366 days");
    }
  }

  private static ListingQuery query(Listing listing, OperationRequest request) {
    Conditions conditions = listing.conditions();
    List<Filter> filters = new ArrayList<>(2);
    conditions
        .get(STATUSES)
        .ifPresent(names -> filters.add(Filter.of(Column.ORDER_STATUS, Set.of(names.split(",")))));
    conditions.get(REGION).ifPresent(name -> filters.add(Filter.of(Column.REGION, Set.of(name))));
    return OrderReportPages.query(listing, instant(conditions, START), filters, request);
  }

  private static Instant instant(Conditions conditions, String name) {
    return conditions.get(name).map(Instant::parse).orElseThrow();
  }
}
