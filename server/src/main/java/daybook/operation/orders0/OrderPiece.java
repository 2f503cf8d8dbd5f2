package daybook.operation.orders0;

import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.SellerAddress;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.json.JsonWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The piece of one order: all that anybody may see of it, in segments of which a page takes those
 * that its reader may see. Nothing is parsed for that.
 *
 * <p>In front stand the instant until which the telephone number is shown, as epoch milliseconds,
 * and the length of each segment. A segment after the first begins with a comma, so that any choice
 * of them, with a closing brace, is a JSON object.
 */
final class OrderPiece {

  private static final int SEGMENTS = Segment.values().length;
  private static final int HEAD = Long.BYTES + SEGMENTS * Integer.BYTES;

  private OrderPiece() {}

  /** Renders an order. */
  static byte[] render(SellerOrder order, boolean flagAsText) {
    JsonWriter open = new JsonWriter();
    OrderJson.write(open, order, flagAsText);
    SellerAddress address = order.status().showsShippingAddress() ? order.shippingAddress() : null;
    if (order.fulfilment().channel() == FulfillmentChannel.AFN) {
      address = AddressJson.withoutPhone(address);
    }
    Map<Segment, byte[]> segments = new EnumMap<>(Segment.class);
    segments.put(Segment.OPEN, withoutEnd(open.endObject().toBytes()));
    segments.put(Segment.PLACE, address(AddressJson.reduced(address)));
    segments.put(
        Segment.EMAIL, members(json -> BuyerJson.write(json, BuyerJson.reduced(order.buyer()))));
    segments.put(Segment.ADDRESS, address(address));
    segments.put(Segment.ADDRESS_WITHOUT_PHONE, address(AddressJson.withoutPhone(address)));
    segments.put(Segment.BUYER, members(json -> BuyerJson.write(json, order.buyer())));
    segments.put(Segment.BUYER_TAX, members(json -> BuyerJson.write(json, order.buyerTax())));
    return joined(phoneUntil(order), segments);
  }

  /** Returns the length of what a reader sees, its closing brace included. */
  static int length(byte[] piece, Set<Segment> shown, long now) {
    ByteBuffer head = ByteBuffer.wrap(piece);
    boolean phone = now <= head.getLong();
    int length = 1;
    for (Segment segment : Segment.values()) {
      int own = head.getInt();
      if (isShown(segment, shown, phone)) {
        length += own;
      }
    }
    return length;
  }

  /**
   * Writes what a reader sees: one JSON object.
   *
   * @param shown the segments that the reader may see; {@link Segment#ADDRESS} stands for either
   *     form of the address
   * @param now epoch milliseconds
   */
  static void write(byte[] piece, Set<Segment> shown, long now, ByteBuffer out) {
    ByteBuffer head = ByteBuffer.wrap(piece);
    boolean phone = now <= head.getLong();
    int start = HEAD;
    for (Segment segment : Segment.values()) {
      int length = head.getInt();
      if (isShown(segment, shown, phone)) {
        out.put(piece, start, length);
      }
      start += length;
    }
    out.put((byte) '}');
  }

  private static boolean isShown(Segment segment, Set<Segment> shown, boolean phone) {
    return switch (segment) {
      case ADDRESS -> phone && shown.contains(Segment.ADDRESS);
      case ADDRESS_WITHOUT_PHONE -> !phone && shown.contains(Segment.ADDRESS);
      default -> shown.contains(segment);
    };
  }

  // The number of a buyer whose parcel must have arrived is shown no longer (CONTRACT 1.5).
  private static long phoneUntil(SellerOrder order) {
    Instant latestDelivery = order.fulfilment().service().dates().latestDelivery();
    return order.status() == SellerOrderStatus.SHIPPED && latestDelivery != null
        ? latestDelivery.toEpochMilli()
        : Long.MAX_VALUE;
  }

  private static byte[] joined(long phoneUntil, Map<Segment, byte[]> segments) {
    int length = HEAD + segments.values().stream().mapToInt(segment -> segment.length).sum();
    ByteBuffer piece = ByteBuffer.allocate(length).putLong(phoneUntil);
    // An EnumMap goes through them in the order in which they are read.
    segments.values().forEach(segment -> piece.putInt(segment.length));
    segments.values().forEach(piece::put);
    return piece.array();
  }

  private static byte[] address(@Nullable SellerAddress address) {
    return members(json -> AddressJson.write(json, "ShippingAddress", address));
  }

  /** Returns members as they stand behind others: with a comma in front, or nothing at all. */
  private static byte[] members(Consumer<JsonWriter> write) {
    JsonWriter json = new JsonWriter().object();
    write.accept(json);
    byte[] object = json.endObject().toBytes();
    object[0] = ',';
    return object.length == 2 ? new byte[0] : withoutEnd(object);
  }

  private static byte[] withoutEnd(byte[] object) {
    return Arrays.copyOf(object, object.length - 1);
  }
}
