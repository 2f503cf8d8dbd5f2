package daybook.operation.reconciliation2021;

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
import daybook.listing.Frame;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Scan;
import daybook.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a range of feed dates, both ends inclusive (CONTRACT 1.6).
 *
 * <p>A feed date is the moment from which a transaction can be listed, so that none later than now
 * is ever returned, whatever the range. A page token wins over everything sent with it, or must be
 * alone (2 #7).
 */
public final class GetTransactions implements Operation<ListingQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getTransactions",
          "/reconciliation/2021-01-08/transactions",
          "CONTRACT 1.6",
          Role.BUSINESS_PURCHASE_RECONCILIATION,
          UsagePlan.of("2", 10),
          Dialect.BUSINESS_2021);

  private static final String START = "feedStartDate";
  private static final String END = "feedEndDate";

  private static final Frame FRAME = Frame.of("{\"transactions\":[");

  private final boolean tokenAlone;

  /** Takes whether a page token must be the only parameter. */
  public GetTransactions(boolean tokenAlone) {
    this.tokenAlone = tokenAlone;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  @Override
  public Parsed<ListingQuery> parse(OperationRequest request) {
    Reading reading = new Reading(request, BusinessWording.OF_2021, "nextPageToken", "pageToken");
    Optional<Listing> before = reading.continued(SPEC);
    if (tokenAlone && reading.continues()) {
      reading.requireAlone(List.of(START, END));
    }
    Instant start = reading.continues() ? null : reading.requiredDate(START);
    Instant end = reading.continues() ? null : reading.requiredDate(END);
    checkOrder(reading, start, end);
    return reading.result(
        () -> query(before.orElseGet(() -> first(start, end, request.now())), request));
  }

  @Override
  public Page read(ListingQuery query, Store store) {
    return Pages.of(store.transactions().scan(query.scan()), query, SPEC);
  }

  @Override
  public Body render(Page page, ListingQuery query, OperationRequest request) {
    return FRAME.splice(page.pieces(), "],\"nextPageToken\":" + Pages.nextPageToken(page) + "}");
  }

  private static void checkOrder(Reading reading, @Nullable Instant start, @Nullable Instant end) {
    if (start != null && end != null && start.isAfter(end)) {
      reading.fault(
          "The feedStartDate must be before or equal to feedEndDate.",
          "Please ensure feedStartDate is chronologically before feedEndDate.",
          "feedStartDate " + start + " is after feedEndDate " + end);
    }
  }

  // What is fed while a client pages belongs to no page of its listing.
  private static Listing first(@Nullable Instant start, @Nullable Instant end, Instant now) {
    Instant from = Objects.requireNonNull(start);
    Instant to = Objects.requireNonNull(end);
    return Listing.first(
        Conditions.of(Map.of(START, from.toString())),
        to.isAfter(now) ? now.truncatedTo(ChronoUnit.MILLIS) : to);
  }

  private static ListingQuery query(Listing listing, OperationRequest request) {
    Scan scan =
        new Scan(
            request.caller().account(),
            TransactionView.ID,
            listing.conditions().get(START).map(Instant::parse).orElseThrow(),
            listing.to(),
            listing.after(),
            Pages.SIZE,
            List.of());
    return new ListingQuery(scan, listing.conditions(), request);
  }
}
