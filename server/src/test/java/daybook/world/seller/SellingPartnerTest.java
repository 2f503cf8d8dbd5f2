package daybook.world.seller;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.Region;
import daybook.domain.seller.Marketplace;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SellingPartnerTest {

  private static List<SellingPartner> all() {
    return SellingPartner.all();
  }

  /** Names of all sellers, by region, as buyers see them. */
  private static Set<String> vendors() {
    DemoWorld world = new DemoWorld(1, Sales.END, 5_000);
    Set<String> vendors = new HashSet<>();
    for (DemoAccount account : world.accounts()) {
      world
          .orders(account)
          .forEachRemaining(
              seen ->
                  seen.row()
                      .lineItems()
                      .forEach(
                          item -> vendors.add(seen.row().region() + " " + item.seller().name())));
    }
    return vendors;
  }

  @Test
  void shops_areVendorsOfTheirMarket() {
    Set<String> vendors = vendors();
    assertThat(
            all().stream()
                .flatMap(partner -> partner.shops().entrySet().stream())
                .map(shop -> shop.getKey() + " " + shop.getValue()))
        .doesNotHaveDuplicates()
        .isSubsetOf(vendors);
    assertThat(vendors)
        .as("vendors without an account of their own")
        .hasSizeGreaterThan(2 * Region.values().length);
  }

  @Test
  void ids_areOfOneAccountOnly() {
    Stream<AccountId> buyers =
        new DemoWorld(1, Sales.END, 0, 60).accounts().stream().map(DemoAccount::id);
    assertThat(Stream.concat(buyers, all().stream().map(SellingPartner::id)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void marketplaces_areOfOneEndpoint(SellingPartner partner) {
    assertThat(partner.marketplaceIds()).hasSize(partner.shops().size()).doesNotHaveDuplicates();
    assertThat(
            partner.marketplaceIds().stream()
                .map(id -> Marketplace.ofId(id).orElseThrow().endpoint())
                .distinct())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "US, Amazon.com, marketplace.amazon.com",
    "UK, Amazon.co.uk, marketplace.amazon.co.uk",
    "JP, Amazon.co.jp, marketplace.amazon.co.jp",
    "MX, Amazon.com.mx, marketplace.amazon.com.mx",
    "AU, Amazon.com.au, marketplace.amazon.com.au",
    "DE, Amazon.de, marketplace.amazon.de",
    "IN, Amazon.in, marketplace.amazon.in"
  })
  void storefronts_areNamedAsAtAmazon(Region region, String channel, String mailHost) {
    assertThat(Storefront.channel(region)).isEqualTo(channel);
    assertThat(Storefront.mailHost(region)).isEqualTo(mailHost);
  }
}
