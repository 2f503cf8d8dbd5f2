package daybook.world.seller;

import daybook.domain.AccountId;
import daybook.domain.Region;
import daybook.domain.seller.Marketplace;
import daybook.world.Purchase;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A seller of the demo world with an account of its own.
 *
 * <p>All of its marketplaces are served by one endpoint, as one call of getOrders wants it. The
 * other vendors of the world sell without an account, as Amazon itself does.
 *
 * @param id names the account
 * @param name for people
 * @param shops under what name it sells, by market
 */
public record SellingPartner(AccountId id, String name, Map<Region, String> shops) {

  private static final List<SellingPartner> ALL =
      List.of(
          partner("Blue Ridge Supply", shop(Region.US, "Blue Ridge Supply Co.")),
          partner(
              "Ironwood Trade Group",
              shop(Region.US, "Ironwood Fasteners LLC"),
              shop(Region.CA, "Maple Leaf Industrial Ltd."),
              shop(Region.MX, "Suministros del Norte SA de CV")),
          partner(
              "Pennine & Rhein Trading",
              shop(Region.UK, "Pennine Trade Supplies Ltd"),
              shop(Region.DE, "Rheinland Bürobedarf GmbH"),
              shop(Region.FR, "Bureau Lumière SAS"),
              shop(Region.IN, "Deccan Office Mart")),
          partner(
              "Southern Cross Supplies",
              shop(Region.AU, "Southern Cross Supplies Pty Ltd"),
              shop(Region.JP, "みなと工具店")));

  /** A name in a market. */
  private record Shop(Region region, String name) {}

  /** Copies the shops. */
  public SellingPartner {
    shops = Map.copyOf(shops);
  }

  /** Returns all of them, the largest first; they are the same in every demo world. */
  public static List<SellingPartner> all() {
    return ALL;
  }

  /** Returns identifiers of the marketplaces that it sells in. */
  public List<String> marketplaceIds() {
    return Arrays.stream(Region.values())
        .filter(shops::containsKey)
        .map(region -> Marketplace.valueOf(region.name()).id())
        .toList();
  }

  /** Says whether it sells a line of a purchase. */
  boolean sells(Purchase purchase, Purchase.Line line) {
    return line.vendor().seller().name().equals(shops.get(purchase.market().region()));
  }

  private static SellingPartner partner(String name, Shop... shops) {
    Map<Region, String> byRegion = new EnumMap<>(Region.class);
    for (Shop shop : shops) {
      byRegion.put(shop.region(), shop.name());
    }
    return new SellingPartner(
        new AccountId(
            name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "")),
        name,
        byRegion);
  }

  private static Shop shop(Region region, String name) {
    return new Shop(region, name);
  }
}
