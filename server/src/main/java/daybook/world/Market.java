package daybook.world;

import daybook.domain.Address;
import daybook.domain.Money;
import daybook.domain.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A country to buy in: its towns, names, prices and office hours.
 *
 * @param region which one
 * @param countryCode ISO 3166 code
 * @param marketplaceId what the wire calls it
 * @param hoursFromUtc standard time all year: the rules of time zones change with every Java
 * @param decimals digits of the currency after the point
 * @param pricePerDollar minor units of the currency for 100 US cents
 * @param priceStep what prices are a multiple of, in minor units
 * @param orderIdPrefixes first part of the ids of orders placed here
 * @param carriers who delivers here
 * @param places towns
 * @param streets spellings of a street, with {@code #} for the number of the house
 * @param givenNames given names, see {@link Spelling}
 * @param familyNames family names
 * @param legalForms what the names of companies end with
 * @param vendorNames names of sellers
 */
public record Market(
    Region region,
    String countryCode,
    String marketplaceId,
    int hoursFromUtc,
    int decimals,
    long pricePerDollar,
    long priceStep,
    List<String> orderIdPrefixes,
    List<String> carriers,
    List<Place> places,
    List<String> streets,
    List<Spelling> givenNames,
    List<Spelling> familyNames,
    List<String> legalForms,
    List<String> vendorNames) {

  /**
   * A town where companies sit, and what it taxes.
   *
   * @param taxRate tax on sales in thousandths of a percent
   */
  public record Place(String city, String state, String postalCode, int taxRate) {}

  /** A name as it is written, and in plain Latin letters where those are different. */
  public record Spelling(String written, String latin) {

    static Spelling parse(String text) {
      int sign = text.indexOf('=');
      return sign < 0
          ? new Spelling(text, text)
          : new Spelling(text.substring(0, sign), text.substring(sign + 1));
    }
  }

  /** Reads all markets. */
  static Map<Region, Market> readAll() {
    Map<Region, Rows> rows = new EnumMap<>(Region.class);
    for (List<String> row : WorldFile.rows("markets.txt")) {
      rows.computeIfAbsent(Region.valueOf(row.get(1)), region -> new Rows()).add(row);
    }
    Map<Region, Market> markets = new EnumMap<>(Region.class);
    rows.forEach((region, its) -> markets.put(region, its.market(region)));
    return markets;
  }

  /** Returns a sum of money of this market. */
  public Money money(long minorUnits) {
    return new Money(region.currencyCode(), BigDecimal.valueOf(minorUnits, decimals));
  }

  /** Returns what an amount of US cents is worth here, a full step at least if it is anything. */
  long price(long cents) {
    long steps = cents * pricePerDollar / 100 / priceStep;
    return cents == 0 ? 0 : Math.max(1, steps) * priceStep;
  }

  /** Returns an address in a town. */
  Address address(Place place, Dice dice) {
    String street = dice.any(streets).replace("#", Integer.toString(dice.between(1, 240)));
    return new Address(street, null, place.city(), place.state(), place.postalCode(), countryCode);
  }

  /** The rows of the file about one market. */
  private static final class Rows {

    private final Map<String, List<List<String>>> byKind = new HashMap<>();

    void add(List<String> row) {
      byKind.computeIfAbsent(row.get(0), kind -> new ArrayList<>()).add(row);
    }

    Market market(Region region) {
      List<String> cells = of("market").get(0);
      String currency = region.currencyCode();
      return new Market(
          region,
          cells.get(2),
          cells.get(3),
          Integer.parseInt(cells.get(4)),
          Money.zero(currency).amount().scale(),
          Long.parseLong(cells.get(5)),
          Long.parseLong(cells.get(6)),
          WorldFile.split(cells.get(7), ','),
          WorldFile.split(cells.get(8), ','),
          of("place").stream().map(Rows::place).toList(),
          of("street").stream().map(row -> row.get(2)).toList(),
          names("given").stream().map(Spelling::parse).toList(),
          names("family").stream().map(Spelling::parse).toList(),
          names("legal"),
          names("vendor"));
    }

    private List<List<String>> of(String kind) {
      return Objects.requireNonNull(byKind.get(kind), kind);
    }

    private List<String> names(String kind) {
      return WorldFile.split(of(kind).get(0).get(2), ',');
    }

    private static Place place(List<String> row) {
      return new Place(row.get(2), row.get(3), row.get(4), Integer.parseInt(row.get(5)));
    }
  }
}
