package daybook.listing;

import daybook.contract.OperationRequest;
import daybook.store.Scan;

/**
 * A page of a listing that was asked for.
 *
 * @param scan the rows of the page
 * @param conditions what the whole listing asks for
 * @param request the request, to whose caller the next page's token is bound
 */
public record ListingQuery(Scan scan, Conditions conditions, OperationRequest request) {}
