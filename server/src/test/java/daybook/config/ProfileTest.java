package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.config.Reports2021Settings.States;
import daybook.config.Reports2021Settings.UnknownOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One setting changes the defaults of many, and each of them still has the last word. */
final class ProfileTest {

  private static Settings load(String... keysAndValues) {
    Map<String, String> flags = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      flags.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Settings.load(SettingsInput.ofFlags(flags));
  }

  @Test
  void documented_isTheDefault() {
    Settings settings = load();
    assertThat(settings.reports2021())
        .isEqualTo(
            new Reports2021Settings(States.DOCUMENTED, UnknownOrder.REFUSED, null, null, false));
    assertThat(settings.orders0()).isEqualTo(new Orders0Settings(false, true));
    assertThat(settings.reports2025().regionRequired()).isFalse();
    assertThat(settings.throttle().retryAfter()).isTrue();
    assertThat(load("wire.profile", "documented")).isEqualTo(settings);
  }

  @Test
  void observed_isWhatTheLiveServiceDoes() {
    Settings settings = load("wire.profile", "observed");
    assertThat(settings.reports2021())
        .isEqualTo(
            new Reports2021Settings(
                States.OBSERVED,
                UnknownOrder.REFUSED,
                Duration.ofHours(24),
                Duration.ofDays(30),
                false));
    assertThat(settings.orders0()).isEqualTo(new Orders0Settings(true, true));
    assertThat(settings.reports2025().regionRequired()).isFalse();
    assertThat(settings.throttle().retryAfter()).isFalse();
  }

  @Test
  void strict_enforcesEveryDocumentedLimit() {
    Settings settings = load("wire.profile", "STRICT");
    assertThat(settings.reports2021())
        .isEqualTo(
            new Reports2021Settings(
                States.DOCUMENTED,
                UnknownOrder.REFUSED,
                Duration.ofHours(24),
                Duration.ofDays(30),
                true));
    assertThat(settings.orders0()).isEqualTo(new Orders0Settings(false, true));
    assertThat(settings.reports2025().regionRequired()).isTrue();
    assertThat(settings.throttle().retryAfter()).isTrue();
  }

  @Test
  void singleSettings_overrideTheProfile() {
    Settings settings =
        load(
            "wire.profile", "observed",
            "reports2021.max-range", "none",
            "reports2021.look-back", "90d",
            "reports2021.states", "documented",
            "throttle.retry-after", "true");
    assertThat(settings.reports2021().maxRange()).isNull();
    assertThat(settings.reports2021().lookBack()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.reports2021().states()).isEqualTo(States.DOCUMENTED);
    assertThat(settings.throttle().retryAfter()).isTrue();
    assertThat(settings.orders0().replacementAsText()).isTrue();
  }

  @Test
  void environment_choosesAProfileToo() {
    SettingsInput input =
        new SettingsInput(Map.of(), Map.of("DAYBOOK_WIRE_PROFILE", "strict"), null);
    assertThat(Settings.load(input).reports2021().tokenAlone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "wire.profile, lenient",
    "reports2021.max-range, off",
    "reports2021.look-back, 0s",
    "reports2021.states, upper",
    "reports2021.token-alone, yes",
    "orders0.replacement-as-text, 1"
  })
  void badValues_areRefusedByName(String key, String value) {
    assertThatThrownBy(() -> load(key, value))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("expected");
  }

  @Test
  void reference_namesTheDefaultsOfEveryProfile() {
    assertThat(SettingsReference.markdown())
        .contains("`none`, observed: `24h`, strict: `24h`")
        .contains("`true`, observed: `false`");
  }
}
