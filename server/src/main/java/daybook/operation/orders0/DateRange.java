package daybook.operation.orders0;

import daybook.listing.Conditions;
import daybook.listing.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the range of dates that a listing goes by (CONTRACT 1.5 #1 to #4).
 *
 * <p>An order shows up two minutes after its date, so that whoever asks for everything up to now
 * gets a range in which nothing is still to come. Where the caller names no end, it is the last
 * millisecond of a second: orders are dated in whole seconds, so none lies on an end that both this
 * range and the next one, which begins at the echoed end, include.
 */
final class DateRange {

  /** How old an order is when it shows up. */
  private static final Duration DELAY = Duration.ofMinutes(2);

  /** The end of a listing without dates: later than any order. */
  private static final Instant OPEN_END = Instant.parse("9999-12-31T23:59:59.999Z");

  private DateRange() {}

  /** Reads the four parameters; returns those that are set, in their canonical form. */
  static Map<String, String> read(Reading reading, Instant now) {
    Map<String, String> range = new LinkedHashMap<>();
    read(reading, Family.CREATED, now, range);
    read(reading, Family.UPDATED, now, range);
    boolean created = isSet(reading, Family.CREATED);
    boolean updated = isSet(reading, Family.UPDATED);
    if (created && updated) {
      reading.fault(
          SellerWording.NOT_VALID, "", "dates of creation and of the last change together");
    }
    boolean byIds =
        reading.isSet(OrderConditions.AMAZON_ORDER_IDS)
            || reading.isSet(OrderConditions.SELLER_ORDER_ID);
    if (!created && !updated && !byIds) {
      reading.fault(
          SellerWording.INVALID,
          SellerWording.noDates(Family.UPDATED.after(), Family.CREATED.after()),
          "neither CreatedAfter nor LastUpdatedAfter, and no identifiers");
    }
    return range;
  }

  /** Returns where a listing ends that begins now. */
  static Instant end(Conditions conditions, Instant now) {
    return Family.of(conditions)
        .map(
            family ->
                conditions.get(family.before()).map(Instant::parse).orElseGet(() -> latest(now)))
        .orElse(OPEN_END);
  }

  private static void read(Reading reading, Family family, Instant now, Map<String, String> range) {
    Instant from = put(range, family.after(), reading.date(family.after()));
    Instant to = put(range, family.before(), reading.date(family.before()));
    if (reading.isSet(family.before()) && !reading.isSet(family.after())) {
      reading.fault(
          SellerWording.INVALID,
          SellerWording.noDates(family.after()),
          family.before() + " without " + family.after());
    }
    if (to != null && to.isAfter(now.minus(DELAY))) {
      reading.fault(SellerWording.NOT_VALID, "", family.before() + " is less than two minutes ago");
    }
    if (from != null && to != null && from.isAfter(to)) {
      reading.fault(
          SellerWording.NOT_VALID, "", family.after() + " is later than " + family.before());
    }
  }

  private static boolean isSet(Reading reading, Family family) {
    return reading.isSet(family.after()) || reading.isSet(family.before());
  }

  private static @Nullable Instant put(
      Map<String, String> range, String name, @Nullable Instant instant) {
    if (instant != null) {
      range.put(name, instant.toString());
    }
    return instant;
  }

  private static Instant latest(Instant now) {
    return now.minus(DELAY).truncatedTo(ChronoUnit.SECONDS).minusMillis(1);
  }
}
