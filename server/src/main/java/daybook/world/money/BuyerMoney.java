package daybook.world.money;

import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import daybook.world.Company;
import daybook.world.Dice;
import daybook.world.Purchase;
import java.time.Instant;
import java.util.List;

/**
 * What a buyer is shown of the money for a purchase at some moment.
 *
 * <p>The charges are those that its order shows, and add up to what its parcels cost.
 */
final class BuyerMoney {

  /** Since when transactions carry an identifier of the card payment (CONTRACT 3). */
  private static final Instant IDENTIFIED = Instant.parse("2025-05-01T00:00:00Z");

  private final long now;

  BuyerMoney(Instant now) {
    this.now = now.getEpochSecond();
  }

  /** Returns the transactions of a purchase that can be seen. */
  List<Transaction> transactions(Purchase purchase) {
    return Flows.of(purchase).stream()
        // Beforehand: what never happens is further away than an instant can tell.
        .filter(flow -> flow.second() < now)
        .map(flow -> transaction(purchase, flow))
        .filter(transaction -> transaction.feedDate().getEpochSecond() < now)
        .toList();
  }

  private static Transaction transaction(Purchase purchase, Flow flow) {
    Company.Buyer buyer = purchase.buyer();
    Dice dice = Dice.of(Dice.Topic.REFERENCE, purchase.reference(), flow.id().hashCode(), 10);
    Instant date = date(flow, dice);
    Instant feed = date.plusSeconds(dice.between(1_800, 2_040)).plusMillis(dice.below(1_000));
    boolean byCard = !flow.isRewards() && People.isCard(buyer);
    boolean byInvoice = !flow.isRewards() && People.paysByInvoice(buyer);
    boolean isIdentified = byCard && !date.isBefore(IDENTIFIED) && isInNaOrEu(purchase);
    Lines lines = new Lines(purchase, flow.parcel());
    return new Transaction(
        flow.id(),
        flow.type(),
        feed,
        date,
        purchase.market().marketplaceId(),
        isIdentified ? dice.text(Dice.CAPITALS, 9) : null,
        byInvoice ? dice.text(Dice.CAPITALS, 12) : null,
        lines.shipTaxRate(),
        "0.00",
        buyer.legalEntityName(),
        buyer.group(),
        purchase.market().money(flow.net()),
        flow.isRewards() ? "Reward Account" : People.instrument(buyer),
        flow.isRewards() ? null : buyer.lastDigits(),
        People.buyer(buyer),
        People.payer(buyer),
        flow.associated(),
        flow.parts().stream().map(lines::line).toList());
  }

  // Orders tell of charges to the second; a refund is known to this API alone, to the millisecond.
  private static Instant date(Flow flow, Dice dice) {
    Instant second = Instant.ofEpochSecond(flow.second());
    return flow.type() == TransactionType.CHARGE ? second : second.plusMillis(dice.below(1_000));
  }

  private static boolean isInNaOrEu(Purchase purchase) {
    return switch (purchase.market().region()) {
      case JP, AU -> false;
      default -> true;
    };
  }
}
