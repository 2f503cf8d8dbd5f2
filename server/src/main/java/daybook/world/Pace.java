package daybook.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;

/**
 * How the purchases of an account spread over time: office hours of its markets, quiet weekends,
 * growth, quiet holidays, and recurring orders that all go out at the same second on Mondays.
 *
 * <p>The activity of every hour is summed up once; the moment of a purchase is where its share of
 * the sum falls. So moments ascend with the index, and none depends on another purchase.
 */
final class Pace {

  /** Most purchases of one account, so that products stay within 64 bits. */
  static final long MOST = 1_000_000_000L;

  private static final long HOUR = 3600;

  /** Activity of the hours of a working day, local time. */
  private static final int[] WORKDAY = {
    1, 1, 1, 1, 1, 2, 6, 20, 50, 85, 95, 90, 60, 72, 90, 86, 70, 42, 18, 9, 6, 4, 3, 2
  };

  private static final int WEEKEND_PERCENT = 8;
  private static final int GROWTH_PERCENT = 60;
  private static final int HOLIDAY_PERCENT = 40;

  /** The hour of Monday at which recurring orders go out, and how much of the week they are. */
  private static final int RUN_HOUR = 6;

  private static final int RUN_PERCENT = 3;
  private static final int RUN_OF_WEEK = Arrays.stream(WORKDAY).sum() * 5 * RUN_PERCENT / 100;

  private final List<Presence> presences;
  private final long start;
  private final long end;
  private final long firstHour;
  // Two slots an hour: the recurring orders of its first second, then all others.
  private final long[] activityUpTo;

  /** A market and how much of the account's business is done there. */
  record Presence(Market market, int share) {}

  /** When and where a purchase is made. */
  record Moment(long second, Market market) {}

  /** Sums up the activity from one instant to another, both included. */
  Pace(List<Presence> presences, Instant start, Instant end) {
    this.presences = presences;
    this.start = start.getEpochSecond();
    this.end = end.getEpochSecond();
    firstHour = Math.floorDiv(this.start, HOUR);
    int hours = Math.toIntExact(Math.floorDiv(this.end, HOUR) - firstHour + 1);
    activityUpTo = new long[2 * hours + 1];
    for (int slot = 0; slot < 2 * hours; slot++) {
      activityUpTo[slot + 1] = activityUpTo[slot] + activity(slot);
    }
  }

  /** Returns the moment of one of so many purchases. */
  Moment at(long index, long count, Dice dice) {
    long total = activityUpTo[activityUpTo.length - 1];
    long position = (index * total + dice.below(total)) / count;
    int found = Arrays.binarySearch(activityUpTo, position);
    int slot = found < 0 ? -found - 2 : found;
    // Slots without activity end where they begin: step over them.
    while (activityUpTo[slot + 1] == activityUpTo[slot]) {
      slot++;
    }
    long within = position - activityUpTo[slot];
    long second = from(slot);
    if (!isRun(slot)) {
      long activity = activityUpTo[slot + 1] - activityUpTo[slot];
      second += within * seconds(slot) / activity;
    }
    return new Moment(second, market(slot, dice));
  }

  private static boolean isRun(int slot) {
    return slot % 2 == 0;
  }

  private long from(int slot) {
    return Math.max(start, (firstHour + slot / 2) * HOUR);
  }

  private long seconds(int slot) {
    long hourEnds = (firstHour + slot / 2 + 1) * HOUR;
    return Math.min(end + 1, hourEnds) - from(slot);
  }

  private long activity(int slot) {
    long hour = firstHour + slot / 2;
    boolean cut = from(slot) != hour * HOUR;
    if (isRun(slot)) {
      return cut ? 0 : ofAllMarkets(slot) * season(slot);
    }
    return Math.max(1, ofAllMarkets(slot) * season(slot) * seconds(slot) / HOUR);
  }

  private long ofAllMarkets(int slot) {
    long sum = 0;
    for (Presence presence : presences) {
      sum += activity(slot, presence);
    }
    return sum;
  }

  private Market market(int slot, Dice dice) {
    long left = dice.below(ofAllMarkets(slot));
    for (Presence presence : presences) {
      left -= activity(slot, presence);
      if (left < 0) {
        return presence.market();
      }
    }
    throw new AssertionError("the activity of all markets is the sum of each");
  }

  private long activity(int slot, Presence presence) {
    long localHour = firstHour + slot / 2 + presence.market().hoursFromUtc();
    int hour = (int) Math.floorMod(localHour, 24L);
    // 1970 began on a Thursday; 0 is Monday.
    int day = (int) Math.floorMod(Math.floorDiv(localHour, 24L) + 3, 7L);
    if (isRun(slot)) {
      return day == 0 && hour == RUN_HOUR ? (long) presence.share() * RUN_OF_WEEK : 0;
    }
    int onWorkday = WORKDAY[hour];
    return (long) presence.share() * (day < 5 ? onWorkday : 1 + onWorkday * WEEKEND_PERCENT / 100);
  }

  /** Returns how busy the season is, 100 being the first day's. */
  private long season(int slot) {
    long grown = 100 + GROWTH_PERCENT * (from(slot) - start) / Math.max(1, end - start);
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(from(slot), 24 * HOUR));
    boolean holidays =
        (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= 23)
            || date.getDayOfYear() == 1;
    return holidays ? grown * HOLIDAY_PERCENT / 100 : grown;
  }
}
