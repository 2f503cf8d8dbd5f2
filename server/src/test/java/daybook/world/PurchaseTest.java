package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PurchaseTest {
  private static final int COUNT = 4_000;
  private static final Company COMPANY = Worlds.company(5, 0, COUNT);
  private static final List<Purchase> PURCHASES =
      LongStream.range(0, COUNT).mapToObj(Worlds.purchases(5, COMPANY)::at).toList();

  private static Stream<Purchase> ofSeveralParcels() {
    return PURCHASES.stream().filter(purchase -> purchase.life().parcels().size() > 1);
  }

  @Test
  void purchase_doesNotDependOnOthers() {
    Purchases others = Worlds.purchases(5, COMPANY);
    assertThat(others.at(2_345)).isEqualTo(PURCHASES.get(2_345));
    assertThat(others.at(12)).isEqualTo(PURCHASES.get(12));
  }

  @Test
  void parcels_areNeverEmpty() {
    assertThat(ofSeveralParcels()).hasSizeGreaterThan(300);
    for (Purchase purchase : PURCHASES) {
      for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
        assertThat(purchase.units(parcel)).as("%s", purchase.orderId()).isPositive();
      }
    }
  }

  @Test
  void parcels_holdEveryUnitOnce() {
    for (Purchase purchase : PURCHASES) {
      int parcels = purchase.life().parcels().size();
      for (int line = 0; line < purchase.lines().size(); line++) {
        assertThat(purchase.unitsBefore(0, line)).isZero();
        assertThat(purchase.unitsBefore(parcels, line))
            .isEqualTo(purchase.lines().get(line).quantity());
      }
    }
  }

  @Test
  void parcels_costWhatTheLinesCost() {
    for (Purchase purchase : PURCHASES) {
      Sums parcels = Sums.NONE;
      for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
        parcels = parcels.plus(purchase.sums(parcel));
      }
      assertThat(parcels)
          .isEqualTo(Sums.of(purchase.lines().stream().map(Purchase.Line::sums).toList()));
    }
  }

  @Test
  void references_areOfOneParcelOnly() {
    Set<String> references = new HashSet<>();
    int parcels = 0;
    for (Purchase purchase : PURCHASES) {
      for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
        references.add(purchase.trackingNumber(parcel));
        references.add(purchase.transactionId(parcel));
        parcels++;
      }
      references.add(purchase.rewardTransactionId());
    }
    assertThat(references).hasSize(2 * parcels + COUNT);
  }

  @Test
  void payment_isTakenShortlyBeforeTheParcelLeaves() {
    for (Purchase purchase : PURCHASES) {
      for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
        long shipped = purchase.life().parcels().get(parcel).shipped();
        if (shipped == Timeline.NEVER) {
          continue;
        }
        assertThat(purchase.charged(parcel))
            .isBetween(Math.max(purchase.life().paid(), shipped - 1_800), shipped);
      }
    }
  }

  @Test
  void carriers_areOfTheMarket() {
    assertThat(PURCHASES)
        .allMatch(purchase -> purchase.market().carriers().contains(purchase.carrier(0)));
    assertThat(
            PURCHASES.stream()
                .filter(purchase -> purchase.market().region() == Region.US)
                .map(purchase -> purchase.carrier(0)))
        .contains("UPS", "FedEx", "USPS", "OnTrac");
  }

  @Test
  void downloads_areInOneParcel() {
    assertThat(PURCHASES.stream().filter(Purchase::isDigital))
        .hasSizeBetween(COUNT * 4 / 100, COUNT * 8 / 100)
        .allMatch(purchase -> purchase.life().parcels().size() == 1)
        .allMatch(purchase -> purchase.orderId().startsWith("D01-"));
  }

  @Test
  void physicalIds_tellTheMarket() {
    assertThat(PURCHASES.stream().filter(purchase -> !purchase.isDigital()))
        .allMatch(
            purchase ->
                purchase.market().orderIdPrefixes().contains(purchase.orderId().substring(0, 3)));
  }

  @Test
  void fields_areThoseOfTheOrganisation() {
    List<String> fields = COMPANY.kind().fields();
    assertThat(PURCHASES)
        .filteredOn(purchase -> purchase.fields() != null)
        .hasSizeBetween(COUNT * 84 / 100, COUNT * 92 / 100)
        .allSatisfy(
            purchase -> {
              assertThat(purchase.fields().keySet()).containsExactlyElementsOf(fields);
              assertThat(purchase.fields())
                  .containsEntry("department", purchase.buyer().group())
                  .containsEntry("costCenter", purchase.buyer().costCenter())
                  .containsEntry("location", purchase.buyer().place().city());
              assertThat(purchase.fields().get("glCode")).matches("6\\d{2}0");
              assertThat(purchase.fields().get("projectCode")).matches("PRJ-24[0-3]\\d");
            });
  }

  @Test
  void freeTextFields_haveBelievableValues() {
    Purchases hospital = Worlds.purchases(5, Worlds.company(5, 1, 500));
    Purchases university = Worlds.purchases(5, Worlds.company(5, 2, 500));
    assertThat(LongStream.range(0, 500).mapToObj(hospital::at))
        .filteredOn(purchase -> purchase.fields() != null)
        .extracting(purchase -> purchase.fields().get("COVID-19 Related?"))
        .containsOnly("Yes", "No");
    assertThat(LongStream.range(0, 500).mapToObj(university::at))
        .filteredOn(purchase -> purchase.fields() != null)
        .extracting(purchase -> purchase.fields().get("Grant / Budget line"))
        .allMatch(value -> value.matches("Core budget|Grant 3\\d\\d"));
  }

  @Test
  void studio_hasNoFields() {
    Purchases studio = Worlds.purchases(5, Worlds.company(5, 3, 100));
    assertThat(LongStream.range(0, 100).mapToObj(studio::at))
        .allMatch(purchase -> purchase.fields() == null);
  }
}
