package daybook.cli.store;

import daybook.app.Workspace;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.config.Settings;
import daybook.store.sql.SqlStore.Migrated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code daybook migrate}: the tables of a store, brought up to this program's version. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the tables of a store up to the version of this program.",
      "",
      "An empty database is made a store; tables that are up to date stay as they are. Every command",
      "that opens a store does the same, unless store.migrate-on-open=false leaves it to this one:",
      "then the role of a server needs rights to data only, and this one those of an owner.",
      ""
    })
public final class MigrateCommand implements Runnable {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Settings settings = workspace.settingsToMigrate();
    Migrated migrated = Workspace.migrate(settings);
    spec.commandLine().getOut().println(told(migrated, settings.store().place()));
  }

  private static String told(Migrated migrated, String place) {
    if (migrated.from() == migrated.to()) {
      return "The tables of " + place + " have version " + migrated.to() + " already.";
    }
    return migrated.from() == 0
        ? "Made the tables of " + place + ", version " + migrated.to() + "."
        : String.format(
            "Migrated the tables of %s from version %d to version %d.",
            place, migrated.from(), migrated.to());
  }
}
