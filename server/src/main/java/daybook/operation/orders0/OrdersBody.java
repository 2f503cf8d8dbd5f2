package daybook.operation.orders0;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.contract.Body;
import daybook.contract.Caller.DataElement;
import daybook.contract.Page;
import daybook.contract.Timestamps;
import daybook.listing.Conditions;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Splices pages of orders, each order cut to what its reader may see (CONTRACT 4.5). */
final class OrdersBody {

  private static final byte[] HEAD = "{\"payload\":{\"Orders\":[".getBytes(UTF_8);

  private OrdersBody() {}

  /** Returns the segments that a reader may see. */
  static Set<Segment> shown(Set<DataElement> elements, boolean plainEmail) {
    Set<Segment> shown = EnumSet.of(Segment.OPEN);
    shown.add(elements.contains(DataElement.SHIPPING_ADDRESS) ? Segment.ADDRESS : Segment.PLACE);
    if (elements.contains(DataElement.BUYER_INFO)) {
      shown.add(Segment.BUYER);
    } else if (plainEmail) {
      shown.add(Segment.EMAIL);
    }
    if (elements.contains(DataElement.BUYER_TAX_INFORMATION)) {
      shown.add(Segment.BUYER_TAX);
    }
    return shown;
  }

  /** Returns the body: measured first and written once. */
  static Body of(Page page, Set<Segment> shown, Instant now, String tail) {
    byte[] end = tail.getBytes(UTF_8);
    List<byte[]> pieces = page.pieces();
    long millis = now.toEpochMilli();
    int length = HEAD.length + end.length + Math.max(0, pieces.size() - 1);
    for (byte[] piece : pieces) {
      length += OrderPiece.length(piece, shown, millis);
    }
    ByteBuffer body = ByteBuffer.allocate(length).put(HEAD);
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        body.put((byte) ',');
      }
      OrderPiece.write(pieces.get(i), shown, millis, body);
    }
    return new Body(List.of(body.put(end).array()));
  }

  /** Returns what follows the orders: the token of the next page, and where the listing ends. */
  static String tail(Page page, Conditions conditions, Instant to) {
    StringBuilder tail = new StringBuilder("]");
    String token = page.nextPageToken();
    if (token != null) {
      // A token needs no escaping.
      tail.append(",\"NextToken\":\"").append(token).append('"');
    }
    Family.of(conditions)
        .ifPresent(
            family -> {
              // A range that begins after everything there is ends where it begins.
              Instant from = family.from(conditions);
              Instant end = from.isAfter(to) ? from : to;
              tail.append(",\"").append(family.before()).append("\":\"");
              tail.append(Timestamps.format(end)).append('"');
            });
    return tail.append("}}").toString();
  }
}
