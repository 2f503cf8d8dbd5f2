package daybook.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes back of a purchase, and the money with it: at most once, and of one parcel.
 *
 * @param parcel which one
 * @param items what comes back of it, at least one
 * @param refunded when the money goes back, in seconds since 1970 UTC
 * @param goodwill what goes back on top, in minor units; zero for most
 * @param goodwillGiven when that goes back
 */
public record Return(
    int parcel, List<Item> items, long refunded, long goodwill, long goodwillGiven) {

  private static final long DAY = 86_400;

  // The list of the real reasons is not public: free text (CONTRACT 3).
  private static final List<String> REASONS =
      List.of(
          "Customer return",
          "Customer return",
          "Customer return",
          "Damaged in transit",
          "Wrong item received",
          "Defective item");

  private static final String CANCELLED = "Order cancelled";

  /**
   * Units of a line that come back.
   *
   * @param line which one
   * @param units how many of those in the parcel, the first ones
   * @param reason why, in free text
   * @param sums what they cost
   */
  public record Item(int line, int units, String reason, Sums sums) {}

  /** Returns what comes back of a purchase. */
  static Optional<Return> of(Purchase purchase) {
    Timeline life = purchase.life();
    Dice dice = Dice.of(Dice.Topic.RETURNS, purchase.reference());
    if (life.cancelled() < Timeline.NEVER) {
      return cancelled(purchase, dice);
    }
    int parcel = dice.below(life.parcels().size());
    long delivered = life.parcels().get(parcel).delivered();
    boolean happens = dice.perTenThousand(purchase.isDigital() ? 80 : 450);
    if (!happens || delivered == Timeline.NEVER) {
      return Optional.empty();
    }
    List<Item> items = items(purchase, parcel, dice);
    long refunded = delivered + 2 * DAY + dice.below(24 * DAY);
    long goodwill = dice.percent(10) ? goodwill(items, dice) : 0;
    return Optional.of(
        new Return(parcel, items, refunded, goodwill, refunded + DAY / 4 + dice.below(3 * DAY)));
  }

  // The payment is taken up to half an hour before the parcel leaves; who cancels in between has
  // paid. Nothing was sent then, so that all of the first parcel is refunded.
  private static Optional<Return> cancelled(Purchase purchase, Dice dice) {
    long cancelled = purchase.life().cancelled();
    if (purchase.charged(0) > cancelled) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (int line = 0; line < purchase.lines().size(); line++) {
      int units = purchase.units(0, line);
      if (units > 0) {
        items.add(new Item(line, units, CANCELLED, purchase.sums(0, line, units)));
      }
    }
    return Optional.of(new Return(0, items, cancelled + 600 + dice.below(DAY / 2), 0, cancelled));
  }

  private static List<Item> items(Purchase purchase, int parcel, Dice dice) {
    List<Item> items = new ArrayList<>();
    int first = dice.below(purchase.lines().size());
    for (int i = 0; i < purchase.lines().size(); i++) {
      int line = (first + i) % purchase.lines().size();
      int sent = purchase.units(parcel, line);
      // A second line comes back with every fifth return only.
      if (sent > 0 && (items.isEmpty() || dice.percent(20))) {
        int units = dice.percent(60) ? sent : 1 + dice.below(sent);
        items.add(new Item(line, units, dice.any(REASONS), purchase.sums(parcel, line, units)));
      }
    }
    return List.copyOf(items);
  }

  private static long goodwill(List<Item> items, Dice dice) {
    return Math.max(1, items.get(0).sums().goods() * dice.between(5, 15) / 100);
  }
}
