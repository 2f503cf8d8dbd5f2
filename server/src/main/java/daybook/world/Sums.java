package daybook.world;

import daybook.domain.Amounts;
import java.util.Collection;

/**
 * Price, shipping, promotion and tax in minor units of a currency, which add up to the last unit.
 *
 * @param goods price of the goods
 * @param shipping shipping and handling
 * @param promotion zero or negative
 * @param tax tax on all of these
 */
public record Sums(long goods, long shipping, long promotion, long tax) {

  /** Nothing. */
  public static final Sums NONE = new Sums(0, 0, 0, 0);

  /** Returns the sum of all. */
  public static Sums of(Collection<Sums> parts) {
    return parts.stream().reduce(NONE, Sums::plus);
  }

  /** Returns the part of an amount that stands for the units of a whole up to the given one. */
  public static long upTo(long amount, long units, long whole) {
    return whole == 0 ? 0 : amount * units / whole;
  }

  /** Returns what has to be paid. */
  public long net() {
    return goods + shipping + promotion + tax;
  }

  /** Returns the sum. */
  public Sums plus(Sums other) {
    return new Sums(
        goods + other.goods,
        shipping + other.shipping,
        promotion + other.promotion,
        tax + other.tax);
  }

  /** Returns the same with all signs turned. */
  public Sums negated() {
    return new Sums(-goods, -shipping, -promotion, -tax);
  }

  /** Returns the part for some of the units; the parts of consecutive ranges make up the whole. */
  public Sums part(int fromUnit, int toUnit, int units) {
    return new Sums(
        upTo(goods, toUnit, units) - upTo(goods, fromUnit, units),
        upTo(shipping, toUnit, units) - upTo(shipping, fromUnit, units),
        upTo(promotion, toUnit, units) - upTo(promotion, fromUnit, units),
        upTo(tax, toUnit, units) - upTo(tax, fromUnit, units));
  }

  /** Returns the five sums of the wire. */
  public Amounts amounts(Market market) {
    return new Amounts(
        market.money(goods),
        market.money(shipping),
        market.money(promotion),
        market.money(tax),
        market.money(net()));
  }
}
