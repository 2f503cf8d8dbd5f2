package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class DiceTest {

  @Test
  void sequence_isFixedForever() {
    // Other numbers here mean another world for every seed there is.
    Dice dice = Dice.of(Dice.Topic.CART, 1, 2, 3);
    assertThat(List.of(dice.next(), dice.next(), dice.next()))
        .containsExactly(819382901950676341L, -292493483732123338L, 2916332402975478634L);
  }

  @Test
  void keys_eachMatter() {
    Set<Long> firsts = new HashSet<>();
    for (Dice.Topic topic : Dice.Topic.values()) {
      for (long key = 0; key < 20; key++) {
        firsts.add(Dice.of(topic, key, 7).next());
        firsts.add(Dice.of(topic, 7, key).next());
      }
    }
    // (7, 7) was asked for twice a topic.
    assertThat(firsts).hasSize(Dice.Topic.values().length * 39);
  }

  @Property
  void below_staysInBounds(@ForAll long key, @ForAll @IntRange(min = 1) int bound) {
    Dice dice = Dice.of(Dice.Topic.PRICE, key);
    for (int i = 0; i < 20; i++) {
      assertThat(dice.below(bound)).isBetween(0, bound - 1);
      assertThat(dice.skewed(bound)).isBetween(0, bound - 1);
    }
  }

  @Property
  void below_staysInBoundsOfLongs(@ForAll long key, @ForAll @LongRange(min = 1) long bound) {
    assertThat(Dice.of(Dice.Topic.PRICE, key).below(bound)).isBetween(0L, bound - 1);
  }

  @Test
  void below_isEven() {
    Dice dice = Dice.of(Dice.Topic.LIFE, 5);
    int[] hits = new int[10];
    IntStream.range(0, 100_000).forEach(i -> hits[dice.below(10)]++);
    for (int hit : hits) {
      assertThat(hit).isBetween(9_500, 10_500);
    }
  }

  @Test
  void skewed_prefersTheFirst() {
    Dice dice = Dice.of(Dice.Topic.LIFE, 6);
    int[] hits = new int[4];
    IntStream.range(0, 10_000).forEach(i -> hits[dice.skewed(4)]++);
    assertThat(hits[0]).isGreaterThan(hits[1]);
    assertThat(hits[1]).isGreaterThan(hits[2]);
    assertThat(hits[2]).isGreaterThan(hits[3]);
    assertThat(hits[3]).isPositive();
  }

  @Test
  void between_reachesBothEnds() {
    Dice dice = Dice.of(Dice.Topic.LIFE, 7);
    assertThat(IntStream.range(0, 200).map(i -> dice.between(-1, 1)).distinct())
        .containsExactlyInAnyOrder(-1, 0, 1);
  }

  @Test
  void percent_isAboutThatManyInAHundred() {
    Dice dice = Dice.of(Dice.Topic.LIFE, 8);
    assertThat(IntStream.range(0, 10_000).filter(i -> dice.percent(12)).count())
        .isBetween(1_050L, 1_350L);
    assertThat(IntStream.range(0, 100_000).filter(i -> dice.perTenThousand(80)).count())
        .isBetween(700L, 900L);
    assertThat(IntStream.range(0, 1_000).filter(i -> dice.percent(0))).isEmpty();
    assertThat(IntStream.range(0, 1_000).filter(i -> !dice.percent(100))).isEmpty();
  }

  @Test
  void text_isOfItsAlphabet() {
    assertThat(Dice.of(Dice.Topic.REFERENCE, 1).text(Dice.DIGITS, 40)).matches("[0-9]{40}");
    assertThat(Dice.of(Dice.Topic.REFERENCE, 1).text(Dice.LETTERS, 400))
        .matches("[0-9A-Za-z]{400}")
        .containsPattern("[a-z]")
        .containsPattern("[A-Z]");
  }
}
