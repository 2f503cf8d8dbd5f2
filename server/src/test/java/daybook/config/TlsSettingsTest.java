package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.config.word.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of TLS: what fits together, and that a password is never shown. */
final class TlsSettingsTest {

  @TempDir Path directory;

  @Test
  void unlessChosen_noTlsIsSpoken() {
    TlsSettings settings = load("");

    assertThat(settings.enabled()).isFalse();
    assertThat(settings)
        .isEqualTo(
            new TlsSettings(
                null,
                null,
                null,
                Secret.NONE,
                null,
                null,
                Duration.ofSeconds(10),
                Duration.ofDays(14)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate=a.pem key=b.pem",
        "certificate=a.pem key=b.pem password=x",
        "certificate=a.pem key=b.pem password-file=x",
        "certificate=a.pem key=b.pem plain-port=0",
        "key-store=a.p12",
        "key-store=a.p12 password=x plain-port=8081"
      })
  void combination_thatMakesSense_turnsTlsOn(String settings) {
    assertThat(load(settings).enabled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate=a.pem | tls.certificate and tls.key go together: only tls.certificate is set",
        "key=a.pem         | tls.certificate and tls.key go together: only tls.key is set",
        "key-store=a.p12 certificate=a.pem key=b.pem | tls.key-store takes the place of"
            + " tls.certificate and tls.key: set one or the other",
        "key-store=a.p12 password=x password-file=y | set tls.password or tls.password-file,"
            + " not both",
        "plain-port=80     | tls.plain-port is for a server that speaks TLS",
        "key-store=a.p12 plain-port=http | tls.plain-port = 'http' (the command line) is not valid:"
            + " expected a whole number from 0 to 65535, or none",
        "key-store=a.p12 check-interval=0s | from 10ms to 24h",
        "key-store=a.p12 expiry-warning=2y | from 0s to 365d"
      })
  void combination_thatMakesNone_isRefused(String settings, String problem) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(settings))
        .withMessageContaining(problem);
  }

  @Test
  void password_isShownNowhere() throws Exception {
    assertThat(load("key-store=a.p12 password=sesame").toString())
        .contains("a secret")
        .doesNotContain("sesame");
    assertThat(load("key-store=a.p12").toString()).contains("no secret");
    Path file = Files.writeString(directory.resolve("s.properties"), "tls.password=ses\\u0007ame");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> Settings.load(new SettingsInput(Map.of(), Map.of(), file)))
        .withMessage(
            "tls.password = ... ("
                + file
                + ", line 1) is not valid: expected text without control characters, which is"
                + " never shown");
  }

  @Test
  void password_comesFromTheEnvironmentToo() {
    Map<String, String> environment =
        Map.of("DAYBOOK_TLS_PASSWORD", "sesame", "DAYBOOK_TLS_KEY_STORE", "a.p12");
    Map<String, String> flags = Map.of("store.data-dir", directory.toString());

    TlsSettings settings = Settings.load(new SettingsInput(flags, environment, null)).tls();

    assertThat(settings.password().text()).isEqualTo("sesame");
    assertThat(settings.keyStore()).isEqualTo(Path.of("a.p12"));
  }

  // "key=value" pairs without the group's name, separated by spaces.
  private TlsSettings load(String settings) {
    Map<String, String> flags = new HashMap<>();
    flags.put("store.data-dir", directory.toString());
    for (String setting : settings.split(" ", -1)) {
      if (!setting.isEmpty()) {
        String[] parts = setting.split("=", 2);
        flags.put("tls." + parts[0], parts[1]);
      }
    }
    return Settings.load(SettingsInput.ofFlags(flags)).tls();
  }
}
