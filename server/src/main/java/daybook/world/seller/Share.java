package daybook.world.seller;

import daybook.domain.seller.SellerOrderStatus;
import daybook.world.Purchase;
import daybook.world.Return;
import daybook.world.Timeline;
import daybook.world.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lines of a purchase that one seller sold, and what has become of them until some moment.
 *
 * @param purchase all of it
 * @param lines places of the seller's own lines, at least one
 * @param now the moment, in seconds since 1970 UTC
 */
record Share(Purchase purchase, List<Integer> lines, long now) {

  /**
   * Returns what a seller sold of a purchase, if anything; what is downloaded comes from Amazon.
   */
  static Optional<Share> of(Purchase purchase, SellingPartner seller, long now) {
    if (purchase.isDigital()) {
      return Optional.empty();
    }
    List<Integer> own =
        IntStream.range(0, purchase.lines().size())
            .filter(line -> seller.sells(purchase, purchase.lines().get(line)))
            .boxed()
            .toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(new Share(purchase, own, now));
  }

  /** Returns under what name and from where it is sold. */
  Vendor vendor() {
    return purchase.lines().get(lines.get(0)).vendor();
  }

  /** Says whether nobody else sold a line of the purchase. */
  boolean isWhole() {
    return lines.size() == purchase.lines().size();
  }

  /** Returns what the lines cost, in minor units. */
  long net() {
    return lines.stream().mapToLong(line -> purchase.lines().get(line).sums().net()).sum();
  }

  /** Returns how many units were bought. */
  int units() {
    return lines.stream().mapToInt(line -> purchase.lines().get(line).quantity()).sum();
  }

  /** Returns how many units have left; none of an order that is cancelled. */
  int shipped() {
    return parcels().map(this::units).sum();
  }

  /** Says whether the payment has been authorised, so that the seller learns what to send where. */
  boolean isReleased() {
    Timeline life = purchase.life();
    return life.processed() <= now && life.processed() < life.cancelled();
  }

  SellerOrderStatus status() {
    if (purchase.life().cancelled() <= now) {
      return SellerOrderStatus.CANCELED;
    }
    if (!isReleased()) {
      return SellerOrderStatus.PENDING;
    }
    int shipped = shipped();
    if (shipped == 0) {
      return SellerOrderStatus.UNSHIPPED;
    }
    return shipped < units() ? SellerOrderStatus.PARTIALLY_SHIPPED : SellerOrderStatus.SHIPPED;
  }

  /**
   * Returns the last moment up to now at which something happened that the seller is shown: whether
   * somebody approves the order, and when it arrives, is not.
   */
  long lastEvent() {
    Timeline life = purchase.life();
    if (life.cancelled() <= now) {
      return life.cancelled();
    }
    long last = isReleased() ? life.processed() : life.placed();
    long shipped =
        parcels().mapToLong(parcel -> life.parcels().get(parcel).shipped()).max().orElse(last);
    long returned = purchase.returned().map(this::lastRefund).orElse(last);
    return Math.max(last, Math.max(shipped, returned));
  }

  private long lastRefund(Return returned) {
    long last = 0;
    boolean own = returned.items().stream().anyMatch(item -> lines.contains(item.line()));
    if (own && returned.refunded() <= now) {
      last = returned.refunded();
    }
    // What goes back on top is for the first of what came back.
    boolean ownGoodwill = returned.goodwill() > 0 && lines.contains(returned.items().get(0).line());
    return ownGoodwill && returned.goodwillGiven() <= now ? returned.goodwillGiven() : last;
  }

  private IntStream parcels() {
    List<Timeline.Parcel> parcels = purchase.life().parcels();
    return IntStream.range(0, parcels.size())
        .filter(parcel -> parcels.get(parcel).shipped() <= now)
        .filter(parcel -> parcels.get(parcel).shipped() < purchase.life().cancelled())
        .filter(parcel -> units(parcel) > 0);
  }

  private int units(int parcel) {
    return lines.stream().mapToInt(line -> purchase.units(parcel, line)).sum();
  }
}
