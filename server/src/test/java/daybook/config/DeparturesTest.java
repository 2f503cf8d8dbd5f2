package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of departures names every setting that a profile changes, with what it changes it to.
 */
final class DeparturesTest {

  private static final Path PAGE = Path.of("../docs/departures.md");

  static List<Setting<?>> ofProfiles() {
    return SettingCatalogue.all().stream().filter(one -> !one.byProfile().isEmpty()).toList();
  }

  static List<Setting<?>> ofTheWire() {
    return SettingCatalogue.all().stream()
        .filter(one -> one.group().matches("reports2025|reports2021|orders0"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofProfiles")
  void setting_thatAProfileChangesIsInTheTable(Setting<?> setting) throws IOException {
    List<String> cells = row(setting);
    int column = 3;
    for (Profile profile : Profile.values()) {
      assertThat(cells.get(column++))
          .as(profile.text())
          .isEqualTo("`" + setting.defaultText(profile) + "`");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofTheWire")
  void setting_ofTheWireIsInTheTable(Setting<?> setting) throws IOException {
    assertThat(row(setting).get(3)).isEqualTo("`" + setting.defaultText() + "`");
  }

  @Test
  void profiles_standInTheTablesHeadInTheirOrder() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("| row | setting | documented | observed | strict |");
    assertThat(Profile.values())
        .extracting(Profile::text)
        .containsExactly("documented", "observed", "strict");
  }

  private static List<String> row(Setting<?> setting) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.contains("| `" + setting.key() + "` |"))
        .findFirst()
        .map(line -> List.of(line.split(" *\\| *")))
        .orElseThrow(() -> new AssertionError(setting.key() + " is not on the page"));
  }
}
