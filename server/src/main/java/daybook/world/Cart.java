package daybook.world;

import daybook.domain.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills carts: articles, sellers, quantities, prices, promotions, shipping and taxes. */
final class Cart {

  /** How many lines an order has; one entry is five percent. Two and a half on average. */
  private static final List<Integer> LINES =
      List.of(1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8);

  private final long seed;
  private final Goods goods;
  private final Map<Region, List<Vendor>> vendors;

  Cart(long seed, Goods goods, Map<Region, List<Vendor>> vendors) {
    this.seed = seed;
    this.goods = goods;
    this.vendors = vendors;
  }

  /** For whom a cart is filled. */
  record Order(
      Organisation kind, Market market, Company.Buyer buyer, boolean digital, boolean numbered) {}

  /** An article with its price, before what concerns the order as a whole. */
  private record Choice(
      Goods.Article article, Vendor vendor, int quantity, long listPrice, int discountPercent) {

    @Nullable String program() {
      return quantity >= 10 ? "Quantity Discounts" : "Negotiated Pricing";
    }

    long price() {
      return listPrice * (100 - discountPercent) / 100;
    }

    long total() {
      return price() * quantity;
    }
  }

  /** Returns the lines of an order. */
  List<Purchase.Line> fill(Order order, Dice dice) {
    List<Choice> choices = choose(order, dice);
    long total = choices.stream().mapToLong(Choice::total).sum();
    long shipping = order.digital() || dice.percent(58) ? 0 : shipping(order.market(), dice);
    long promotion = order.digital() ? 0 : promotion(total, shipping, dice);
    List<Purchase.Line> lines = new ArrayList<>(choices.size());
    long before = 0;
    for (Choice choice : choices) {
      long upTo = before + choice.total();
      Sums untaxed =
          new Sums(
              choice.total(),
              Sums.upTo(shipping, upTo, total) - Sums.upTo(shipping, before, total),
              Sums.upTo(promotion, upTo, total) - Sums.upTo(promotion, before, total),
              0);
      lines.add(line(order, choice, untaxed, lines.size(), dice));
      before = upTo;
    }
    return List.copyOf(lines);
  }

  private static Purchase.Line line(
      Order order, Choice choice, Sums untaxed, int place, Dice dice) {
    int exemptPercent = order.kind().exemptPercent();
    Boolean exempt = exemptPercent == 0 ? null : dice.percent(exemptPercent);
    long rate = Boolean.TRUE.equals(exempt) ? 0 : order.buyer().place().taxRate();
    // Half a unit up: the base is never negative.
    long tax = (untaxed.net() * rate + 50_000) / 100_000;
    return new Purchase.Line(
        choice.article(),
        choice.vendor(),
        choice.quantity(),
        choice.listPrice(),
        choice.price(),
        choice.discountPercent() == 0 ? null : choice.program(),
        choice.discountPercent(),
        exempt,
        order.kind().punchout() && order.numbered() ? Integer.toString(10 * (place + 1)) : null,
        new Sums(untaxed.goods(), untaxed.shipping(), untaxed.promotion(), tax));
  }

  private List<Choice> choose(Order order, Dice dice) {
    List<Goods.Article> shelf = shelf(order, dice);
    List<Vendor> sellers = Objects.requireNonNull(vendors.get(order.market().region()));
    int wanted = order.digital() ? 1 + dice.skewed(3) : dice.any(LINES);
    List<Choice> choices = new ArrayList<>(wanted);
    List<Goods.Article> taken = new ArrayList<>(wanted);
    for (int i = 0; i < wanted; i++) {
      // Every other article comes from the category the order began with.
      List<Goods.Article> from = i % 2 == 0 ? shelf : shelf(order, dice);
      Goods.Article article = dice.anySkewed(from);
      if (!taken.contains(article)) {
        taken.add(article);
        choices.add(choice(order, article, dice.anySkewed(sellers), dice));
      }
    }
    return choices;
  }

  private List<Goods.Article> shelf(Order order, Dice dice) {
    return order.digital()
        ? goods.digital(dice.any(goods.digitalCategories()))
        : goods.physical(dice.anySkewed(order.kind().categories()));
  }

  private Choice choice(Order order, Goods.Article article, Vendor vendor, Dice dice) {
    int quantity = dice.percent(45) ? 1 : 1 + dice.skewed(article.most());
    // A seller asks everybody for the same price.
    Dice pricing =
        Dice.of(Dice.Topic.PRICE, seed, article.number(), vendor.seller().name().hashCode());
    long listPrice = order.market().price(article.cents() * pricing.between(94, 106) / 100);
    int discount = dice.percent(14) ? dice.any(List.of(2, 3, 5, 8, 10)) : 0;
    return new Choice(article, vendor, quantity, listPrice, listPrice < 100 ? 0 : discount);
  }

  private static long shipping(Market market, Dice dice) {
    return market.price(dice.any(List.of(399, 599, 699, 999, 1499, 2499)));
  }

  private static long promotion(long total, long shipping, Dice dice) {
    if (!dice.percent(12)) {
      return 0;
    }
    if (shipping > 0 && dice.percent(50)) {
      return -Math.min(shipping, total);
    }
    return -(total * dice.any(List.of(5, 10, 15, 20)) / 100);
  }
}
