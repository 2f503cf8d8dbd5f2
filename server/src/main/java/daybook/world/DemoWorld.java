package daybook.world;

import daybook.domain.BusinessOrder;
import daybook.domain.Region;
import daybook.ingest.Observed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The demo world: a few organisations and all they have ordered in the thirteen months up to an
 * instant.
 *
 * <p>The same seed, instant, number of orders and number of accounts give the same orders, on every
 * Java and in every locale and time zone. Instances may be shared between threads, iterators may
 * not.
 */
public final class DemoWorld {

  /** How many accounts there are unless told otherwise. */
  public static final int DEFAULT_ACCOUNTS = 4;

  private static final int MONTHS = 13;
  private static final int MOST_ACCOUNTS = 10_000;

  private final Instant end;
  private final Map<Region, Market> markets = Market.readAll();
  private final List<Company> companies = new ArrayList<>();
  private final Purchases.World world;

  /** Makes a world of four accounts of very different size, all orders together so many. */
  public DemoWorld(long seed, Instant end, long orders) {
    this(seed, end, orders, DEFAULT_ACCOUNTS);
  }

  /**
   * Makes a world with a number of accounts to choose.
   *
   * @throws IllegalArgumentException if a number is out of bounds
   */
  public DemoWorld(long seed, Instant end, long orders, int accounts) {
    requireBetween("orders", orders, 0, Pace.MOST);
    requireBetween("accounts", accounts, 1, MOST_ACCOUNTS);
    this.end = end;
    Map<Region, List<Vendor>> vendors = new EnumMap<>(Region.class);
    markets.forEach((region, market) -> vendors.put(region, Vendor.of(market, seed, end)));
    Cart cart = new Cart(seed, new Goods(seed), vendors);
    world = new Purchases.World(seed, accounts, new OrderIds(seed), cart);
    long weights = weightBefore(accounts);
    for (int i = 0; i < accounts; i++) {
      long its = orders * weightBefore(i + 1) / weights - orders * weightBefore(i) / weights;
      companies.add(Company.found(seed, i, its, markets));
    }
  }

  /** Returns all accounts, the largest of each kind first. */
  public List<DemoAccount> accounts() {
    return companies.stream().map(Company::account).toList();
  }

  /**
   * Returns the orders of an account, ascending by order date.
   *
   * @throws IllegalArgumentException if the account is not of this world
   */
  public Iterator<Observed<BusinessOrder>> orders(DemoAccount account) {
    BuyerSide side = new BuyerSide(end);
    Iterator<Purchase> purchases = purchases(account);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return purchases.hasNext();
      }

      @Override
      public Observed<BusinessOrder> next() {
        return side.observe(purchases.next());
      }
    };
  }

  /**
   * Returns the purchases of an account as they truly are, ascending by order date.
   *
   * @throws IllegalArgumentException if the account is not of this world
   */
  public Iterator<Purchase> purchases(DemoAccount account) {
    Company company =
        companies.stream()
            .filter(candidate -> candidate.account().equals(account))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("no account " + account.id() + " in this world"));
    return new All(purchases(company), account.orders());
  }

  /** Returns the instant at which this world is seen. */
  public Instant end() {
    return end;
  }

  private Purchases purchases(Company company) {
    List<Pace.Presence> presences = new ArrayList<>();
    company
        .kind()
        .shares()
        .forEach((region, share) -> presences.add(new Pace.Presence(market(region), share)));
    Instant start = end.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
    int year = end.atOffset(ZoneOffset.UTC).getYear();
    return new Purchases(
        world,
        company,
        new Pace(presences, start, end),
        new PurchaseOrders(world.seed(), company, year));
  }

  private Market market(Region region) {
    return Objects.requireNonNull(markets.get(region));
  }

  private static long weightBefore(int account) {
    long weight = 0;
    for (int i = 0; i < account; i++) {
      weight += Organisation.ALL.get(i % Organisation.ALL.size()).weight();
    }
    return weight;
  }

  private static void requireBetween(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " must be from " + least + " to " + most + ", not " + value);
    }
  }

  /** Walks through an account without keeping anything. */
  private static final class All implements Iterator<Purchase> {

    private final Purchases purchases;
    private final long count;
    private long next;

    All(Purchases purchases, long count) {
      this.purchases = purchases;
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    public Purchase next() {
      if (next == count) {
        throw new NoSuchElementException("all " + count + " orders have been given");
      }
      return purchases.at(next++);
    }
  }
}
