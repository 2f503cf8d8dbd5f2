package daybook.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the purchase orders of one account, after its habits. */
final class PurchaseOrders {

  // Typed by hand, YEAR and NO filled in. A URL has to encode all of them.
  private static final List<String> ODD =
      List.of(
          "R&D/YEAR-NO",
          "PO #NO/YEAR",
          "Lab NO + Tools",
          "50% deposit NO",
          "Büro/YEAR/NO",
          "A+B=NO",
          "Q4? YEAR-NO",
          "Ref: NO; urgent");

  /** Orders placed one after another that share the number of their project. */
  private static final long PROJECT_ORDERS = 14;

  private final long seed;
  private final Company company;
  private final int year;

  PurchaseOrders(long seed, Company company, int year) {
    this.seed = seed;
    this.company = company;
    this.year = year;
  }

  /** Returns the number for an order, or null if it has none. */
  @Nullable String number(long index, Dice dice) {
    Organisation.Numbering habits = company.kind().numbering();
    int left = dice.below(100);
    if ((left -= habits.own()) < 0) {
      return "PO-" + (100_000 + index);
    }
    if ((left -= habits.project()) < 0) {
      long project = index / PROJECT_ORDERS;
      Dice digits = Dice.of(Dice.Topic.PURCHASE_ORDER, seed, company.ordinal(), project);
      return "45" + digits.text(Dice.DIGITS, 8);
    }
    if ((left -= habits.standing()) < 0) {
      return "BLANKET-" + year + "-" + (1 + dice.skewed(3));
    }
    if (left - habits.odd() < 0) {
      return odd(dice);
    }
    return null;
  }

  private String odd(Dice dice) {
    String number = Integer.toString(dice.between(101, 160));
    return dice.any(ODD).replace("YEAR", Integer.toString(year)).replace("NO", number);
  }
}
