package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingTypeTest {
  @ParameterizedTest
  @CsvSource({
    "500ms,   PT0.5S",
    "30s,     PT30S",
    "30 s,    PT30S",
    "5m,      PT5M",
    "1h,      PT1H",
    "24H,     PT24H",
    "2d,      PT48H",
    "PT1H,    PT1H",
    "pt1h30m, PT1H30M",
    "P1D,     PT24H"
  })
  void duration_isReadInEverySpelling(String text, Duration expected) {
    assertThat(SettingType.duration("0s", "365d").parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "512,     512",
    "512B,    512",
    "16KiB,   16384",
    "16 kib,  16384",
    "1MiB,    1048576"
  })
  void size_isReadInEverySpelling(String text, int expected) {
    assertThat(SettingType.size("0", "1MiB").parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"30d, P30D", "2w, P14D", "6m, P6M", "2y, P2Y", "P2Y, P2Y", "p1y6m, P1Y6M"})
  void period_isReadInEverySpelling(String text, Period expected) {
    assertThat(SettingType.period().parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"text, TEXT", "JSON, JSON", " Json , JSON"})
  void choice_isReadInAnyCase(String text, LoggingSettings.Format expected) {
    assertThat(SettingType.choice(LoggingSettings.Format.class).parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"none,", "NONE,", "' None ',", "24h, PT24H", "P30D, PT720H"})
  void noneOrAValue_isReadInEverySpelling(String text, Duration expected) {
    assertThat(SettingType.orNone(SettingType.duration("1s", "365d")).parse(text))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Property
  void duration_asIso_isReadBack(@ForAll @LongRange(min = 0, max = 1_000_000_000) long millis) {
    Duration duration = Duration.ofMillis(millis);

    SettingType<Duration> type = SettingType.duration("0s", "365d");

    assertThat(type.parse(duration.toString())).isEqualTo(duration);
    assertThat(type.parse(millis % 1_000_000_000 + "ms"))
        .isEqualTo(Duration.ofMillis(millis % 1_000_000_000));
  }
}
