package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingBoundsTest {
  @ParameterizedTest
  @CsvSource({
    // key, least, most: both are good
    "server.port,                 0,        65535",
    "server.max-connections,      1,        1000000",
    "server.max-url-bytes,        1KiB,     1MiB",
    "server.max-header-bytes,     1024,     1048576",
    "server.max-body-bytes,       1KiB,     16MiB",
    "server.max-user-agent-chars, 1,        100000",
    "server.request-timeout,      10ms,     1h",
    "server.idle-timeout,         10ms,     24h",
    "server.drain-time,           0s,       1h",
    "store.readers,               1,        256",
    "tokens.access-lifetime,      1s,       24h",
    "tokens.page-lifetime,        1s,       365d",
    "tokens.revocation-refresh,   10ms,     1h",
    "reports2025.clock-skew,      0s,       1d",
    "reports2025.look-back,       1d,       9999y",
    "reports2021.max-range,       1s,       10000d",
    "reports2021.look-back,       30d,      none"
  })
  void bounds_belongToTheRange(String key, String least, String most) {
    Setting<?> setting = setting(key);

    assertThat(setting.type().parse(least)).isNotNull();
    assertThat(setting.type().parse(most)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"0.000001/1", "0.0167/20", "0.5/10", "5 / 15", "9999999.999999/9999999", "007/08"})
  void plan_withinItsForm_isGood(String text) {
    SettingType.Plan plan = SettingType.plan().parse(text);

    assertThat(plan.rate()).isPositive();
    assertThat(plan.burst()).isPositive();
  }

  /** Whatever is written, it is a value or it is refused as one: nothing else is thrown. */
  @Property
  void anyText_isAValueOrRefused(@ForAll String text) {
    for (Setting<?> setting : SettingCatalogue.all()) {
      try {
        assertThat((Object) setting.type().parse(text)).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e).isNotInstanceOf(ArrayIndexOutOfBoundsException.class);
      }
    }
  }

  @Property
  void anyKey_isAcceptedOnlyIfItIsInTheCatalogue(@ForAll String key) {
    SettingsInput input = SettingsInput.ofFlags(java.util.Map.of(key, "1"));
    List<String> known = SettingsReference.keys();
    try {
      Settings.load(input);
      assertThat(known).contains(key);
    } catch (SettingsException e) {
      assertThat(e).hasMessageContaining("nearest known one is");
    }
  }

  private static Setting<?> setting(String key) {
    return SettingCatalogue.all().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
