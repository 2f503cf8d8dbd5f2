package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a store may be, and what nobody gets to see of it. */
final class StoreSettingsTest {

  private static final String URL = "jdbc:postgresql://db1:5432,db2/daybook?currentSchema=acme";

  @TempDir Path dir;

  private StoreSettings load(Map<String, String> flags, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(flags);
    all.put("store.data-dir", dir.toString());
    return Settings.load(new SettingsInput(all, environment, null)).store();
  }

  private String refusal(Map<String, String> flags, Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> load(flags, environment))
        .getMessage();
  }

  @Test
  void url_none_isAFileInTheDataDirectory() {
    StoreSettings store = load(Map.of(), Map.of());
    assertThat(store.url()).isEmpty();
    assertThat(store.place()).isEqualTo(dir.toString());
    assertThat(store.patience()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void url_ofPostgresql_isTakenAsItStands() {
    StoreSettings store =
        load(
            Map.of("store.url", URL, "store.writers", "9", "store.connect-timeout", "2s"),
            Map.of("DAYBOOK_STORE_USER", "clerk", "DAYBOOK_STORE_PASSWORD", "open sesame"));
    assertThat(store.url()).contains(URL);
    assertThat(store.user()).contains("clerk");
    assertThat(store.password().text()).isEqualTo("open sesame");
    assertThat(store.passwordFile()).isEmpty();
    assertThat(store.writers()).isEqualTo(9);
    assertThat(store.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(store.place()).isEqualTo("jdbc:postgresql://db1:5432,db2/daybook");
  }

  @Test
  void password_isInNoText() {
    StoreSettings store =
        load(Map.of("store.url", URL), Map.of("DAYBOOK_STORE_PASSWORD", "open sesame"));
    assertThat(store.toString()).doesNotContain("sesame").contains("db1");
  }

  @Test
  void password_onTheCommandLine_isRefusedAndNotShown() {
    assertThat(refusal(Map.of("store.url", URL, "store.password", "sesame"), Map.of()))
        .contains("store.password can't be set on the command line")
        .contains("DAYBOOK_STORE_PASSWORD")
        .doesNotContain("sesame");
  }

  @Test
  void password_withControls_isRefusedAndNotShown() {
    assertThat(refusal(Map.of("store.url", URL), Map.of("DAYBOOK_STORE_PASSWORD", "ses\u0007ame")))
        .contains("store.password")
        .contains("DAYBOOK_STORE_PASSWORD")
        .doesNotContain("ses");
  }

  @Test
  void passwordFile_isNamedOnly() {
    StoreSettings store =
        load(Map.of("store.url", URL, "store.password-file", "/run/secret"), Map.of());
    assertThat(store.passwordFile()).isEqualTo(Optional.of(Path.of("/run/secret")));
    assertThat(store.password().isEmpty()).isTrue();
  }

  @Test
  void passwordAndItsFile_areOneTooMany() {
    assertThat(
            refusal(
                Map.of("store.url", URL, "store.password-file", "/run/secret"),
                Map.of("DAYBOOK_STORE_PASSWORD", "sesame")))
        .contains("store.password-file")
        .doesNotContain("sesame");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/daybook?password=sesame",
        "jdbc:postgresql://db/daybook?user=a&PASSWORD=sesame",
        "jdbc:postgresql://db/daybook?sslpassword=sesame",
        "jdbc:postgresql://clerk:sesame@db/daybook",
        "jdbc:mysql://sesame/daybook",
        "postgresql://sesame/daybook",
        "jdbc:postgresql:",
        "jdbc:postgresql://db/day book?sesame"
      })
  void url_ofAnotherKindOrWithAPassword_isRefusedAndNotShown(String url) {
    assertThat(refusal(Map.of("store.url", url), Map.of()))
        .contains("store.url = ... (the command line) is not valid")
        .contains("without a password")
        .doesNotContain("sesame");
  }

  @Test
  void answer_noLongerThanAStatement_isRefused() {
    assertThat(
            refusal(
                Map.of(
                    "store.url",
                    URL,
                    "store.statement-timeout",
                    "15s",
                    "store.answer-timeout",
                    "15s"),
                Map.of()))
        .contains("store.answer-timeout must be longer than store.statement-timeout");
  }
}
