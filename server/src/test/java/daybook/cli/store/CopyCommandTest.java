package daybook.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code copy} and {@code migrate} as somebody types them. */
final class CopyCommandTest {

  @TempDir Path directory;

  @BeforeEach
  void fill() {
    CommandRun.of("account", "create", "acme", "--data", place("from")).good();
  }

  private String place(String name) {
    return directory.resolve(name).toString();
  }

  private CommandRun copy(String to, String... more) {
    return CommandRun.of(CommandRun.join(more, "copy", "--from", place("from"), "--to", to));
  }

  @Test
  void copy_showsWhatBothHold_andSaysWhenThereIsNothingToDo() {
    CommandRun first = copy(place("to")).good();
    assertThat(first.out())
        .containsPattern("\\(all\\) +account +1 +[0-9a-f]{16} +same")
        .contains("1 row written; both hold the same.");
    assertThat(copy(place("to")).good().out()).contains("already; nothing was changed.");
    assertThat(copy(place("to"), "--verify").good().out()).contains("Both hold the same.");
    assertThat(CommandRun.of("account", "list", "--data", place("to")).good().out())
        .contains("acme");
  }

  @Test
  void copy_toAFileByItsName_makesThatFile() {
    copy(place("single.db")).good();
    assertThat(directory.resolve("single.db")).isRegularFile();
  }

  @Test
  void verify_ofStoresThatDiffer_showsBothSides_andFails() {
    copy(place("to")).good();
    CommandRun.of("account", "create", "later", "--data", place("from")).good();
    CommandRun differs = copy(place("to"), "--verify");
    assertThat(differs.exitCode()).isEqualTo(1);
    assertThat(differs.out()).contains("DIFFERS: from").contains("They differ.");
    CommandRun refused = copy(place("to"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--update");
    copy(place("to"), "--update").good();
    copy(place("to"), "--verify").good();
  }

  @Test
  void copy_ofNothing_orToItself_orOfNothingToVerify_isRefused() {
    assertThat(CommandRun.of("copy", "--from", place("none"), "--to", place("to")).err())
        .contains("there is no store " + place("none"));
    assertThat(copy(place("from")).err()).contains("name the same store");
    assertThat(copy(place("to"), "--verify").err()).contains("there is no store " + place("to"));
    assertThat(directory.resolve("to")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://me:open-sesame@host/db",
        "jdbc:postgresql://host/db?user=me&password=open-sesame",
        "jdbc:postgresql://me:open-sesame@host/db"
      })
  void copy_toAUrlWithAPassword_isRefused_andTheWordNotRepeated(String url) {
    CommandRun refused = copy(url);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err() + refused.out()).doesNotContain("open-sesame");
  }

  @Test
  void migrate_ofACurrentStore_saysSo_andOfNone_whereItLooked() {
    assertThat(CommandRun.of("migrate", "--data", place("from")).good().out()).contains("already.");
    assertThat(CommandRun.of("migrate", "--data", place("none")).err())
        .contains("there is no store in");
  }

  @Test
  void migrate_isTheOnlyOneThatMakesTables_ifToldSo() {
    String[] leaveIt = {"--data", place("new"), "--set", "store.migrate-on-open=false"};
    CommandRun refused = CommandRun.of(CommandRun.join(leaveIt, "account", "create", "a"));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("daybook migrate");
    assertThat(CommandRun.of(CommandRun.join(leaveIt, "migrate")).good().out())
        .contains("Made the tables of");
    CommandRun.of(CommandRun.join(leaveIt, "account", "create", "a")).good();
  }
}
