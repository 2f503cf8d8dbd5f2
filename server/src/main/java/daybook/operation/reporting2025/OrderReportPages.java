package daybook.operation.reporting2025;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.contract.Body;
import daybook.contract.Page;
import daybook.contract.PageToken;
import daybook.store.Position;
import daybook.store.Slice;
import daybook.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Reads pages of order reports and splices them into answers; shared by both operations. */
final class OrderReportPages {

  /** Orders of a full page (CONTRACT 7). */
  static final int PAGE_SIZE = 100;

  private static final byte[] HEAD = "{\"ordersReport\":[".getBytes(UTF_8);
  private static final byte[] COMMA = {','};

  private OrderReportPages() {}

  /** Reads a page; the token of the next one is bound to the caller and keeps the upper bound. */
  static Page read(String operationId, OrderReportQuery query, Store store) {
    Slice slice = store.orders().scan(query.scan());
    Position next = slice.next();
    if (next == null) {
      return new Page(slice.pieces(), null);
    }
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), next);
    String text =
        query
            .request()
            .pageTokens()
            .seal(token, operationId, query.request().caller(), query.request().now());
    return new Page(slice.pieces(), text);
  }

  /** Splices the body; a token needs no escaping. */
  static Body render(Page page) {
    List<byte[]> segments = new ArrayList<>(2 * page.pieces().size() + 2);
    segments.add(HEAD);
    for (byte[] piece : page.pieces()) {
      if (segments.size() > 1) {
        segments.add(COMMA);
      }
      segments.add(piece);
    }
    String token = page.nextPageToken();
    String tail =
        "],\"nextPageToken\":"
            + (token == null ? "null" : '"' + token + '"')
            + ",\"size\":"
            + page.pieces().size()
            + "}";
    segments.add(tail.getBytes(UTF_8));
    return new Body(segments);
  }
}
