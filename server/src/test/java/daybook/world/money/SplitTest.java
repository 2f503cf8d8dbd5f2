package daybook.world.money;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.world.DemoWorld;
import daybook.world.Purchase;
import daybook.world.Sums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SplitTest {

  private static final List<Purchase> PURCHASES = purchases();

  private static List<Purchase> purchases() {
    DemoWorld world = new DemoWorld(3, Instant.parse("2025-11-19T15:42:17Z"), 6_000);
    List<Purchase> purchases = new ArrayList<>();
    world.accounts().forEach(account -> world.purchases(account).forEachRemaining(purchases::add));
    return purchases;
  }

  @Test
  void shares_addUpToTheParcel() {
    for (Purchase purchase : PURCHASES) {
      for (int parcel = 0; parcel < purchase.life().parcels().size(); parcel++) {
        Split split = Split.of(purchase, parcel);
        assertThat(Sums.of(split.rewards()).plus(Sums.of(split.own())))
            .isEqualTo(purchase.sums(parcel));
        assertThat(Sums.of(split.rewards()).net()).isEqualTo(purchase.rewards(parcel));
      }
    }
  }

  @Test
  void shares_addUpLineByLine() {
    for (Purchase purchase : PURCHASES) {
      Split split = Split.of(purchase, 0);
      assertThat(split.own()).hasSameSizeAs(purchase.lines());
      for (int line = 0; line < purchase.lines().size(); line++) {
        assertThat(split.rewards().get(line).plus(split.own().get(line)))
            .isEqualTo(purchase.sums(0, line, purchase.units(0, line)));
      }
    }
  }

  @Test
  void shares_haveTheSignOfTheWhole() {
    List<Purchase> split = PURCHASES.stream().filter(purchase -> purchase.rewards(0) > 0).toList();
    assertThat(split).hasSizeGreaterThan(60);
    for (Purchase purchase : split) {
      for (Sums share : Split.of(purchase, 0).rewards()) {
        assertSigns(share);
      }
      for (Sums share : Split.of(purchase, 0).own()) {
        assertSigns(share);
      }
    }
  }

  private static void assertSigns(Sums share) {
    assertThat(share.goods()).isNotNegative();
    assertThat(share.shipping()).isNotNegative();
    assertThat(share.promotion()).isNotPositive();
    assertThat(share.tax()).isNotNegative();
  }

  @Test
  void purchaseWithoutRewards_isPaidWhole() {
    Purchase purchase =
        PURCHASES.stream().filter(any -> any.rewardPercent() == 0).findFirst().orElseThrow();
    Split split = Split.of(purchase, 0);
    assertThat(split.rewards()).containsOnly(Sums.NONE);
    assertThat(Sums.of(split.own())).isEqualTo(purchase.sums(0));
  }

  @Test
  void laterParcels_areNotPaidByRewards() {
    Purchase purchase =
        PURCHASES.stream()
            .filter(any -> any.rewardPercent() > 0 && any.life().parcels().size() > 1)
            .findFirst()
            .orElseThrow();
    assertThat(Split.of(purchase, 1).rewards()).containsOnly(Sums.NONE);
  }
}
