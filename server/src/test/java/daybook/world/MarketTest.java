package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Address;
import daybook.domain.Money;
import daybook.domain.Region;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MarketTest {
  private static final Map<Region, Market> MARKETS = Market.readAll();

  @ParameterizedTest
  @EnumSource(Region.class)
  void everyRegion_hasAMarket(Region region) {
    Market market = MARKETS.get(region);
    assertThat(market.region()).isEqualTo(region);
    assertThat(market.countryCode()).isEqualTo(region == Region.UK ? "GB" : region.name());
    assertThat(market.hoursFromUtc()).isBetween(-12, 14);
    assertThat(market.orderIdPrefixes()).isNotEmpty().allMatch(prefix -> prefix.matches("\\d{3}"));
    assertThat(market.carriers()).hasSizeGreaterThan(1);
    assertThat(market.places()).hasSizeGreaterThan(2);
    assertThat(market.streets()).isNotEmpty().allMatch(street -> street.contains("#"));
    assertThat(market.legalForms()).isNotEmpty();
    assertThat(market.vendorNames()).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(Region.class)
  void everyPlace_isTaxedWithinReason(Region region) {
    assertThat(MARKETS.get(region).places())
        .allSatisfy(place -> assertThat(place.taxRate()).isBetween(0, 25_000));
  }

  @ParameterizedTest
  @EnumSource(Region.class)
  void names_haveALatinSpelling(Region region) {
    Market market = MARKETS.get(region);
    Set<String> families = new HashSet<>();
    for (Market.Spelling name : market.familyNames()) {
      assertThat(name.latin()).matches("[\\p{IsLatin}' ]+");
      assertThat(families.add(name.written())).as(name.written()).isTrue();
    }
    assertThat(market.givenNames()).allMatch(name -> name.latin().matches("[\\p{IsLatin}]+"));
  }

  @Test
  void japaneseNames_areWrittenInTheirOwnScript() {
    assertThat(MARKETS.get(Region.JP).givenNames()).contains(new Market.Spelling("陽菜", "Haruna"));
  }

  @ParameterizedTest
  @CsvSource({
    "US, 1299, 1299, 12.99",
    "US, 0, 0, 0.00",
    "JP, 1299, 1920, 1920",
    "JP, 1, 10, 10",
    "MX, 1299, 22210, 222.10",
    "IN, 1299, 111700, 1117.00",
    "DE, 1299, 1195, 11.95"
  })
  void price_isInMinorUnitsOfTheCurrency(Region region, long cents, long minor, String text) {
    Market market = MARKETS.get(region);
    assertThat(market.price(cents)).isEqualTo(minor);
    assertThat(market.money(minor)).isEqualTo(Money.of(region.currencyCode(), text));
  }

  @Test
  void address_isInItsTown() {
    Market market = MARKETS.get(Region.DE);
    Market.Place place = market.places().get(1);
    Set<String> streets = new HashSet<>();
    LongStream.range(0, 50)
        .forEach(
            key -> {
              Address address = market.address(place, Dice.of(Dice.Topic.FOUNDING, key));
              assertThat(address.city()).isEqualTo("München");
              assertThat(address.postalCode()).isEqualTo("80339");
              assertThat(address.countryCode()).isEqualTo("DE");
              streets.add(address.addressLine1());
            });
    assertThat(streets).hasSizeGreaterThan(20).noneMatch(street -> street.contains("#"));
  }
}
