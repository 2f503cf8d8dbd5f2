package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a date that is read, and the one that is written. */
final class TimestampsTest {

  @ParameterizedTest(name = "CONTRACT 2 #10: \"{0}\" is {1}")
  @CsvSource({
    "2025-01-15T10:30:00Z, 2025-01-15T10:30:00Z",
    "2025-01-15t10:30:00z, 2025-01-15T10:30:00Z",
    "2025-01-15T10:30:00+02:00, 2025-01-15T08:30:00Z",
    "2025-01-15T10:30:00-0530, 2025-01-15T16:00:00Z",
    "2025-01-15T10:30:00+02, 2025-01-15T08:30:00Z",
    "2025-01-15T10:30:00 02:00, 2025-01-15T08:30:00Z",
    "2025-01-15T10:30:00 0200, 2025-01-15T08:30:00Z",
    "2025-01-15T10:30:00.123 UTC, 2025-01-15T10:30:00.123Z",
    "2025-01-15T10:30:00 America/New_York, 2025-01-15T15:30:00Z",
    "2025-01-15T10:30:00 PST, 2025-01-15T18:30:00Z",
    "2025-07-15T10:30:00 Europe/Berlin, 2025-07-15T08:30:00Z",
    "2025-01-15T10:30:00, 2025-01-15T10:30:00Z",
    "2025-01-15 10:30:00, 2025-01-15T10:30:00Z",
    "2025-01-15T10:30, 2025-01-15T10:30:00Z",
    "2025-01-15T10:30Z, 2025-01-15T10:30:00Z",
    "2025-01-15, 2025-01-15T00:00:00Z",
    "2025-01-15T10:30:00.1Z, 2025-01-15T10:30:00.100Z",
    "2025-01-15T10:30:00.123456789Z, 2025-01-15T10:30:00.123Z",
    "2025-01-15T10:30:00.000000001+00:00, 2025-01-15T10:30:00Z",
    "' 2025-01-15T10:30:00Z ', 2025-01-15T10:30:00Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
  })
  void parse_readsTheSpelling(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).contains(expected);
  }

  @ParameterizedTest(name = "\"{0}\" is no date")
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "2025",
        "2025-13-01",
        "2025-02-29T00:00:00Z",
        "2025-01-15T24:30:00Z",
        "2025-01-15T10:61:00Z",
        "2025-01-15T10:30:00.1234567890Z",
        "2025-01-15T10:30:00X",
        "2025-01-15T10:30:00 Nowhere/At_All",
        "2025-01-15T10:30:00+99:00",
        "2025-01-15T10:30:00+02:00Z",
        "2025-01-15TT10:30:00Z",
        "1736937000",
        "2025-01-15Z",
        "20250115T103000Z",
        "2025-01-15T10:30:00Z0000000000000000000000000000000000000000000000000000000000",
        "\u0662\u0660\u0662\u0665-01-15"
      })
  void parse_refusesWhatIsNoDate(String text) {
    assertThat(Timestamps.parse(text)).isEqualTo(Optional.empty());
  }

  @Test
  void format_printsSecondsAndZ() {
    assertThat(Timestamps.format(Instant.parse("2024-04-23T21:12:00Z")))
        .isEqualTo("2024-04-23T21:12:00Z");
  }

  @Test
  void format_printsMillisecondsOnlyWhereThereAreSome() {
    assertThat(Timestamps.format(Instant.parse("2024-04-23T21:12:40.115999Z")))
        .isEqualTo("2024-04-23T21:12:40.115Z");
  }
}
