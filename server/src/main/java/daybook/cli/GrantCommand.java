package daybook.cli;

import daybook.access.NewGrant;
import daybook.access.Registrar;
import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.CommandGroup;
import daybook.cli.terminal.Table;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.store.Grant;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook grant}: which application may act for which account. */
@Command(
    name = "grant",
    mixinStandardHelpOptions = true,
    description = "Manages which application may act for which account.",
    subcommands = {
      GrantCommand.Create.class,
      GrantCommand.ListAll.class,
      GrantCommand.Revoke.class
    })
final class GrantCommand extends CommandGroup {

  /** {@code daybook grant create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Lets an application act for an account; prints the refresh token, once.")
  static final class Create implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--app",
        required = true,
        paramLabel = "CLIENT_ID",
        description = "Who may act.")
    private String clientId = "";

    @Option(
        names = "--account",
        paramLabel = "ID",
        description = "For whom (default: the only account there is).")
    private @Nullable String account;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = {
          "What it may ask for; may be repeated. \"Amazon Business Analytics\" (or",
          "amazon-business-analytics), \"Business Purchase Reconciliation\",",
          "\"Inventory and Order Tracking\", ..."
        })
    private List<String> roles = List.of();

    @Option(
        names = "--code",
        description = "Prints an authorization code of five minutes instead of a refresh token.")
    private boolean code;

    @Override
    public void run() {
      Set<Role> granted = Arguments.roles(roles);
      try (Workspace open = workspace.open()) {
        AccountId id = Arguments.account(open, account).id();
        Registrar registrar = open.registrar();
        NewGrant grant =
            code
                ? registrar.createGrantWithCode(clientId, id, granted)
                : registrar.createGrant(clientId, id, granted);
        PrintWriter out = spec.commandLine().getOut();
        out.println("grant           " + grant.grant().grantId());
        out.println((code ? "code            " : "refresh token   ") + grant.credential());
        out.println("It is not shown again.");
      }
    }
  }

  /** {@code daybook grant list}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the grants.")
  static final class ListAll implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        Table table = new Table("GRANT", "ACCOUNT", "STATE", "ROLES", "APPLICATION");
        for (Grant grant : open.registrar().grants()) {
          table.row(
              List.of(
                  grant.grantId(),
                  grant.account().value(),
                  grant.revokedAt() == null ? "in force" : "revoked " + grant.revokedAt(),
                  String.join(",", grant.roles()),
                  grant.clientId()));
        }
        table.print(spec.commandLine().getOut(), "No grants yet: daybook grant create");
      }
    }
  }

  /** {@code daybook grant revoke}. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a grant; running servers refuse its tokens within seconds.")
  static final class Revoke implements Runnable {

    @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "GRANT", description = "The grant; 'daybook grant list' shows them.")
    private String grantId = "";

    @Override
    public void run() {
      try (Workspace open = workspace.open()) {
        open.registrar().revokeGrant(grantId);
        spec.commandLine()
            .getOut()
            .println(
                "Revoked. Running servers refuse its tokens within "
                    + open.settings().tokens().revocationRefresh().toMillis() / 1000.0
                    + " s.");
      }
    }
  }
}
