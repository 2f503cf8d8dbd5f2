package daybook.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as somebody types them. */
final class BackupCommandTest {

  @TempDir Path directory;

  private CommandRun run(String... arguments) {
    return CommandRun.of(arguments);
  }

  private String data(String name) {
    return directory.resolve(name).toString();
  }

  private CommandRun backUp(String... more) {
    return run(CommandRun.join(more, "backup", "--data", data("data"), "--to", data("b.db")));
  }

  private CommandRun restore(String to, String... more) {
    return run(CommandRun.join(more, "restore", "--data", data(to), data("b.db")));
  }

  @Test
  void backup_thenRestore_bringsTheAccountsBack() {
    run("account", "create", "acme", "--data", data("data")).good();

    CommandRun written = backUp().good();
    CommandRun restored = restore("other").good();

    assertThat(written.out()).contains("Backed up ", "b.db: 0.", " MB, ", " tables, checked.");
    assertThat(restored.out()).contains("Restored ", "daybook.db: 0.", "checked.");
    assertThat(run("account", "list", "--data", data("other")).good().out()).contains("acme");
  }

  @Test
  void backup_ofNothing_saysWhereItLooked() {
    CommandRun refused = backUp();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no store in " + data("data"));
    assertThat(directory.resolve("b.db")).doesNotExist();
  }

  @Test
  void backup_overAFile_wantsToBeTold() throws IOException {
    run("account", "create", "acme", "--data", data("data")).good();
    Files.writeString(directory.resolve("b.db"), "precious");
    CommandRun refused = backUp();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("b.db already; --replace replaces it");
    assertThat(directory.resolve("b.db")).hasContent("precious");
    backUp("--replace").good();
    restore("other").good();
  }

  @Test
  void backup_toADirectory_asksForAFile() throws IOException {
    run("account", "create", "acme", "--data", data("data")).good();
    Files.createDirectory(directory.resolve("b.db"));
    assertThat(backUp("--replace").err()).contains("is a directory; name a file in it");
  }

  @Test
  void restore_overData_wantsToBeTold() {
    run("account", "create", "acme", "--data", data("data")).good();
    backUp().good();
    run("account", "create", "later", "--data", data("data")).good();

    CommandRun refused = restore("data");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("holds data; --replace");
    assertThat(run("account", "list", "--data", data("data")).out()).contains("later");
    restore("data", "--replace").good();
    assertThat(run("account", "list", "--data", data("data")).out())
        .contains("acme")
        .doesNotContain("later");
  }

  @Test
  void restore_overAStoreThatCannotBeRead_saysWhatHelps() throws IOException {
    run("account", "create", "acme", "--data", data("data")).good();
    backUp().good();
    Files.createDirectories(directory.resolve("other"));
    Files.writeString(directory.resolve("other").resolve("daybook.db"), "rubbish".repeat(500));
    assertThat(restore("other").err()).contains("--replace puts the backup in its place");
    restore("other", "--replace").good();
  }

  @Test
  void restore_ofAMissingFile_saysSo() {
    CommandRun refused = restore("data");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no file " + data("b.db"));
    assertThat(directory.resolve("data")).doesNotExist();
  }
}
