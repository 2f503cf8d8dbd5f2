package daybook.world;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.Address;
import daybook.domain.Customer;
import daybook.domain.Region;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One organisation of the world with its people and sites.
 *
 * @param ordinal its place among the accounts
 * @param kind its habits
 * @param account what is shown of it
 * @param buyers who buys, by market
 */
public record Company(
    int ordinal, Organisation kind, DemoAccount account, Map<Region, List<Buyer>> buyers) {

  /**
   * Somebody who buys for an organisation, and what is known from that alone.
   *
   * @param person name and address
   * @param group the group they buy for
   * @param approver who approves what they buy
   * @param legalEntityName legal entity that buys
   * @param place town of their site
   * @param site where parcels go
   * @param costCenter who bears the costs
   * @param paymentInstrumentType how they pay
   * @param lastDigits of the card or account; null for Pay by Invoice
   */
  public record Buyer(
      Customer person,
      String group,
      Customer approver,
      String legalEntityName,
      Market.Place place,
      Address site,
      String costCenter,
      String paymentInstrumentType,
      @Nullable String lastDigits) {}

  private static final List<String> PAYMENTS =
      List.of("Pay by Invoice", "Credit card", "Credit card", "Bank Account");

  /** Founds the account of that ordinal. */
  static Company found(long seed, int ordinal, long orders, Map<Region, Market> markets) {
    Dice dice = Dice.of(Dice.Topic.FOUNDING, seed, ordinal);
    Organisation kind = Organisation.ALL.get(ordinal % Organisation.ALL.size());
    String name = name(seed, ordinal, kind);
    DemoAccount account =
        new DemoAccount(
            new AccountId(slug(name)),
            AccountKind.BUSINESS,
            name,
            List.copyOf(kind.shares().keySet()),
            orders);
    Staffing staffing = new Staffing(kind, account, dice);
    Map<Region, List<Buyer>> buyers = new EnumMap<>(Region.class);
    kind.shares()
        .forEach(
            (region, share) -> {
              Market market = Objects.requireNonNull(markets.get(region));
              buyers.put(region, staffing.hire(market, Math.max(2, kind.buyers() * share / 100)));
            });
    return new Company(ordinal, kind, account, buyers);
  }

  // Names of a kind in turn, from one the seed chooses; numbered when all are taken.
  private static String name(long seed, int ordinal, Organisation kind) {
    int turn = ordinal / Organisation.ALL.size();
    int names = kind.names().size();
    int first = Dice.of(Dice.Topic.FOUNDING, seed).below(names);
    String name = kind.names().get((first + turn) % names);
    return turn < names ? name : name + " " + (turn / names + 1);
  }

  private static String slug(String text) {
    return ascii(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static String ascii(String text) {
    String parted =
        Normalizer.normalize(text.replace("ß", "ss").replace("'", ""), Normalizer.Form.NFD);
    return parted.replaceAll("[^\\x20-\\x7e]", "");
  }

  /** Hires the people of one company; nobody has the address of somebody else. */
  private static final class Staffing {

    private final Organisation kind;
    private final DemoAccount account;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Staffing(Organisation kind, DemoAccount account, Dice dice) {
      this.kind = kind;
      this.account = account;
      this.dice = dice;
    }

    List<Buyer> hire(Market market, int count) {
      List<Market.Place> places = new ArrayList<>();
      List<Address> sites = new ArrayList<>();
      for (int i = 0; i < Math.min(3, count); i++) {
        places.add(dice.any(market.places()));
        sites.add(market.address(places.get(i), dice));
      }
      Map<String, Customer> approvers = new HashMap<>();
      List<Buyer> buyers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String group = kind.groups().get(i % kind.groups().size());
        Customer approver = approvers.computeIfAbsent(group, name -> person(market));
        int site = dice.below(sites.size());
        buyers.add(buyer(market, group, approver, places.get(site), sites.get(site)));
      }
      return List.copyOf(buyers);
    }

    private Buyer buyer(
        Market market, String group, Customer approver, Market.Place place, Address site) {
      String payment = dice.any(PAYMENTS);
      Customer person = person(market);
      // Some have no address on record: the wire shows the empty string.
      boolean silent = dice.percent(4);
      return new Buyer(
          silent ? new Customer(null, person.name(), "") : person,
          group,
          approver,
          account.name() + " " + dice.anySkewed(market.legalForms()),
          place,
          site,
          "CC-" + dice.between(1000, 9899),
          payment,
          payment.equals("Pay by Invoice") ? null : dice.text(Dice.DIGITS, 4));
    }

    private Customer person(Market market) {
      Market.Spelling given = dice.any(market.givenNames());
      Market.Spelling family = dice.any(market.familyNames());
      String name =
          market.region() == Region.JP
              ? family.written() + " " + given.written()
              : given.written() + " " + family.written();
      String local = slug(given.latin()) + "." + slug(family.latin());
      String free = local;
      for (int i = 2; !taken.add(free); i++) {
        free = local + i;
      }
      return new Customer(null, name, free + "@" + account.id() + ".example");
    }
  }
}
