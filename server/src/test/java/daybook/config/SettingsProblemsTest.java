package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsProblemsTest {
  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "server.prot,                       server.port",
    "Server.Port,                       server.port",
    "port,                              server.port",
    "server.maxConnections,             server.max-connections",
    "tokens.access-life,                tokens.access-lifetime",
    "throttle.enable,                   throttle.enabled",
    "throttle.plans.getOrders,          throttle.plan.getOrders",
    "throttle.accounts.acme.getOrders,  throttle.account.acme.getOrders",
    "config_ordinal,                    logging.format"
  })
  void unknownKey_isRefusedWithTheNearestKnownOneAndItsPlace(String key, String nearest)
      throws IOException {
    String hint = "; the nearest known one is " + nearest;

    assertThat(problems(Map.of(key, "1"), Map.of()))
        .isEqualTo("unknown setting " + key + " on the command line" + hint);
    Path file = write("# first line\n" + key + " = 1\n");
    String where = " in " + file + ", line 2";
    assertThat(problems(Map.of(), Map.of())).isEqualTo("unknown setting " + key + where + hint);
  }

  @ParameterizedTest
  @CsvSource({
    "DAYBOOK_SERVER_PROT,    DAYBOOK_SERVER_PORT",
    "DAYBOOK_SERVERPORT,     DAYBOOK_SERVER_PORT",
    "DAYBOOK_TOKEN_LIFETIME, DAYBOOK_TOKENS_PAGE_LIFETIME"
  })
  void unknownVariable_isRefusedWithTheNearestKnownOne(String name, String nearest) {
    assertThat(problems(Map.of(), Map.of(name, "1")))
        .isEqualTo(
            "unknown setting in environment variable "
                + name
                + "; the nearest known one is "
                + nearest);
  }

  @Test
  void variable_withPlanOfAccount_isRefusedWithAWayOut() {
    assertThat(problems(Map.of(), Map.of("DAYBOOK_THROTTLE_ACCOUNT_ACME_GETORDERS", "1/1")))
        .contains("can't be set in the environment")
        .contains("throttle.account.<accountId>.<operationId>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAYBOOK_JAVA_OPTS",
        "DAYBOOK_SERVICE_HOST",
        "DAYBOOK_SERVICE_PORT",
        "DAYBOOK_SERVICE_PORT_HTTP",
        "DAYBOOK_PORT",
        "DAYBOOK_PORT_8080_TCP_ADDR",
        "PATH",
        "daybook_server_port"
      })
  void variable_ofLauncherKubernetesOrOthers_isLeftAlone(String name) {
    assertThatCode(() -> load(Map.of(), Map.of(name, "tcp://10.0.0.1:8080")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server.address                | ''      | an IP address or host name of this machine",
        "server.port                   | ''      | a whole number from 0 to 65535",
        "server.port                   | -1      | a whole number from 0 to 65535",
        "server.port                   | 65536   | a whole number from 0 to 65535",
        "server.port                   | 80.5    | a whole number from 0 to 65535",
        "server.port                   | http    | a whole number from 0 to 65535",
        "server.port                   | 99999999999 | a whole number from 0 to 65535",
        "server.max-connections        | 0       | a whole number from 1 to 1000000",
        "server.max-user-agent-chars   | 0       | a whole number from 1 to 100000",
        "server.max-url-bytes          | 1023    | from 1KiB to 1MiB",
        "server.max-url-bytes          | 2MiB    | from 1KiB to 1MiB",
        "server.max-header-bytes       | 16KB    | a size such as 512, 16KiB or 1MiB",
        "server.max-body-bytes         | 999999999MiB | a size such as 512, 16KiB or 1MiB",
        "server.max-body-bytes         | -1KiB   | a size such as 512, 16KiB or 1MiB",
        "server.request-timeout        | 0s      | from 10ms to 1h",
        "server.request-timeout        | -5s     | from 10ms to 1h",
        "server.request-timeout        | PT-5S   | from 10ms to 1h",
        "server.request-timeout        | 10      | a duration such as 500ms, 30s, 1h or PT1H",
        "server.request-timeout        | 1.5s    | a duration such as 500ms, 30s, 1h or PT1H",
        "server.request-timeout        | P1Y     | a duration such as 500ms, 30s, 1h or PT1H",
        "server.idle-timeout           | 25h     | from 10ms to 24h",
        "server.drain-time             | 2h      | from 0s to 1h",
        "store.readers                 | 0       | a whole number from 1 to 256",
        "tokens.access-lifetime        | 999ms   | from 1s to 24h",
        "tokens.page-lifetime          | 366d    | from 1s to 365d",
        "tokens.revocation-refresh     | 0s      | from 10ms to 1h",
        "throttle.enabled              | yes     | true or false",
        "throttle.retry-after          | 1       | true or false",
        "throttle.plan.getOrders       | ''      | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | 0.5     | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | 0/10    | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | 0.5/0   | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | -1/10   | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | 1e3/10  | calls a second and burst, such as 0.5/10",
        "throttle.plan.getOrders       | 1/10/1  | calls a second and burst, such as 0.5/10",
        "throttle.account.a.getOrders  | fast    | calls a second and burst, such as 0.5/10",
        "reports2025.region-required   | ja      | true or false",
        "reports2025.clock-skew        | soon    | a duration such as 500ms",
        "reports2025.look-back         | 0d      | a period such as 30d, 6m, 2y or P2Y",
        "reports2025.look-back         | 2h      | a period such as 30d, 6m, 2y or P2Y",
        "reports2025.look-back         | P-1Y    | a period such as 30d, 6m, 2y or P2Y",
        "reports2021.states            | amazon  | documented or observed",
        "reports2021.unknown-order     | 404     | refused or empty",
        "reports2021.max-range         | 0s      | a duration such as 500ms",
        "reports2021.look-back         | never   | from 1s to 10000d, or none",
        "logging.access-log            | on      | true or false",
        "logging.format                | xml     | text or json"
      })
  void badValue_isRefusedWithKeyValueFormAndSource(String key, String value, String form)
      throws IOException {
    String named = key + " = '" + value + "' (";

    assertThat(problems(Map.of(key, value), Map.of()))
        .startsWith(named + "the command line) is not valid: expected ")
        .contains(form);
    Path file = write("\n\n" + key + "=" + value + "\n");
    assertThat(problems(Map.of(), Map.of()))
        .startsWith(named + file + ", line 3) is not valid: expected ")
        .contains(form);
  }

  @Test
  void badDataDirectory_isRefused() {
    assertThatThrownBy(
            () -> Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", "a\u0000b"))))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "store.data-dir = 'a?b' (the command line) is not valid: expected the path of a"
                + " directory");
  }

  @Test
  void problems_areAllReportedAtOnce() throws IOException {
    write("server.prot=1\nserver.port=x\n");

    assertThat(problems(Map.of("tokens.page-lifetime", "never"), Map.of("DAYBOOK_X", "1")).lines())
        .hasSize(4);
  }

  @Test
  void dataDirectory_inTheFileThatIsLookedForInIt_isRefused() throws IOException {
    Path file = write("store.data-dir=/elsewhere");

    assertThat(problems(Map.of(), Map.of()))
        .isEqualTo(
            "store.data-dir can't be set in "
                + file
                + ", line 1: this file is looked for in the data directory");
  }

  @Test
  void file_thatWasNamedAndIsMissing_isRefused() {
    Path missing = dir.resolve("missing.properties");

    assertThatThrownBy(() -> Settings.load(new SettingsInput(Map.of(), Map.of(), missing)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("the file of settings " + missing + " can't be read");
  }

  @Test
  void file_withBrokenEscape_isRefused() throws IOException {
    Path file = write("server.address=\\u12");

    assertThat(problems(Map.of(), Map.of()))
        .startsWith("the file of settings " + file + " is broken");
  }

  @Test
  void longValue_isCutInTheMessage() {
    assertThat(problems(Map.of("server.port", "9".repeat(100_000)), Map.of())).hasSizeLessThan(300);
  }

  private Settings load(Map<String, String> flags, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(flags);
    all.putIfAbsent("store.data-dir", dir.toString());
    return Settings.load(new SettingsInput(all, environment, null));
  }

  private String problems(Map<String, String> flags, Map<String, String> environment) {
    try {
      return "accepted: " + load(flags, environment);
    } catch (SettingsException e) {
      return e.getMessage();
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(dir.resolve("daybook.properties"), text, StandardCharsets.UTF_8);
  }
}
