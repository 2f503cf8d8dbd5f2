package daybook.world.money;

import daybook.world.Purchase;
import daybook.world.Sums;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of a parcel are shared between a reward account and the buyer's own means of
 * payment; both shares add up to what the parcel costs, sum by sum.
 *
 * @param rewards share of the reward account, one a line of the purchase
 * @param own share of the buyer's own means of payment
 */
record Split(List<Sums> rewards, List<Sums> own) {

  static Split of(Purchase purchase, int parcel) {
    long due = purchase.sums(parcel).net();
    long paid = purchase.rewards(parcel);
    List<Sums> rewards = new ArrayList<>();
    List<Sums> own = new ArrayList<>();
    long before = 0;
    for (int line = 0; line < purchase.lines().size(); line++) {
      Sums all = purchase.sums(parcel, line, purchase.units(parcel, line));
      long upTo = before + all.net();
      Sums share = share(all, Sums.upTo(paid, upTo, due) - Sums.upTo(paid, before, due));
      rewards.add(share);
      own.add(all.plus(share.negated()));
      before = upTo;
    }
    return new Split(rewards, own);
  }

  // Rounding falls to the goods.
  private static Sums share(Sums all, long amount) {
    long shipping = Sums.upTo(all.shipping(), amount, all.net());
    long promotion = Sums.upTo(all.promotion(), amount, all.net());
    long tax = Sums.upTo(all.tax(), amount, all.net());
    return new Sums(amount - shipping - promotion - tax, shipping, promotion, tax);
  }
}
