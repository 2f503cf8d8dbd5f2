package daybook.world.money;

import daybook.domain.payment.TransactionType;
import daybook.world.Dice;
import daybook.world.Purchase;
import daybook.world.Return;
import daybook.world.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All money that ever moves for one purchase.
 *
 * <p>Every parcel is one charge, or two that name each other if a reward account pays a part. Money
 * goes back the way it came.
 */
final class Flows {

  private static final int REFUND = 7;
  private static final int REWARD_REFUND = 8;
  private static final int GOODWILL = 9;

  private final Purchase purchase;
  private final List<Flow> all = new ArrayList<>();

  private Flows(Purchase purchase) {
    this.purchase = purchase;
  }

  /** Returns them, the charges first. */
  static List<Flow> of(Purchase purchase) {
    Flows flows = new Flows(purchase);
    for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
      if (purchase.charged(parcel) <= purchase.life().cancelled()) {
        flows.charge(parcel);
      }
    }
    purchase.returned().ifPresent(flows::refund);
    // A share that is too small to be paid moves nothing.
    flows.all.removeIf(flow -> flow.net() == 0);
    return flows.all;
  }

  private void charge(int parcel) {
    Split split = Split.of(purchase, parcel);
    String own = purchase.transactionId(parcel);
    String rewards = purchase.rewardTransactionId();
    boolean isSplit = purchase.rewards(parcel) > 0;
    if (isSplit) {
      charge(parcel, rewards, true, List.of(own), split.rewards());
    }
    charge(parcel, own, false, isSplit ? List.of(rewards) : List.of(), split.own());
  }

  private void charge(
      int parcel, String id, boolean isRewards, List<String> associated, List<Sums> sums) {
    List<Flow.Part> parts =
        IntStream.range(0, sums.size())
            .filter(line -> purchase.units(parcel, line) > 0)
            .mapToObj(
                line -> new Flow.Part(line, purchase.units(parcel, line), sums.get(line), null))
            .toList();
    all.add(
        new Flow(
            TransactionType.CHARGE,
            id,
            parcel,
            purchase.charged(parcel),
            isRewards,
            associated,
            parts));
  }

  private void refund(Return returned) {
    int parcel = returned.parcel();
    List<Sums> paid = Split.of(purchase, parcel).rewards();
    List<Flow.Part> rewards = new ArrayList<>();
    List<Flow.Part> own = new ArrayList<>();
    for (Return.Item item : returned.items()) {
      Sums share = paid.get(item.line()).part(0, item.units(), purchase.units(parcel, item.line()));
      rewards.add(part(item, share.negated()));
      own.add(part(item, share.plus(item.sums().negated())));
    }
    String charge = purchase.transactionId(parcel);
    String refund = id(parcel, REFUND);
    String rewardRefund = id(parcel, REWARD_REFUND);
    boolean isSplit = rewards.stream().anyMatch(part -> part.sums().net() != 0);
    if (isSplit) {
      List<String> others = List.of(purchase.rewardTransactionId(), refund);
      all.add(refund(returned, rewardRefund, true, others, rewards));
    }
    List<String> others = isSplit ? List.of(charge, rewardRefund) : List.of(charge);
    all.add(refund(returned, refund, false, others, own));
    if (returned.goodwill() > 0) {
      all.add(goodwill(returned, List.of(charge, refund)));
    }
  }

  private static Flow.Part part(Return.Item item, Sums sums) {
    return new Flow.Part(item.line(), item.units(), sums, item.reason());
  }

  private static Flow refund(
      Return returned,
      String id,
      boolean isRewards,
      List<String> associated,
      List<Flow.Part> parts) {
    return new Flow(
        TransactionType.REFUND,
        id,
        returned.parcel(),
        returned.refunded(),
        isRewards,
        associated,
        parts);
  }

  private Flow goodwill(Return returned, List<String> associated) {
    Return.Item item = returned.items().get(0);
    Sums sums = new Sums(-returned.goodwill(), 0, 0, 0);
    return new Flow(
        TransactionType.OVERREFUND,
        id(returned.parcel(), GOODWILL),
        returned.parcel(),
        returned.goodwillGiven(),
        false,
        associated,
        List.of(new Flow.Part(item.line(), item.units(), sums, "Goodwill")));
  }

  private String id(int parcel, int what) {
    return Dice.of(Dice.Topic.REFERENCE, purchase.reference(), parcel, what).text(Dice.LETTERS, 20);
  }
}
