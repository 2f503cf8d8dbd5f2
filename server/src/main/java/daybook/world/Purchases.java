package daybook.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the purchases of one account, each on its own. */
final class Purchases {

  private final World world;
  private final Company company;
  private final Pace pace;
  private final PurchaseOrders purchaseOrders;

  /**
   * What all accounts share.
   *
   * @param seed decides everything
   * @param accounts how many there are
   * @param orderIds gives ids
   * @param cart fills carts
   */
  record World(long seed, int accounts, OrderIds orderIds, Cart cart) {}

  Purchases(World world, Company company, Pace pace, PurchaseOrders purchaseOrders) {
    this.world = world;
    this.company = company;
    this.pace = pace;
    this.purchaseOrders = purchaseOrders;
  }

  /** Returns the purchase of that index; a higher index is never earlier. */
  Purchase at(long index) {
    long count = company.account().orders();
    Pace.Moment moment = pace.at(index, count, dice(Dice.Topic.PLACING, index));
    Market market = moment.market();
    Dice buying = dice(Dice.Topic.BUYING, index);
    boolean digital = buying.percent(company.kind().digitalPercent());
    Company.Buyer buyer =
        buying.anySkewed(Objects.requireNonNull(company.buyers().get(market.region())));
    String number = purchaseOrders.number(index, buying);
    List<Purchase.Line> lines =
        world
            .cart()
            .fill(
                new Cart.Order(company.kind(), market, buyer, digital, number != null),
                dice(Dice.Topic.CART, index));
    long serial = index * world.accounts() + company.ordinal();
    return new Purchase(
        digital
            ? world.orderIds().digital(serial)
            : world.orderIds().physical(market.orderIdPrefixes(), serial),
        market,
        buyer,
        number,
        fields(buyer, lines.get(0), buying),
        lines,
        life(moment.second(), lines, digital, dice(Dice.Topic.LIFE, index)),
        buying.percent(2) ? 10 : 0,
        buying.next());
  }

  private Dice dice(Dice.Topic topic, long index) {
    return Dice.of(topic, world.seed(), company.ordinal(), index);
  }

  private Timeline life(long placed, List<Purchase.Line> lines, boolean digital, Dice dice) {
    boolean needsApproval = dice.percent(company.kind().approvalPercent());
    return Timeline.draw(placed, needsApproval, digital ? 0 : parcels(lines, dice), dice);
  }

  /** Returns a number of parcels of which none would stay empty. */
  private static int parcels(List<Purchase.Line> lines, Dice dice) {
    int most = lines.stream().mapToInt(Purchase.Line::quantity).max().orElse(1);
    int wanted = dice.percent(82) ? 1 : 2 + dice.skewed(2);
    return most >= wanted ? wanted : Math.min(2, Math.max(most, lines.size()));
  }

  private @Nullable Map<String, String> fields(
      Company.Buyer buyer, Purchase.Line first, Dice dice) {
    // Some check out without filling them in.
    if (company.kind().fields().isEmpty() || dice.percent(12)) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : company.kind().fields()) {
      fields.put(field, value(field, buyer, first, dice));
    }
    return fields;
  }

  private static String value(String field, Company.Buyer buyer, Purchase.Line first, Dice dice) {
    return switch (field) {
      case "glCode", "GL code" -> glCode(first);
      case "costCenter" -> buyer.costCenter();
      case "location" -> buyer.place().city();
      case "department" -> buyer.group();
      case "projectCode" -> "PRJ-" + (2400 + dice.skewed(40));
      case "COVID-19 Related?" -> dice.percent(6) ? "Yes" : "No";
      default -> dice.percent(50) ? "Core budget" : "Grant " + dice.between(310, 348);
    };
  }

  // An expense account for every category: six thousand and its UNSPSC segment.
  private static String glCode(Purchase.Line line) {
    String unspsc = Objects.requireNonNull(line.article().product().unspsc());
    return "6" + unspsc.substring(0, 2).toUpperCase(Locale.ROOT) + "0";
  }
}
