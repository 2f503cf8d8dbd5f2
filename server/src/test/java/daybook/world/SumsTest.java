package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Amounts;
import daybook.domain.Money;
import daybook.domain.Region;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class SumsTest {

  @Property
  void parts_makeUpTheWhole(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long goods,
      @ForAll @LongRange(min = -1_000_000, max = 0) long promotion,
      @ForAll @LongRange(min = 0, max = 100_000) long tax,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> units) {
    Sums whole = new Sums(goods, 599, promotion, tax);
    int all = units.stream().mapToInt(Integer::intValue).sum() + 1;
    Sums sum = Sums.NONE;
    int from = 0;
    for (int unit : units) {
      sum = sum.plus(whole.part(from, from + unit, all));
      from += unit;
    }
    assertThat(sum.plus(whole.part(from, all, all))).isEqualTo(whole);
  }

  @Test
  void goods_arePartedByUnits() {
    assertThat(new Sums(3 * 199, 100, -50, 7).part(1, 3, 3).goods()).isEqualTo(2 * 199);
  }

  @Test
  void net_isTheSum() {
    assertThat(new Sums(1_000, 200, -300, 90).net()).isEqualTo(990);
    assertThat(Sums.of(List.of(new Sums(1, 2, 3, 4), new Sums(10, 20, 30, 40))))
        .isEqualTo(new Sums(11, 22, 33, 44));
    assertThat(Sums.of(List.of())).isEqualTo(Sums.NONE);
  }

  @Test
  void upTo_ofNothing_isNothing() {
    assertThat(Sums.upTo(599, 0, 0)).isZero();
  }

  @Test
  void amounts_haveTheDecimalsOfTheCurrency() {
    Sums sums = new Sums(123_456, 0, -50, 999);
    assertThat(sums.amounts(Market.readAll().get(Region.US)))
        .isEqualTo(
            new Amounts(
                Money.of("USD", "1234.56"),
                Money.of("USD", "0.00"),
                Money.of("USD", "-0.50"),
                Money.of("USD", "9.99"),
                Money.of("USD", "1244.05")));
    assertThat(sums.amounts(Market.readAll().get(Region.JP)).netTotal())
        .isEqualTo(Money.of("JPY", "124405"));
  }
}
