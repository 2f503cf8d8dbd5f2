package daybook.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SettingsReferenceTest {
  private static final Path PAGE = Path.of("../docs/settings.md");

  @Test
  void page_isInStepWithTheCatalogue() throws IOException {
    if (Boolean.getBoolean("daybook.update")) {
      Files.writeString(PAGE, SettingsReference.markdown());
    }

    assertThat(Files.readString(PAGE))
        .as("docs/settings.md; -Ddaybook.update=true writes it anew")
        .isEqualTo(SettingsReference.markdown());
  }

  @Test
  void everySetting_isInPageAndHelp() {
    assertThat(SettingCatalogue.all())
        .allSatisfy(
            setting -> {
              assertThat(SettingsReference.markdown())
                  .contains("| `" + setting.key() + "` | " + setting.type().form() + " | ");
              assertThat(SettingsReference.help()).contains("\n  " + setting.key());
            });
  }

  @Test
  void everyGroup_hasSettingsAndNoSettingIsWithoutOne() {
    assertThat(SettingCatalogue.GROUPS)
        .allSatisfy(group -> assertThat(group.settings()).isNotEmpty());
    assertThat(SettingCatalogue.GROUPS.stream().flatMap(group -> group.settings().stream()))
        .containsExactlyElementsOf(SettingCatalogue.all());
  }

  @Test
  void everyRecordComponent_hasItsEntry() {
    long components =
        Arrays.stream(Settings.class.getRecordComponents())
            .flatMap(group -> Stream.of(group.getType().getRecordComponents()))
            .count();

    // The plans of throttle are one component and two entries; the profile is an entry alone.
    assertThat(SettingCatalogue.all()).hasSize((int) components + 2);
  }

  @Test
  void everyDefault_isGood() {
    assertThat(SettingCatalogue.all())
        .filteredOn(setting -> !setting.isPattern())
        .allSatisfy(setting -> assertThat(setting.type().parse(setting.defaultText())).isNotNull());
  }

  @Test
  void help_fitsATerminal() {
    assertThat(SettingsReference.help().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void keys_areThoseWithoutPartsToFillIn() {
    assertThat(SettingsReference.keys())
        .contains("server.port", "logging.format")
        .noneMatch(key -> key.contains("<"));
  }
}
