package daybook.operation.reporting2021;

import daybook.listing.Conditions;
import daybook.listing.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The range of order dates that a request asks for, both ends inclusive.
 *
 * @param start UTC; null after a fault
 * @param end UTC; null after a fault
 */
record OrderDates(@Nullable Instant start, @Nullable Instant end) {

  static final String START = "startDate";
  static final String END = "endDate";

  /** Reads the dates of page one; a purchase order alone asks for orders of any date up to now. */
  static OrderDates read(Reading reading, Instant now, DateLimits limits, boolean optional) {
    if (!optional) {
      require(reading);
    }
    OrderDates dates = new OrderDates(reading.date(START), reading.date(END));
    dates.check(reading, now, limits);
    if (!optional) {
      return dates;
    }
    return new OrderDates(
        Objects.requireNonNullElse(dates.start, Instant.EPOCH),
        Objects.requireNonNullElse(dates.end, now.truncatedTo(ChronoUnit.MILLIS)));
  }

  /** Returns the first order date of a listing. */
  static Instant start(Conditions conditions) {
    return conditions.get(START).map(Instant::parse).orElseThrow();
  }

  /** Returns the last order date, which is there if the request is without fault. */
  Instant upperBound() {
    return Objects.requireNonNull(end);
  }

  /** Adds what a page token does not carry anyway to the conditions of a listing. */
  void addTo(Map<String, String> conditions) {
    if (start != null) {
      conditions.put(START, start.toString());
    }
  }

  private static void require(Reading reading) {
    if (!reading.isSet(START) && !reading.isSet(END)) {
      reading.fault(
          "Bad number of query parameters. Please specify either a date range or a purchase order"
              + " number.",
          null,
          "startDate and endDate are missing");
    } else if (!reading.isSet(START)) {
      reading.missing(START);
    } else if (!reading.isSet(END)) {
      reading.missing(END);
    }
  }

  private void check(Reading reading, Instant now, DateLimits limits) {
    Duration lookBack = limits.lookBack();
    if (start != null && lookBack != null && start.isBefore(now.minus(lookBack))) {
      reading.fault(
          "The startDate must not be more than " + words(lookBack) + " in the past.",
          "Please ensure startDate is within the past " + words(lookBack) + ".",
          "startDate " + start + " is more than " + words(lookBack) + " ago");
    }
    if (start == null || end == null) {
      return;
    }
    Duration longest = limits.longestRange();
    if (start.isAfter(end)) {
      reading.fault(
          "The startDate must be before or equal to endDate.",
          "Please ensure startDate is chronologically before endDate.",
          "startDate " + start + " is after endDate " + end);
    } else if (longest != null && Duration.between(start, end).compareTo(longest) > 0) {
      reading.fault(
          "The startDate must not be more than " + words(longest) + " before endDate.",
          "Please ensure the range from startDate to endDate is " + words(longest) + " or shorter.",
          "the range from " + start + " to " + end + " is longer than " + words(longest));
    }
  }

  // In the largest unit that says it exactly, but 24 hours as the guide has it.
  private static String words(Duration duration) {
    for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
      long count = duration.dividedBy(unit.getDuration());
      if (count > 1 && duration.equals(unit.getDuration().multipliedBy(count))) {
        return count + " " + unit.toString().toLowerCase(Locale.ROOT);
      }
    }
    return duration.toSeconds() + " seconds";
  }
}
