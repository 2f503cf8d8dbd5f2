package daybook.cli;

import daybook.config.SettingsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook settings}: the reference of all settings, as Markdown. */
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Prints every setting with its unit, default and meaning.")
final class SettingsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().getOut().print(SettingsReference.markdown());
    spec.commandLine().getOut().flush();
  }
}
