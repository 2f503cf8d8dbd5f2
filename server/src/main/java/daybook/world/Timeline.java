package daybook.world;

import daybook.domain.OrderStatus;
import java.util.List;

/**
 * All that will ever happen to a purchase, in seconds since 1970 UTC; what has happened until some
 * moment is read from it.
 *
 * @param placed when it was submitted
 * @param needsApproval whether somebody has to approve it
 * @param approved when it is approved, at once if nobody has to
 * @param processed when its details have been processed
 * @param paid when its payment is settled
 * @param parcels when each parcel leaves and arrives; a download is one parcel
 * @param cancelled when it is cancelled
 */
public record Timeline(
    long placed,
    boolean needsApproval,
    long approved,
    long processed,
    long paid,
    List<Parcel> parcels,
    long cancelled) {

  /** A moment that does not come. */
  public static final long NEVER = Long.MAX_VALUE / 4;

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** When a parcel leaves and arrives. */
  public record Parcel(long shipped, long delivered) {}

  /** The stages at which a purchase may be held up. */
  private enum Stage {
    APPROVAL,
    PROCESSING,
    PAYMENT,
    FULFILMENT
  }

  // An approver forgets more often than a payment fails.
  private static final List<Stage> SLOW_STAGES =
      List.of(Stage.APPROVAL, Stage.APPROVAL, Stage.PROCESSING, Stage.PAYMENT, Stage.FULFILMENT);

  /** Draws the life of a purchase that is sent in so many parcels, or in none but downloaded. */
  static Timeline draw(long placed, boolean needsApproval, int parcels, Dice dice) {
    Stage slow = dice.any(SLOW_STAGES);
    long delay = delay(dice);
    long approved =
        needsApproval
            ? after(placed, 5 * MINUTE + below(dice, 60 * HOUR), slow == Stage.APPROVAL ? delay : 0)
            : placed;
    long processed =
        after(approved, MINUTE + below(dice, 90 * MINUTE), slow == Stage.PROCESSING ? delay : 0);
    long paid =
        after(processed, 10 * MINUTE + below(dice, 8 * HOUR), slow == Stage.PAYMENT ? delay : 0);
    long ready = after(paid, 0, slow == Stage.FULFILMENT ? delay : 0);
    List<Parcel> sent = parcels == 0 ? List.of(download(ready)) : send(ready, parcels, dice);
    long cancelled = NEVER;
    if (dice.percent(4)) {
      long first = Math.min(sent.get(0).shipped(), placed + 10 * DAY);
      cancelled = placed + 1 + dice.below(first - placed);
    }
    return new Timeline(placed, needsApproval, approved, processed, paid, sent, cancelled);
  }

  // Three in a hundred wait for weeks, and a few of them for good.
  private static long delay(Dice dice) {
    if (dice.perTenThousand(80)) {
      return NEVER;
    }
    return dice.percent(3) ? DAY * dice.between(4, 80) : 0;
  }

  private static Parcel download(long ready) {
    return new Parcel(ready, after(ready, MINUTE, 0));
  }

  private static List<Parcel> send(long ready, int parcels, Dice dice) {
    Parcel[] sent = new Parcel[parcels];
    long leaves = ready;
    for (int i = 0; i < parcels; i++) {
      long wait = i == 0 ? below(dice, 2 * DAY) : below(dice, 5 * DAY);
      leaves = after(leaves, 2 * HOUR + wait, i == 0 ? 0 : delay(dice));
      sent[i] = new Parcel(leaves, after(leaves, DAY + below(dice, 5 * DAY), 0));
    }
    return List.of(sent);
  }

  private static long below(Dice dice, long bound) {
    return dice.below(bound);
  }

  private static long after(long moment, long duration, long delay) {
    return moment == NEVER || delay == NEVER ? NEVER : moment + duration + delay;
  }

  /** Returns the state at a moment. */
  public OrderStatus status(long now) {
    if (cancelled <= now) {
      return OrderStatus.CANCELLED;
    }
    if (approved > now) {
      return OrderStatus.PENDING_APPROVAL;
    }
    if (processed > now) {
      return OrderStatus.PENDING;
    }
    if (paid > now) {
      return OrderStatus.PAYMENT_CONFIRMED;
    }
    boolean closed = parcels.stream().allMatch(parcel -> parcel.delivered() <= now);
    return closed ? OrderStatus.CLOSED : OrderStatus.PENDING_FULFILLMENT;
  }

  /** Says whether somebody has approved it. */
  public boolean isApprovedBySomebody(long now) {
    return needsApproval && approved <= now && approved < cancelled;
  }

  /** Returns the last moment up to now at which something happened. */
  public long lastEvent(long now) {
    if (cancelled <= now) {
      return cancelled;
    }
    long last = placed;
    for (long moment : new long[] {approved, processed, paid}) {
      last = moment <= now ? moment : last;
    }
    for (Parcel parcel : parcels) {
      last = parcel.shipped() <= now ? Math.max(last, parcel.shipped()) : last;
      last = parcel.delivered() <= now ? Math.max(last, parcel.delivered()) : last;
    }
    return last;
  }
}
