package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.OrderStatus;
import daybook.world.Timeline.Parcel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimelineTest {
  private static final long PLACED = 1_700_000_000;
  private static final long DAY = 86_400;

  /** Approved at 10, processed at 20, paid at 30, parcels at 40 to 60 and 50 to 70. */
  private static final Timeline LIFE =
      new Timeline(
          0, true, 10, 20, 30, List.of(new Parcel(40, 60), new Parcel(50, 70)), Timeline.NEVER);

  @ParameterizedTest
  @CsvSource({
    "0, PENDING_APPROVAL",
    "9, PENDING_APPROVAL",
    "10, PENDING",
    "20, PAYMENT_CONFIRMED",
    "29, PAYMENT_CONFIRMED",
    "30, PENDING_FULFILLMENT",
    "69, PENDING_FULFILLMENT",
    "70, CLOSED",
    "999, CLOSED"
  })
  void status_isOfTheLastStageReached(long now, OrderStatus expected) {
    assertThat(LIFE.status(now)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0", "9, 0", "15, 10", "30, 30", "45, 40", "55, 50", "69, 60", "70, 70", "999, 70"
  })
  void lastEvent_isTheLatestUpToNow(long now, long expected) {
    assertThat(LIFE.lastEvent(now)).isEqualTo(expected);
  }

  @Test
  void cancelled_endsAll() {
    Timeline life = new Timeline(0, true, 10, 20, 30, List.of(new Parcel(40, 60)), 15);
    assertThat(life.status(14)).isEqualTo(OrderStatus.PENDING);
    assertThat(life.status(15)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(life.status(999)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(life.lastEvent(999)).isEqualTo(15);
    assertThat(life.isApprovedBySomebody(999)).isTrue();
  }

  @Test
  void approver_isNamedOnceSomebodyApproved() {
    assertThat(LIFE.isApprovedBySomebody(9)).isFalse();
    assertThat(LIFE.isApprovedBySomebody(10)).isTrue();
    Timeline free = new Timeline(0, false, 0, 20, 30, List.of(new Parcel(40, 60)), Timeline.NEVER);
    assertThat(free.isApprovedBySomebody(999)).isFalse();
    Timeline rejected = new Timeline(0, true, 10, 20, 30, List.of(new Parcel(40, 60)), 5);
    assertThat(rejected.isApprovedBySomebody(999)).isFalse();
  }

  @Property
  void life_goesForward(@ForAll long key, @ForAll @IntRange(max = 3) int parcels) {
    Timeline life = draw(key, true, parcels);
    assertThat(life.placed()).isEqualTo(PLACED);
    assertThat(life.approved()).isGreaterThan(PLACED);
    assertThat(life.processed()).isGreaterThanOrEqualTo(life.approved());
    assertThat(life.paid()).isGreaterThanOrEqualTo(life.processed());
    assertThat(life.parcels()).hasSize(Math.max(1, parcels));
    long before = life.paid();
    for (Parcel parcel : life.parcels()) {
      assertThat(parcel.shipped()).isGreaterThanOrEqualTo(before);
      assertThat(parcel.delivered()).isGreaterThanOrEqualTo(parcel.shipped());
      before = parcel.shipped();
    }
    assertThat(life.cancelled()).isGreaterThan(PLACED);
  }

  @Property
  void cancelling_comesBeforeTheFirstParcelLeaves(@ForAll long key) {
    Timeline life = draw(key, false, 2);
    if (life.cancelled() != Timeline.NEVER) {
      assertThat(life.cancelled()).isLessThanOrEqualTo(life.parcels().get(0).shipped());
    }
  }

  @Test
  void approval_thatNobodyHasToGive_takesNoTime() {
    assertThat(draw(1, false, 1).approved()).isEqualTo(PLACED);
  }

  @Test
  void download_followsThePayment() {
    Timeline life = draw(3, false, 0);
    Parcel download = life.parcels().get(0);
    assertThat(download.shipped()).isEqualTo(life.paid());
    assertThat(download.delivered()).isEqualTo(life.paid() + 60);
  }

  @Test
  void mostLives_endWithinWeeks_aFewNever() {
    List<OrderStatus> after30Days =
        LongStream.range(0, 5_000)
            .mapToObj(key -> draw(key, key % 3 == 0, 1).status(PLACED + 30 * DAY))
            .toList();
    assertThat(after30Days.stream().filter(status -> status == OrderStatus.CLOSED).count())
        .isGreaterThan(4_500);
    assertThat(Set.copyOf(after30Days)).isEqualTo(EnumSet.allOf(OrderStatus.class));
    List<OrderStatus> afterYears =
        LongStream.range(0, 5_000)
            .mapToObj(key -> draw(key, key % 3 == 0, 1).status(PLACED + 3_000 * DAY))
            .toList();
    assertThat(
            afterYears.stream()
                .filter(status -> status != OrderStatus.CLOSED && status != OrderStatus.CANCELLED)
                .count())
        .isBetween(10L, 100L);
  }

  private static Timeline draw(long key, boolean needsApproval, int parcels) {
    return Timeline.draw(PLACED, needsApproval, parcels, Dice.of(Dice.Topic.LIFE, key));
  }
}
