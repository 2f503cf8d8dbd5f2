package daybook.world.money;

import daybook.domain.Money;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.TransactionLineItem;
import daybook.world.Dice;
import daybook.world.Purchase;
import daybook.world.Sums;
import daybook.world.Timeline;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Draws the lines of transactions of one purchase.
 *
 * <p>The published examples print the sums of a line as 20.0 and 31.38, without trailing zeros but
 * with one decimal at least, prices and whole amounts as 20.00; so does this world.
 */
final class Lines {

  private final Purchase purchase;
  private final int parcel;

  Lines(Purchase purchase, int parcel) {
    this.purchase = purchase;
    this.parcel = parcel;
  }

  /** Returns the line of a part. */
  TransactionLineItem line(Flow.Part part) {
    Purchase.Line line = purchase.lines().get(part.line());
    Timeline.Parcel sent = purchase.life().parcels().get(parcel);
    boolean leaves = sent.shipped() < purchase.life().cancelled();
    return new TransactionLineItem(
        part.refundReason(),
        amounts(part.sums()),
        purchase.market().money(line.price()),
        rate(isExempt(line) ? 0 : purchase.buyer().place().taxRate(), 1),
        purchase.orderId(),
        reference(part.line(), 6).text(Dice.DIGITS.substring(1), 14),
        purchase.purchaseOrderNumber() == null ? "" : purchase.purchaseOrderNumber(),
        line.reference(),
        line.article().product().asin(),
        line.article().product().title(),
        line.article().product().unspsc(),
        part.units(),
        leaves ? reference(parcel, 5).text(Dice.LETTERS, 9) : null,
        leaves ? Instant.ofEpochSecond(sent.shipped()) : null,
        line.vendor().seller().name(),
        null,
        purchase.fields());
  }

  /** Returns the rate of the tax on shipping, if any of the lines has some. */
  String shipTaxRate() {
    boolean isTaxed = false;
    for (int i = 0; i < purchase.lines().size(); i++) {
      Purchase.Line line = purchase.lines().get(i);
      isTaxed |= purchase.units(parcel, i) > 0 && line.sums().shipping() > 0 && !isExempt(line);
    }
    return rate(isTaxed ? purchase.buyer().place().taxRate() : 0, 2);
  }

  private static boolean isExempt(Purchase.Line line) {
    return Boolean.TRUE.equals(line.exempt());
  }

  private Dice reference(int number, int what) {
    return Dice.of(Dice.Topic.REFERENCE, purchase.reference(), number, what);
  }

  private LineAmounts amounts(Sums sums) {
    return new LineAmounts(
        money(sums.net()),
        money(sums.goods()),
        purchase.isDigital() ? null : money(sums.shipping()),
        null,
        null,
        sums.promotion() == 0 ? null : money(sums.promotion()),
        money(sums.tax()));
  }

  private Money money(long minorUnits) {
    Money money = purchase.market().money(minorUnits);
    return new Money(money.currencyCode(), atLeast(money.amount(), 1));
  }

  // Thousandths of a percent as a fraction: 8250 is 0.0825.
  private static String rate(int thousandths, int decimals) {
    return atLeast(BigDecimal.valueOf(thousandths, 5), decimals).toPlainString();
  }

  private static BigDecimal atLeast(BigDecimal value, int decimals) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < decimals ? plain.setScale(decimals) : plain;
  }
}
