package daybook.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Region;
import daybook.world.Pace.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final Map<Region, Market> MARKETS = Market.readAll();
  private static final Instant START = Instant.parse("2024-10-19T15:42:17Z");
  private static final Instant END = Instant.parse("2025-11-19T15:42:17Z");
  private static final int COUNT = 40_000;

  private static final List<Moment> US = moments(COUNT, presence(Region.US, 100));

  @Test
  void moments_ascend() {
    assertThat(US).extracting(Moment::second).isSorted();
  }

  @Property(tries = 200)
  void moments_stayInRangeAndAscend(
      @ForAll @LongRange(min = -3_000_000_000L, max = 4_000_000_000L) long start,
      @ForAll @IntRange(min = 0, max = 2_000_000) int seconds,
      @ForAll @IntRange(min = 1, max = 50) int count) {
    Instant from = Instant.ofEpochSecond(start);
    Pace pace = new Pace(List.of(presence(Region.JP, 1)), from, from.plusSeconds(seconds));
    List<Moment> moments =
        LongStream.range(0, count)
            .mapToObj(i -> pace.at(i, count, Dice.of(Dice.Topic.PLACING, start, i)))
            .toList();
    assertThat(moments)
        .extracting(Moment::second)
        .isSorted()
        .allSatisfy(second -> assertThat(second).isBetween(start, start + seconds));
  }

  @Test
  void moment_doesNotDependOnOthers() {
    Pace pace = new Pace(List.of(presence(Region.US, 100)), START, END);
    assertThat(pace.at(777, COUNT, Dice.of(Dice.Topic.PLACING, 777))).isEqualTo(US.get(777));
  }

  @Test
  void mostMoments_areOnWorkdays() {
    Map<DayOfWeek, Long> days = countBy(US, -6, OffsetDateTime::getDayOfWeek);
    assertThat(days).hasSize(7);
    assertThat(days.get(DayOfWeek.SATURDAY)).isLessThan(days.get(DayOfWeek.WEDNESDAY) / 5);
    assertThat(days.get(DayOfWeek.SUNDAY)).isLessThan(days.get(DayOfWeek.WEDNESDAY) / 5);
  }

  @Test
  void mostMoments_areInOfficeHoursOfTheirMarket() {
    for (Region region : List.of(Region.US, Region.DE, Region.JP, Region.AU)) {
      List<Moment> moments = moments(5_000, presence(region, 1));
      int offset = MARKETS.get(region).hoursFromUtc();
      Map<Integer, Long> hours = countBy(moments, offset, OffsetDateTime::getHour);
      long office =
          LongStream.rangeClosed(8, 17).map(hour -> hours.getOrDefault((int) hour, 0L)).sum();
      assertThat(office).as("%s", region).isGreaterThan(4_200);
    }
  }

  @Test
  void business_grows() {
    long first = US.stream().filter(in(0, 90)).count();
    long last = US.stream().filter(in(300, 390)).count();
    assertThat(last).isGreaterThan(first * 12 / 10);
  }

  @Test
  void holidays_areQuiet() {
    Instant christmas = Instant.parse("2024-12-23T00:00:00Z");
    long holidays =
        US.stream().filter(between(christmas, christmas.plus(Duration.ofDays(7)))).count();
    Instant spring = christmas.plus(Duration.ofDays(91));
    long workdays = US.stream().filter(between(spring, spring.plus(Duration.ofDays(7)))).count();
    assertThat(holidays).isPositive().isLessThan(workdays * 6 / 10);
  }

  @Test
  void recurringOrders_shareTheirSecond() {
    Map<Long, Long> perSecond = US.stream().collect(groupingBy(Moment::second, counting()));
    List<Map.Entry<Long, Long>> runs =
        perSecond.entrySet().stream().filter(entry -> entry.getValue() > 5).toList();
    assertThat(runs)
        .hasSize(57)
        .allSatisfy(
            run -> {
              OffsetDateTime local = local(run.getKey(), -6);
              assertThat(local.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
              assertThat(local.toLocalTime()).hasToString("06:00");
            });
    assertThat(runs.stream().mapToLong(Map.Entry::getValue).sum())
        .isBetween(COUNT * 2L / 100, COUNT * 4L / 100);
  }

  @Test
  void markets_haveTheirShare() {
    Map<Region, Long> regions =
        moments(10_000, presence(Region.US, 70), presence(Region.DE, 30)).stream()
            .collect(groupingBy(moment -> moment.market().region(), counting()));
    assertThat(regions.get(Region.US)).isBetween(6_800L, 7_200L);
    assertThat(regions.get(Region.DE)).isBetween(2_800L, 3_200L);
  }

  @Test
  void mostPurchasesOfAll_overflowNothing() {
    Pace pace = new Pace(List.of(presence(Region.US, 100)), START, END);
    long last = Pace.MOST - 1;
    assertThat(pace.at(last, Pace.MOST, Dice.of(Dice.Topic.PLACING, last)).second())
        .isBetween(END.getEpochSecond() - 10, END.getEpochSecond());
  }

  private static List<Moment> moments(int count, Pace.Presence... presences) {
    Pace pace = new Pace(List.of(presences), START, END);
    return LongStream.range(0, count)
        .mapToObj(index -> pace.at(index, count, Dice.of(Dice.Topic.PLACING, index)))
        .toList();
  }

  private static Pace.Presence presence(Region region, int share) {
    return new Pace.Presence(MARKETS.get(region), share);
  }

  private static <K> Map<K, Long> countBy(
      List<Moment> moments, int offset, Function<OffsetDateTime, K> key) {
    return moments.stream()
        .collect(groupingBy(moment -> key.apply(local(moment.second(), offset)), counting()));
  }

  private static OffsetDateTime local(long second, int offset) {
    return Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(offset));
  }

  private static Predicate<Moment> in(int fromDay, int toDay) {
    return between(START.plus(Duration.ofDays(fromDay)), START.plus(Duration.ofDays(toDay)));
  }

  private static Predicate<Moment> between(Instant from, Instant to) {
    return moment ->
        moment.second() >= from.getEpochSecond() && moment.second() < to.getEpochSecond();
  }
}
