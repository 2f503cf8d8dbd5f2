package daybook.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CartTest {
  private static final Map<Region, Market> MARKETS = Market.readAll();
  private static final Cart CART = new Cart(1, new Goods(1), vendors());

  private static Map<Region, List<Vendor>> vendors() {
    Map<Region, List<Vendor>> vendors = new EnumMap<>(Region.class);
    MARKETS.forEach((region, market) -> vendors.put(region, Vendor.of(market, 1, Worlds.END)));
    return vendors;
  }

  private static Stream<List<Purchase.Line>> carts(int ordinal, Region region, boolean digital) {
    Company company = Worlds.company(1, ordinal, 9);
    Company.Buyer buyer = company.buyers().get(region).get(0);
    Cart.Order order = new Cart.Order(company.kind(), MARKETS.get(region), buyer, digital, true);
    return LongStream.range(0, 4_000)
        .mapToObj(key -> CART.fill(order, Dice.of(Dice.Topic.CART, key)));
  }

  private static Stream<Purchase.Line> lines(int ordinal, Region region, boolean digital) {
    return carts(ordinal, region, digital).flatMap(List::stream);
  }

  @Test
  void carts_holdAboutTwoAndAHalfLines() {
    assertThat(lines(0, Region.US, false).count()).isBetween(4_000L * 23 / 10, 4_000L * 28 / 10);
    assertThat(carts(0, Region.US, false)).allMatch(lines -> !lines.isEmpty() && lines.size() <= 8);
  }

  @Test
  void carts_holdAnArticleOnce() {
    assertThat(carts(0, Region.US, false))
        .allSatisfy(
            lines -> assertThat(lines).extracting(Purchase.Line::article).doesNotHaveDuplicates());
  }

  @Test
  void goods_arePriceTimesQuantity() {
    assertThat(lines(0, Region.MX, false))
        .allMatch(line -> line.sums().goods() == line.price() * line.quantity());
  }

  @Test
  void articles_areOfTheOrganisationsCategories() {
    List<String> categories = Organisation.ALL.get(1).categories();
    assertThat(lines(1, Region.US, false))
        .extracting(line -> line.article().product().category())
        .isSubsetOf(categories)
        .containsAll(categories);
  }

  @Test
  void sellers_areOfTheMarket() {
    assertThat(lines(0, Region.CA, false))
        .extracting(line -> line.vendor().seller().name())
        .isSubsetOf(MARKETS.get(Region.CA).vendorNames());
  }

  @Test
  void seller_asksEverybodyForTheSamePrice() {
    Map<String, List<Long>> prices =
        lines(0, Region.US, false)
            .collect(
                groupingBy(
                    line -> line.article().number() + line.vendor().seller().name(),
                    mapping(Purchase.Line::listPrice, toList())));
    assertThat(prices.values())
        .anyMatch(of -> of.size() > 5)
        .allMatch(of -> of.stream().distinct().count() == 1);
  }

  @Test
  void discounts_lowerThePrice() {
    List<Purchase.Line> discounted =
        lines(0, Region.US, false).filter(line -> line.program() != null).toList();
    assertThat(discounted)
        .hasSizeBetween(1_000, 2_000)
        .allMatch(line -> line.price() == line.listPrice() * (100 - line.discountPercent()) / 100)
        .allMatch(line -> line.price() < line.listPrice())
        .allMatch(line -> line.program().equals("Quantity Discounts") == (line.quantity() >= 10));
    assertThat(lines(0, Region.US, false).filter(line -> line.program() == null))
        .allMatch(line -> line.price() == line.listPrice() && line.discountPercent() == 0);
  }

  @Test
  void promotions_areZeroOrNegativeAndNeverMoreThanTheOrder() {
    List<Sums> orders =
        carts(0, Region.US, false)
            .map(lines -> Sums.of(lines.stream().map(Purchase.Line::sums).toList()))
            .toList();
    assertThat(orders)
        .allMatch(sums -> sums.promotion() <= 0 && sums.net() > 0)
        .anyMatch(sums -> sums.promotion() < 0 && sums.promotion() == -sums.shipping());
    assertThat(orders.stream().filter(sums -> sums.promotion() < 0).count()).isBetween(350L, 620L);
    assertThat(orders.stream().filter(sums -> sums.shipping() > 0).count())
        .isBetween(1_500L, 1_900L);
  }

  @Test
  void lines_areNeverNegative() {
    assertThat(lines(2, Region.JP, false))
        .allMatch(line -> line.sums().net() >= 0 && line.sums().tax() >= 0);
  }

  @Test
  void tax_isOfAllTheRestRoundedHalfUp() {
    int rate = Worlds.company(1, 0, 9).buyers().get(Region.DE).get(0).place().taxRate();
    assertThat(rate).isEqualTo(19_000);
    assertThat(lines(0, Region.DE, false))
        .allSatisfy(
            line -> {
              Sums sums = line.sums();
              long taxed = sums.goods() + sums.shipping() + sums.promotion();
              assertThat(sums.tax())
                  .isEqualTo(
                      BigDecimal.valueOf(taxed * rate)
                          .divide(BigDecimal.valueOf(100_000), RoundingMode.HALF_UP)
                          .longValueExact());
            });
  }

  @Test
  void exemptLines_areNotTaxed() {
    List<Purchase.Line> lines = lines(1, Region.US, false).toList();
    assertThat(lines).filteredOn(line -> line.exempt()).allMatch(line -> line.sums().tax() == 0);
    assertThat(lines).filteredOn(line -> !line.exempt()).isNotEmpty();
    assertThat(lines(0, Region.US, false)).allMatch(line -> line.exempt() == null);
  }

  @Test
  void punchout_numbersItsLinesByTens() {
    assertThat(carts(0, Region.US, false))
        .allSatisfy(
            lines -> {
              for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i).reference()).isEqualTo(String.valueOf((i + 1) * 10));
              }
            });
    assertThat(lines(1, Region.US, false)).allMatch(line -> line.reference() == null);
  }

  @Test
  void downloads_haveNeitherShippingNorPromotion() {
    assertThat(lines(0, Region.US, true))
        .allMatch(line -> line.sums().shipping() == 0 && line.sums().promotion() == 0)
        .anyMatch(line -> line.sums().net() == 0)
        .extracting(line -> line.article().product().category())
        .containsOnly("Software & Licences", "Books & Reference");
  }
}
