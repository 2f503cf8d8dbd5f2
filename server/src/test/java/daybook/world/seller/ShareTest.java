package daybook.world.seller;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.seller.SellerOrderStatus;
import daybook.world.DemoWorld;
import daybook.world.Purchase;
import daybook.world.Timeline;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks through the life of one purchase that is sent in two parcels. */
final class ShareTest {

  private static final SellingPartner BLUE_RIDGE = SellingPartner.all().get(0);

  /** Placed at 1000, processed at 2000, paid at 3000, sent at 4000 and 5000. */
  private static Purchase purchase(long cancelled) {
    Purchase drawn = drawn();
    Timeline life =
        new Timeline(
            1_000,
            true,
            1_500,
            2_000,
            3_000,
            List.of(new Timeline.Parcel(4_000, 6_000), new Timeline.Parcel(5_000, 7_000)),
            cancelled);
    return new Purchase(
        drawn.orderId(),
        drawn.market(),
        drawn.buyer(),
        drawn.purchaseOrderNumber(),
        drawn.fields(),
        drawn.lines(),
        life,
        0,
        drawn.reference());
  }

  // One that the seller sold all of, in units that both parcels get some of.
  private static Purchase drawn() {
    DemoWorld world = new DemoWorld(1, Sales.END, 5_000);
    Iterator<Purchase> all = world.purchases(world.accounts().get(0));
    while (all.hasNext()) {
      Purchase next = all.next();
      boolean isOwn = next.lines().stream().allMatch(line -> BLUE_RIDGE.sells(next, line));
      boolean returns = next.returned().isPresent();
      if (!next.isDigital() && isOwn && next.lines().get(0).quantity() > 3 && !returns) {
        return next;
      }
    }
    throw new AssertionError("no such purchase");
  }

  private static Share share(Purchase purchase, long now) {
    return Share.of(purchase, BLUE_RIDGE, now).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, PENDING, 1000",
    "1999, PENDING, 1000",
    "2000, UNSHIPPED, 2000",
    "3999, UNSHIPPED, 2000",
    "4000, PARTIALLY_SHIPPED, 4000",
    "4999, PARTIALLY_SHIPPED, 4000",
    "5000, SHIPPED, 5000",
    "9000, SHIPPED, 5000"
  })
  void status_followsWhatTheSellerIsShown(long now, SellerOrderStatus status, long lastEvent) {
    Share share = share(purchase(Timeline.NEVER), now);
    assertThat(share.status()).isEqualTo(status);
    assertThat(share.lastEvent()).isEqualTo(lastEvent);
    assertThat(share.isReleased()).isEqualTo(status != SellerOrderStatus.PENDING);
  }

  @ParameterizedTest
  @CsvSource({
    "1200, 1199, PENDING, 1000, false",
    "1200, 1200, CANCELED, 1200, false",
    "2500, 2499, UNSHIPPED, 2000, true",
    "2500, 9000, CANCELED, 2500, true"
  })
  void cancellation_endsEverything(
      long cancelled, long now, SellerOrderStatus status, long lastEvent, boolean released) {
    Share share = share(purchase(cancelled), now);
    assertThat(share.status()).isEqualTo(status);
    assertThat(share.lastEvent()).isEqualTo(lastEvent);
    assertThat(share.isReleased()).isEqualTo(released);
    assertThat(share.shipped()).isZero();
  }

  @Test
  void whole_isWhatNobodyElseSold() {
    Purchase purchase = purchase(Timeline.NEVER);
    Share share = share(purchase, 9_000);
    assertThat(share.isWhole()).isTrue();
    assertThat(share.units()).isEqualTo(share.shipped());
    assertThat(share.vendor()).isEqualTo(purchase.lines().get(0).vendor());
    assertThat(purchase.market().money(share.net()).amount())
        .isEqualTo(
            purchase
                .market()
                .money(purchase.lines().stream().mapToLong(line -> line.sums().net()).sum())
                .amount());
    assertThat(Share.of(purchase, SellingPartner.all().get(2), 9_000)).isEmpty();
  }
}
