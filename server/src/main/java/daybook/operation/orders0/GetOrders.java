package daybook.operation.orders0;

import daybook.contract.Body;
import daybook.contract.Caller.DataElement;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.domain.seller.Marketplace;
import daybook.listing.Conditions;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Scan;
import daybook.store.Store;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders of a seller that were created, or last changed, in a range of dates (CONTRACT 1.5).
 *
 * <p>With a page token nothing else that was sent is looked at: it carries its own filters and page
 * size. What a page shows of buyers is a matter of the request's own access token.
 */
public final class GetOrders implements Operation<ListingQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getOrders",
          "GET",
          "/orders/v0/orders",
          "CONTRACT 1.5",
          Role.INVENTORY_AND_ORDER_TRACKING,
          UsagePlan.of("0.0167", 20),
          Dialect.SP_API,
          EnumSet.allOf(DataElement.class));

  private final Switches switches;

  /**
   * The choices that the contract leaves open.
   *
   * @param plainEmail whether a plain access token shows the buyer's e-mail address
   * @param flagAsText whether IsReplacementOrder is a string, as live answers have it
   */
  public record Switches(boolean plainEmail, boolean flagAsText) {

    /** What the contract decides. */
    public static final Switches OF_CONTRACT = new Switches(true, false);
  }

  /** Takes its switches. */
  public GetOrders(Switches switches) {
    this.switches = switches;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  @Override
  public Parsed<ListingQuery> parse(OperationRequest request) {
    Reading reading = new Reading(request, SellerWording.ORDERS, "NextToken");
    if (reading.continues()) {
      Optional<Listing> before = reading.continued(SPEC);
      return reading.result(() -> query(before.orElseThrow(), request));
    }
    Conditions asked = OrderConditions.read(reading, DateRange.read(reading, request.now()));
    Parsed<ListingQuery> parsed =
        reading.result(
            () -> query(Listing.first(asked, DateRange.end(asked, request.now())), request));
    return parsed instanceof Parsed.Accepted && spansRegions(asked)
        ? new Parsed.Refused<>(
            List.<Fault>of(new Fault.WrongRegion("marketplaces of more than one region")))
        : parsed;
  }

  // Nothing may turn up later within the range that this listing is about to show, or a client that
  // goes on from its end would miss it. Later pages are within what page one has settled.
  @Override
  public Page read(ListingQuery query, Store store) {
    boolean byUpdate = Family.of(query.conditions()).filter(Family.UPDATED::equals).isPresent();
    if (byUpdate && query.scan().after() == null) {
      store.sellerOrders().settle(query.scan().account(), query.scan().to());
    }
    return Pages.of(store.sellerOrders().scan(query.scan()), query, SPEC);
  }

  @Override
  public Body render(Page page, ListingQuery query, OperationRequest request) {
    Set<Segment> shown =
        OrdersBody.shown(request.caller().dataElements(SPEC), switches.plainEmail());
    String tail = OrdersBody.tail(page, query.conditions(), query.scan().to());
    return OrdersBody.of(page, shown, request.now(), tail);
  }

  private ListingQuery query(Listing listing, OperationRequest request) {
    Conditions conditions = listing.conditions();
    Optional<Family> family = Family.of(conditions);
    Scan scan =
        new Scan(
            request.caller().account(),
            family.filter(Family.UPDATED::equals).isPresent()
                ? SellerOrderView.updated(switches.flagAsText())
                : SellerOrderView.created(switches.flagAsText()),
            family.map(asked -> asked.from(conditions)).orElse(Instant.EPOCH),
            listing.to(),
            listing.after(),
            conditions.get(OrderConditions.PAGE_SIZE).map(Integer::valueOf).orElse(Pages.SIZE),
            OrderFilters.of(conditions));
    return new ListingQuery(scan, conditions, request);
  }

  // One endpoint of the Selling Partner API serves one region.
  private static boolean spansRegions(Conditions conditions) {
    return OrderConditions.items(conditions, OrderConditions.MARKETPLACE_IDS).stream()
            .flatMap(id -> Marketplace.ofId(id).stream())
            .map(Marketplace::endpoint)
            .collect(Collectors.toSet())
            .size()
        > 1;
  }
}
