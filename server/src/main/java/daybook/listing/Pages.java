package daybook.listing;

import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.PageToken;
import daybook.store.Position;
import daybook.store.Slice;

/** Makes pages of what was read, each with the token of the next one. */
public final class Pages {

  /** Records of a full page (CONTRACT 7). */
  public static final int SIZE = 100;

  private Pages() {}

  /** Returns a page; the token of the next one is bound to the caller and keeps the upper bound. */
  public static Page of(Slice slice, ListingQuery query, OperationSpec operation) {
    Position next = slice.next();
    if (next == null) {
      return new Page(slice.pieces(), null);
    }
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), next);
    String text =
        query
            .request()
            .pageTokens()
            .seal(token, operation.operationId(), query.request().caller(), query.request().now());
    return new Page(slice.pieces(), text);
  }

  /** Returns the page's token as JSON, null at the end; a token needs no escaping. */
  public static String nextPageToken(Page page) {
    String token = page.nextPageToken();
    return token == null ? "null" : '"' + token + '"';
  }
}
