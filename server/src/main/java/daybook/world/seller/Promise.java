package daybook.world.seller;

import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerFulfilment.Service;
import daybook.world.Dice;
import daybook.world.Purchase;
import java.time.Instant;
import java.util.List;

/**
 * How fast the buyer of an order wanted it, and what that obliges a seller to who ships it.
 *
 * @param category name of the service
 * @param shortName the same in the name of a service level
 * @param shipDays days until the goods must leave, beside the day of the order
 * @param leastDays days after that of the order on which they arrive at the earliest
 * @param mostDays days after that of the order on which they arrive at the latest
 */
record Promise(String category, String shortName, int shipDays, int leastDays, int mostDays) {

  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  private static final Promise STANDARD = new Promise("Standard", "Std", 2, 3, 8);
  private static final Promise EXPEDITED = new Promise("Expedited", "Exp", 1, 2, 4);
  private static final Promise SECOND_DAY = new Promise("SecondDay", "Second", 1, 2, 3);
  private static final Promise NEXT_DAY = new Promise("NextDay", "Next", 0, 1, 1);

  private static final List<Promise> ALL =
      List.of(STANDARD, STANDARD, STANDARD, EXPEDITED, SECOND_DAY, NEXT_DAY);

  /** Returns that of a purchase, which is the same for all who sold some of it. */
  static Promise of(Purchase purchase) {
    return Dice.of(Dice.Topic.SELLING, purchase.reference(), 1).any(ALL);
  }

  /** Returns what is shown of an order that Amazon ships: no dates. */
  Service service(Purchase purchase) {
    return new Service(level(purchase), category, null, Dates.UNKNOWN);
  }

  /** Returns what is shown of an order that its seller ships (CONTRACT 1.5 #21 to #24). */
  Service service(Purchase purchase, boolean showsLatestDelivery) {
    long day = dayOf(purchase);
    return new Service(
        level(purchase),
        category,
        null,
        new Dates(
            Instant.ofEpochSecond(day),
            Instant.ofEpochSecond(day + (shipDays + 1) * DAY - 1),
            Instant.ofEpochSecond(day + leastDays * DAY),
            showsLatestDelivery ? Instant.ofEpochSecond(latestDelivery(purchase)) : null,
            null));
  }

  /** Returns the end of the time to deliver, in seconds since 1970 UTC. */
  long latestDelivery(Purchase purchase) {
    return dayOf(purchase) + (mostDays + 1) * DAY - 1;
  }

  private String level(Purchase purchase) {
    return shortName + " " + purchase.market().countryCode() + " D2D Dom";
  }

  // Days begin at midnight where the buyer is.
  private static long dayOf(Purchase purchase) {
    long offset = purchase.market().hoursFromUtc() * HOUR;
    return Math.floorDiv(purchase.life().placed() + offset, DAY) * DAY - offset;
  }
}
