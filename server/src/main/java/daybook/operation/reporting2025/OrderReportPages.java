package daybook.operation.reporting2025;

import daybook.contract.Body;
import daybook.contract.OperationRequest;
import daybook.contract.Page;
import daybook.domain.Region;
import daybook.listing.BusinessWording;
import daybook.listing.Frame;
import daybook.listing.Known;
import daybook.listing.Listing;
import daybook.listing.ListingQuery;
import daybook.listing.Pages;
import daybook.listing.Reading;
import daybook.store.Filter;
import daybook.store.Scan;
import java.time.Instant;
import java.util.List;

/** What both operations of the order reports share: how they are asked for, read and answered. */
final class OrderReportPages {

  static final Known<Region> REGIONS = Known.of(Region.values(), Region::parse);

  private static final Frame FRAME = Frame.of("{\"ordersReport\":[");

  private OrderReportPages() {}

  /** Begins to read a request; its token has two names (CONTRACT 2 #3). */
  static Reading reading(OperationRequest request) {
    return new Reading(request, BusinessWording.OF_2025, "nextPageToken", "pageToken");
  }

  /** Returns the query for a page of reports from an order date on. */
  static ListingQuery query(
      Listing listing, Instant from, List<Filter> filters, OperationRequest request) {
    Scan scan =
        new Scan(
            request.caller().account(),
            OrderReportView.ID,
            from,
            listing.to(),
            listing.after(),
            Pages.SIZE,
            filters);
    return new ListingQuery(scan, listing.conditions(), request);
  }

  /** Splices the body. */
  static Body render(Page page) {
    return FRAME.splice(
        page.pieces(),
        "],\"nextPageToken\":"
            + Pages.nextPageToken(page)
            + ",\"size\":"
            + FRAME.records(page.pieces())
            + "}");
  }
}
