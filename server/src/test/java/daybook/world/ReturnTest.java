package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReturnTest {
  private static final int COUNT = 12_000;
  private static final long DAY = 86_400;
  private static final List<Purchase> PURCHASES =
      LongStream.range(0, COUNT)
          .mapToObj(Worlds.purchases(5, Worlds.company(5, 0, COUNT))::at)
          .toList();

  private static Stream<Purchase> cancelled() {
    return PURCHASES.stream().filter(purchase -> purchase.life().cancelled() < Timeline.NEVER);
  }

  private static Stream<Purchase> kept() {
    return PURCHASES.stream().filter(purchase -> purchase.life().cancelled() == Timeline.NEVER);
  }

  @Test
  void fewPurchases_comeBack() {
    assertThat(kept().filter(purchase -> purchase.returned().isPresent()).count())
        .isBetween(COUNT * 3 / 100L, COUNT * 5 / 100L);
  }

  @Test
  void returned_isTheSameWheneverItIsAsked() {
    assertThat(PURCHASES.stream().map(Purchase::returned))
        .isEqualTo(PURCHASES.stream().map(Purchase::returned).toList());
  }

  @Test
  void items_areWithinTheParcelAndOfDifferentLines() {
    for (Purchase purchase : PURCHASES) {
      purchase
          .returned()
          .ifPresent(
              returned -> {
                assertThat(returned.items()).isNotEmpty();
                assertThat(returned.items()).extracting(Return.Item::line).doesNotHaveDuplicates();
                for (Return.Item item : returned.items()) {
                  assertThat(item.units())
                      .isBetween(1, purchase.units(returned.parcel(), item.line()));
                }
              });
    }
  }

  @Test
  void sums_areThoseOfTheUnits() {
    for (Purchase purchase : PURCHASES) {
      purchase
          .returned()
          .ifPresent(
              returned -> {
                for (Return.Item item : returned.items()) {
                  int parcel = returned.parcel();
                  Sums all =
                      purchase.sums(parcel, item.line(), purchase.units(parcel, item.line()));
                  assertThat(item.sums().net()).isBetween(0L, all.net());
                  if (item.units() == purchase.units(parcel, item.line())) {
                    assertThat(item.sums()).isEqualTo(all);
                  }
                }
              });
    }
  }

  @Test
  void money_goesBackWithinFourWeeksOfDelivery() {
    kept()
        .forEach(
            purchase ->
                purchase
                    .returned()
                    .ifPresent(
                        returned -> {
                          Timeline.Parcel parcel = purchase.life().parcels().get(returned.parcel());
                          assertThat(returned.refunded())
                              .isBetween(
                                  parcel.delivered() + 2 * DAY, parcel.delivered() + 26 * DAY);
                        }));
  }

  @Test
  void goodwill_isRareAndComesLater() {
    List<Return> returns =
        PURCHASES.stream().map(Purchase::returned).flatMap(Optional::stream).toList();
    List<Return> generous = returns.stream().filter(back -> back.goodwill() > 0).toList();
    assertThat(generous.size()).isBetween(returns.size() * 5 / 100, returns.size() * 15 / 100);
    assertThat(generous).allMatch(back -> back.goodwillGiven() > back.refunded());
    assertThat(generous)
        .allMatch(back -> back.goodwill() <= 1 + back.items().get(0).sums().goods());
  }

  @Test
  void cancelledPurchase_comesBackOnlyIfItWasPaid() {
    assertThat(cancelled())
        .hasSizeGreaterThan(COUNT * 3 / 100)
        .allMatch(
            purchase ->
                purchase.returned().isPresent()
                    == purchase.charged(0) <= purchase.life().cancelled());
  }

  @Test
  void cancelledPurchase_thatWasPaid_comesBackWhole() {
    List<Purchase> paid = cancelled().filter(purchase -> purchase.returned().isPresent()).toList();
    assertThat(paid).isNotEmpty();
    for (Purchase purchase : paid) {
      Return returned = purchase.returned().orElseThrow();
      assertThat(returned.refunded()).isGreaterThan(purchase.life().cancelled());
      assertThat(Sums.of(returned.items().stream().map(Return.Item::sums).toList()))
          .isEqualTo(purchase.sums(0));
      assertThat(returned.items()).extracting(Return.Item::reason).containsOnly("Order cancelled");
      assertThat(returned.goodwill()).isZero();
    }
  }

  @Test
  void whatIsNeverDelivered_neverComesBack() {
    assertThat(
            kept()
                .filter(
                    purchase ->
                        purchase.life().parcels().stream()
                            .allMatch(parcel -> parcel.delivered() == Timeline.NEVER)))
        .isNotEmpty()
        .allMatch(purchase -> purchase.returned().isEmpty());
  }

  @Test
  void reasons_areMany() {
    assertThat(
            kept()
                .map(Purchase::returned)
                .flatMap(Optional::stream)
                .flatMap(returned -> returned.items().stream())
                .map(Return.Item::reason))
        .contains("Customer return", "Damaged in transit", "Wrong item received", "Defective item")
        .doesNotContain("Order cancelled");
  }
}
