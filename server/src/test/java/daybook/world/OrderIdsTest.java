package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class OrderIdsTest {
  private static final List<String> PREFIXES = List.of("111", "114");

  private final OrderIds ids = new OrderIds(42);

  @Property
  void physical_hasThreeSevenAndSevenDigits(
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long number) {
    assertThat(ids.physical(PREFIXES, number)).matches("11[14]-\\d{7}-\\d{7}");
  }

  @Property
  void digital_beginsWithD01(@ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long number) {
    assertThat(ids.digital(number)).matches("D01-\\d{7}-\\d{7}");
  }

  @Property
  void numbers_neverShareTheirDigits(
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long one,
      @ForAll @LongRange(min = 0, max = 9_999_999_999_999L) long other) {
    assertThat(ids.digital(one).equals(ids.digital(other))).isEqualTo(one == other);
  }

  @Test
  void ids_areGivenOnce() {
    Set<String> given = new HashSet<>();
    for (long number = 0; number < 300_000; number++) {
      given.add(ids.physical(PREFIXES, number).substring(4));
    }
    assertThat(given).hasSize(300_000);
  }

  @Test
  void ids_doNotCount() {
    // Neighbours share neither half, as ids of a busy marketplace would not.
    for (long number = 0; number < 1_000; number++) {
      String id = ids.digital(number);
      String next = ids.digital(number + 1);
      assertThat(next.substring(4, 11)).isNotEqualTo(id.substring(4, 11));
      assertThat(next.substring(12)).isNotEqualTo(id.substring(12));
    }
  }

  @Test
  void seed_matters() {
    assertThat(new OrderIds(43).digital(1)).isNotEqualTo(ids.digital(1));
    assertThat(new OrderIds(42).digital(1)).isEqualTo(ids.digital(1));
  }
}
