package daybook.cli;

import daybook.access.NewApplication;
import daybook.app.Workspace;
import daybook.cli.terminal.CommandGroup;
import daybook.cli.terminal.Table;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.store.Application;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook app}: which programs may ask for access tokens. */
@Command(
    name = "app",
    mixinStandardHelpOptions = true,
    description = "Manages the applications that may ask for access tokens.",
    subcommands = {
      AppCommand.Create.class,
      AppCommand.ListAll.class,
      AppCommand.Rotate.class,
      AppCommand.Delete.class
    })
final class AppCommand extends CommandGroup {

  /** {@code daybook app create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Creates an application and prints its secret, once.")
  static final class Create implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Name for people.")
    private String name = "";

    @Override
    public void run() {
      try (Workspace open = workspace.openOrCreate()) {
        print(spec, open.registrar().createApplication(name));
      }
    }
  }

  /** {@code daybook app list}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the applications.")
  static final class ListAll implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        Table table = new Table("CLIENT ID", "CREATED", "NAME");
        for (Application application : open.registrar().applications()) {
          table.row(
              List.of(
                  application.clientId(), application.createdAt().toString(), application.name()));
        }
        table.print(spec.commandLine().getOut(), "No applications yet: daybook app create NAME");
      }
    }
  }

  /** {@code daybook app rotate}. */
  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Gives an application a new secret; the old one is dead at once.")
  static final class Rotate implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CLIENT_ID", description = "The application.")
    private String clientId = "";

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        print(spec, open.registrar().rotateSecret(clientId));
      }
    }
  }

  /** {@code daybook app delete}. */
  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Deletes an application and revokes its grants.")
  static final class Delete implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CLIENT_ID", description = "The application.")
    private String clientId = "";

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        open.registrar().deleteApplication(clientId);
        spec.commandLine().getOut().println("Deleted " + clientId + " and revoked its grants.");
      }
    }
  }

  private static void print(CommandSpec spec, NewApplication application) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("client id       " + application.clientId());
    out.println("client secret   " + application.clientSecret());
    out.println("The secret is not shown again. Next: daybook grant create");
  }
}
