package daybook.cli.store;

import daybook.app.Workspace;
import daybook.cli.terminal.CommandGroup;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.config.Settings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook schema}: optional steps on the tables of a store. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Optional steps on the tables of a store in a database.",
    subcommands = SchemaCommand.Distribute.class)
public final class SchemaCommand extends CommandGroup {

  /** {@code daybook schema distribute}. */
  @Command(
      name = "distribute",
      mixinStandardHelpOptions = true,
      description = {
        "Shards the tables by account, on a server with the extension Citus.",
        "",
        "Once, on the coordinator, best before anything is imported: later it moves all rows.",
        ""
      })
  static final class Distribute implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      Settings settings = workspace.settings(Map.of());
      if (settings.store().url().isEmpty()) {
        throw new Complaint("a store in a file can't be distributed; name a database with --store");
      }
      Workspace.distribute(settings);
      spec.commandLine().getOut().println("Distributed " + settings.store().place() + ".");
    }
  }
}
