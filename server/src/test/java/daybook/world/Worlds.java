package daybook.world;

import daybook.document.OrderDocument;
import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.Region;
import daybook.ingest.Observed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the tests of the demo world ask it for. */
final class Worlds {
  static final Instant END = Instant.parse("2025-11-19T15:42:17.250Z");

  /** The world a newcomer sees. */
  static final DemoWorld DEFAULT = new DemoWorld(1, END, 5_000);

  private Worlds() {}

  /** All that is seen of an account. */
  static Stream<Observed<BusinessOrder>> observed(DemoWorld world, DemoAccount account) {
    Iterator<Observed<BusinessOrder>> orders = world.orders(account);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(orders, 0), false);
  }

  /** All that is seen of a world. */
  static Stream<Observed<BusinessOrder>> observed(DemoWorld world) {
    return world.accounts().stream().flatMap(account -> observed(world, account));
  }

  /** All orders of a world. */
  static Stream<BusinessOrder> orders(DemoWorld world) {
    return observed(world).map(Observed::row);
  }

  /** All orders of a world by account. */
  static Map<AccountId, List<BusinessOrder>> ordersByAccount(DemoWorld world) {
    Map<AccountId, List<BusinessOrder>> orders = new LinkedHashMap<>();
    for (DemoAccount account : world.accounts()) {
      orders.put(
          account.id(), new ArrayList<>(observed(world, account).map(Observed::row).toList()));
    }
    return orders;
  }

  /** Everything that is seen of a world, as bytes. */
  static byte[] bytes(DemoWorld world) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (DemoAccount account : world.accounts()) {
      bytes.writeBytes(
          (account.id() + account.name() + account.orders()).getBytes(StandardCharsets.UTF_8));
      observed(world, account)
          .forEach(
              seen -> {
                bytes.writeBytes(OrderDocument.encode(seen.row()));
                long asOf = seen.asOf().instant().toEpochMilli() + seen.asOf().sequence();
                bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(asOf).array());
              });
    }
    return bytes.toByteArray();
  }

  /** The companies of a world with default habits. */
  static Company company(long seed, int ordinal, long orders) {
    return Company.found(seed, ordinal, orders, Market.readAll());
  }

  /** Draws purchases of one account as {@link DemoWorld} does. */
  static Purchases purchases(long seed, Company company) {
    Map<Region, Market> markets = Market.readAll();
    Map<Region, List<Vendor>> vendors = new EnumMap<>(Region.class);
    markets.forEach((region, market) -> vendors.put(region, Vendor.of(market, seed, END)));
    Cart cart = new Cart(seed, new Goods(seed), vendors);
    List<Pace.Presence> presences =
        company.kind().shares().entrySet().stream()
            .map(share -> new Pace.Presence(markets.get(share.getKey()), share.getValue()))
            .toList();
    return new Purchases(
        new Purchases.World(seed, 4, new OrderIds(seed), cart),
        company,
        new Pace(presences, END.minusSeconds(396L * 86_400), END),
        new PurchaseOrders(seed, company, 2025));
  }
}
