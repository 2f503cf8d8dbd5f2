package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.config.word.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private static final String DATA_DIR = "store.data-dir";

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void placeFile() {
    file = dir.resolve("daybook.properties");
  }

  @Test
  void defaults_areThoseOfTheContract() {
    Settings settings = load(Map.of(), Map.of());

    assertThat(settings.server())
        .isEqualTo(
            new ServerSettings(
                "127.0.0.1",
                8080,
                1024,
                16_384,
                16_384,
                65_536,
                500,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10)));
    assertThat(settings.tokens())
        .isEqualTo(
            new TokenSettings(
                Duration.ofHours(1), Duration.ofHours(24), Duration.ofSeconds(2), Secret.NONE));
    assertThat(settings.throttle().enabled()).isTrue();
    assertThat(settings.throttle().retryAfter()).isTrue();
    assertThat(settings.throttle().plans()).isEmpty();
    assertThat(settings.reports2025())
        .isEqualTo(new Reports2025Settings(false, Duration.ofSeconds(60), Period.ofYears(2)));
    assertThat(settings.reports2021())
        .isEqualTo(
            new Reports2021Settings(
                Reports2021Settings.States.DOCUMENTED,
                Reports2021Settings.UnknownOrder.REFUSED,
                null,
                null,
                false));
    assertThat(settings.logging())
        .isEqualTo(new LoggingSettings(true, LoggingSettings.Format.TEXT));
    assertThat(settings.store().readers()).isEqualTo(4);
  }

  @Test
  void dataDirectory_unlessChosen_isBesideTheUser() {
    Settings settings = Settings.load(SettingsInput.ofFlags(Map.of()));

    assertThat(settings.store().dataDir()).isEqualTo(Path.of("daybook-data"));
  }

  @ParameterizedTest
  @CsvSource({
    // flag, environment, file, taken
    "1,    2,    3,    1",
    "1,    2,    ,     1",
    "1,    ,     3,    1",
    ",     2,    3,    2",
    ",     2,    ,     2",
    ",     ,     3,    3",
    ",     ,     ,     8080"
  })
  void port_isTakenFromTheStrongestSource(
      String flag, String variable, String inFile, int expected) {
    if (inFile != null) {
      write("server.port = " + inFile);
    }
    Map<String, String> flags = flag == null ? Map.of() : Map.of("server.port", flag);
    Map<String, String> environment =
        variable == null ? Map.of() : Map.of("DAYBOOK_SERVER_PORT", variable);

    assertThat(load(flags, environment).server().port()).isEqualTo(expected);
  }

  @Test
  void everyKey_canBeSetByItsVariable() {
    for (Setting<?> setting : SettingCatalogue.all()) {
      if (!setting.isPattern() && !setting.equals(StoreSettings.DATA_DIR)) {
        Map<String, String> environment = Map.of(setting.variable(), "?\u0000");

        assertThat(problemsOf(Map.of(), environment))
            .startsWith(
                setting.key()
                    + (setting.type().isSecret() ? " = ..." : " = '??'")
                    + " (environment variable "
                    + setting.variable());
      }
    }
  }

  @Test
  void variable_thatIsEmpty_countsAsNotSet() {
    assertThat(load(Map.of(), Map.of("DAYBOOK_SERVER_PORT", " ")).server().port()).isEqualTo(8080);
  }

  @Test
  void file_isLookedForInTheDataDirectory_givenByVariable() {
    write("server.port=7");

    Settings settings =
        Settings.load(
            new SettingsInput(Map.of(), Map.of("DAYBOOK_STORE_DATA_DIR", dir.toString()), null));

    assertThat(settings.server().port()).isEqualTo(7);
    assertThat(settings.store().dataDir()).isEqualTo(dir);
  }

  @Test
  void file_givenByName_isTakenInsteadOfTheOneInTheDataDirectory() throws Exception {
    write("server.port=7");
    Path other = Files.writeString(dir.resolve("other.properties"), "server.port=9\n");

    assertThat(
            Settings.load(new SettingsInput(Map.of(DATA_DIR, dir.toString()), Map.of(), other))
                .server()
                .port())
        .isEqualTo(9);
    assertThat(load(Map.of(), Map.of("DAYBOOK_CONFIG", other.toString())).server().port())
        .isEqualTo(9);
  }

  @Test
  void file_givenByName_mayChooseTheDataDirectory() {
    write("store.data-dir=/somewhere/else");

    assertThat(Settings.load(new SettingsInput(Map.of(), Map.of(), file)).store().dataDir())
        .isEqualTo(Path.of("/somewhere/else"));
  }

  @Test
  void file_isReadAsUtf8_withCommentsAndBlanks() {
    write("# a comment\n\n  server.address =  münchen.example  \n");

    assertThat(load(Map.of(), Map.of()).server().address()).isEqualTo("münchen.example");
  }

  @Test
  void value_withDollarSign_isTakenAsItIs() {
    assertThat(load(Map.of("server.address", "a${server.port}"), Map.of()).server().address())
        .isEqualTo("a${server.port}");
  }

  @Test
  void plans_areReadWithAccountAndOperation() {
    write("throttle.plan.getOrders = 0.0055 / 20\nthrottle.account.a.b-1.getOrders=5/15\n");

    assertThat(load(Map.of(), Map.of()).throttle().plans())
        .extracting(
            PlanSetting::account, PlanSetting::operationId, PlanSetting::rate, PlanSetting::burst)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, "getOrders", new BigDecimal("0.0055"), 20),
            org.assertj.core.groups.Tuple.tuple("a.b-1", "getOrders", new BigDecimal("5"), 15));
  }

  @Test
  void plan_inEnvironment_winsOverFileThoughItHasLostItsCase() {
    write("throttle.plan.getOrders=1/1");

    Settings settings = load(Map.of(), Map.of("DAYBOOK_THROTTLE_PLAN_GETORDERS", "2/2"));

    assertThat(settings.throttle().plans())
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.burst()).isEqualTo(2);
              assertThat(plan.operationId()).isEqualToIgnoringCase("getOrders");
              assertThat(plan.where()).contains("DAYBOOK_THROTTLE_PLAN_GETORDERS");
            });
  }

  @Test
  void flag_forPlan_winsOverAllElse() {
    write("throttle.plan.getOrders=1/1");

    Settings settings =
        load(
            Map.of("throttle.plan.getOrders", "3/3"),
            Map.of("DAYBOOK_THROTTLE_PLAN_GETORDERS", "2/2"));

    assertThat(settings.throttle().plans()).extracting(PlanSetting::burst).containsExactly(3);
  }

  private Settings load(Map<String, String> flags, Map<String, String> environment) {
    Map<String, String> all = new java.util.HashMap<>(flags);
    all.put(DATA_DIR, dir.toString());
    return Settings.load(new SettingsInput(all, environment, null));
  }

  private String problemsOf(Map<String, String> flags, Map<String, String> environment) {
    try {
      load(flags, environment);
      return "";
    } catch (SettingsException e) {
      return e.getMessage();
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
