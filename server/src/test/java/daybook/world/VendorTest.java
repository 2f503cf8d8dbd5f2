package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Region;
import daybook.domain.SellerCredential;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VendorTest {
  private static final Map<Region, Market> MARKETS = Market.readAll();

  @ParameterizedTest
  @EnumSource(Region.class)
  void vendors_liveInTheirMarket(Region region) {
    Market market = MARKETS.get(region);
    List<Vendor> vendors = Vendor.of(market, 1, Worlds.END);
    assertThat(vendors)
        .extracting(vendor -> vendor.seller().name())
        .isEqualTo(market.vendorNames());
    assertThat(vendors)
        .allSatisfy(
            vendor -> {
              assertThat(vendor.seller().primaryAddress().countryCode())
                  .isEqualTo(market.countryCode());
              assertThat(market.places())
                  .extracting(Market.Place::city)
                  .contains(vendor.seller().primaryAddress().city());
            });
  }

  @Test
  void names_areOfOneVendorOnly() {
    // Prices are drawn by the name.
    assertThat(MARKETS.values().stream().flatMap(market -> market.vendorNames().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void certificates_areHeldBySomeInTheUnitedStates() {
    List<SellerCredential> held = held(Region.US);
    assertThat(held)
        .isNotEmpty()
        .allSatisfy(
            credential ->
                assertThat(credential.certifyingAgencies())
                    .singleElement()
                    .satisfies(
                        agency -> {
                          assertThat(agency.name()).isNotBlank();
                          assertThat(agency.expirationDate()).isAfter(Worlds.END);
                        }));
    assertThat(held(Region.DE)).isEmpty();
  }

  @Test
  void credentialNames_areTheTypes() {
    assertThat(
            LongStream.range(0, 20)
                .boxed()
                .flatMap(seed -> Vendor.of(MARKETS.get(Region.US), seed, Worlds.END).stream()))
        .anySatisfy(vendor -> assertThat(vendor.credentialNames()).hasSizeGreaterThan(1))
        .anySatisfy(vendor -> assertThat(vendor.credentialNames()).isEmpty())
        .allSatisfy(
            vendor ->
                assertThat(vendor.credentialNames())
                    .isEqualTo(
                        vendor.credentials().stream()
                            .map(SellerCredential::certificateType)
                            .toList()));
  }

  private static List<SellerCredential> held(Region region) {
    return LongStream.range(0, 20)
        .boxed()
        .flatMap(seed -> Vendor.of(MARKETS.get(region), seed, Worlds.END).stream())
        .flatMap(vendor -> vendor.credentials().stream())
        .toList();
  }
}
