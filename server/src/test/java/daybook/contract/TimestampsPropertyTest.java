package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every spelling of an instant is read as that instant (CONTRACT 2 #10). */
class TimestampsPropertyTest {

  private static final long YEAR_1 = Instant.parse("0001-01-02T00:00:00Z").toEpochMilli();
  private static final long YEAR_9999 = Instant.parse("9999-12-30T00:00:00Z").toEpochMilli();

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(YEAR_1, YEAR_9999).map(Instant::ofEpochMilli);
  }

  @Provide
  Arbitrary<Instant> seconds() {
    return instants().map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
  }

  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.integers()
        .between(-18 * 4, 18 * 4)
        .map(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900));
  }

  @Property
  void whatIsPrinted_isReadBack(@ForAll("instants") Instant instant) {
    assertThat(Timestamps.parse(Timestamps.format(instant))).contains(instant);
  }

  @Property
  void offset_isReadWithAndWithoutColon(
      @ForAll("instants") Instant instant, @ForAll("offsets") ZoneOffset offset) {
    OffsetDateTime local = instant.atOffset(offset);
    for (String pattern : new String[] {"xxx", "xx"}) {
      String text = local.format(form("uuuu-MM-dd'T'HH:mm:ss.SSS" + pattern));
      assertThat(Timestamps.parse(text)).as(text).contains(instant);
    }
  }

  @Property
  void plusThatBecameASpace_isStillAPlus(
      @ForAll("seconds") Instant instant, @ForAll @IntRange(max = 14) int hours) {
    String text =
        instant
            .atOffset(ZoneOffset.ofHours(hours))
            .format(form("uuuu-MM-dd'T'HH:mm:ssxxx"))
            .replace('+', ' ');
    assertThat(Timestamps.parse(text)).as(text).contains(instant);
  }

  @Property
  void noZone_isUtc(@ForAll("seconds") Instant instant) {
    String text = instant.atOffset(ZoneOffset.UTC).format(form("uuuu-MM-dd'T'HH:mm:ss"));
    assertThat(Timestamps.parse(text)).contains(instant);
    assertThat(Timestamps.parse(text.replace('T', ' '))).contains(instant);
  }

  @Property
  void zoneName_isReadAfterASpace(@ForAll("seconds") Instant instant) {
    for (String zone : new String[] {"UTC", "Asia/Tokyo", "Asia/Kolkata"}) {
      String text =
          instant.atZone(ZoneId.of(zone)).format(form("uuuu-MM-dd'T'HH:mm:ss")) + " " + zone;
      // Years before zones were ruled have offsets of odd seconds, which read back all the same.
      assertThat(Timestamps.parse(text)).as(text).contains(instant);
    }
  }

  @Property
  void fractions_areCutToMilliseconds(
      @ForAll("seconds") Instant instant, @ForAll @IntRange(min = 1, max = 9) int digits) {
    String fraction = "987654321".substring(0, digits);
    String text = instant.atOffset(ZoneOffset.UTC).format(form("uuuu-MM-dd'T'HH:mm:ss."));
    int millis = Integer.parseInt((fraction + "00").substring(0, 3));
    assertThat(Timestamps.parse(text + fraction + "Z")).contains(instant.plusMillis(millis));
  }

  @Property
  void dateAlone_isMidnightUtc(@ForAll("instants") Instant instant) {
    Instant day = instant.truncatedTo(ChronoUnit.DAYS);
    assertThat(Timestamps.parse(day.toString().substring(0, 10))).contains(day);
  }

  @Property
  void anyText_isReadOrRefusedButNeverFails(@ForAll String text) {
    Timestamps.parse(text)
        .ifPresent(
            instant -> assertThat(instant).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS)));
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
